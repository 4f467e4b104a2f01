// A bare DEALER that keeps so many requests under way: the same client for a daemon and for the
// echo it is compared with.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace palette::bench {

struct Run {
    double seconds = 0;
    std::vector<double> latencies_us{};
    double server_cpu_seconds = 0;  // left to whoever knows the server

    [[nodiscard]] double per_second() const {
        return static_cast<double>(latencies_us.size()) / seconds;
    }
};

// Begins each reply; the request's number follows.
inline constexpr std::string_view reply_head = R"({"jsonrpc":"2.0","id":)";

// Steps that have no factor in common with what is asked for meet all of it in a scattered order.
inline constexpr std::size_t scattering_step = 7'919;

class Pipeline {
  public:
    // Of the calling thread. Throws std::runtime_error, as run() does.
    explicit Pipeline(const std::string& address);
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    // Whether the reply to frames[index] is the right one.
    using Check = std::function<bool(std::size_t index, std::string_view reply)>;
    // Sends every frame, whose id is its index, and waits for every reply.
    [[nodiscard]] Run run(std::span<const std::string> frames, std::size_t in_flight,
                          const Check& check);

  private:
    void send(const std::string& frame);

    void* context_;
    void* socket_;
};

}  // namespace palette::bench
