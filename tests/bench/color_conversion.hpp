// A million colors through `palettectl color convert`, beside a plain loop of the same arithmetic:
// a process each, which reads the same file and writes another. One core is enough, and no daemon.
#pragma once

namespace palette::bench {

// Prints what each does in a second, the ratio, and how much memory a million and five take. Throws
// std::runtime_error when the two disagree on a color.
void compare_color_conversions();

}  // namespace palette::bench
