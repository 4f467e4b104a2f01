#include "cli/render/sarif.hpp"

#include "api/choice.hpp"
#include "api/scalar.hpp"
#include "base/ascii.hpp"
#include "color/hex.hpp"

namespace palette::cli {

namespace {

using api::append_comma;
using api::append_key;
using api::append_number;
using api::append_text;

constexpr std::string_view schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

// {"text":"..."}, as SARIF has messages.
void append_message(std::string& json, std::string_view name, std::string_view text) {
    append_key(json, name);
    json += "{";
    append_text(json, "text", text);
    json += "}";
}

void append_rule(std::string& json, const lint::Rule& rule) {
    append_comma(json);
    json += "{";
    append_text(json, "id", api::word_of(rule.id));
    append_message(json, "shortDescription", rule.summary);
    append_message(json, "help", rule.hint);
    append_key(json, "defaultConfiguration");
    json += "{";
    append_text(json, "level", api::word_of(rule.level));
    json += "}}";
}

void append_tool(std::string& json, std::string_view version) {
    append_key(json, "tool");
    json += R"({"driver":{)";
    append_text(json, "name", "palettectl");
    append_text(json, "version", version);
    append_key(json, "rules");
    json += "[";
    for (const lint::Rule& rule : lint::all_rules())
        append_rule(json, rule);
    json += "]}}";
}

void append_location(std::string& json, const FindingShown& finding) {
    append_key(json, "locations");
    json += "[{";
    append_key(json, "physicalLocation");
    json += R"({"artifactLocation":{)";
    append_text(json, "uri", uri_of(finding.file.value_or(finding.palette).text()));
    json += "}";
    append_key(json, "region");
    json += "{";
    append_key(json, "startLine");
    append_number(json, finding.line ? finding.line->number() : 1);
    json += "}}";
    append_key(json, "logicalLocations");
    json += "[{";
    append_text(json, "fullyQualifiedName", finding.palette.text());
    json += "}]}]";
}

// A viewer shows the message and no more of the palette than the place of its file.
std::string said_of(const FindingShown& finding) {
    std::string text;
    for (const PlacedColor& color : finding.colors) {
        text += (text.empty() ? "" : ", ") + std::to_string(color.place.number()) + " " +
                color::to_hex(color.hex);
    }
    return text + (text.empty() ? "" : ": ") + finding.message.text();
}

void append_result(std::string& json, const FindingShown& finding) {
    append_comma(json);
    json += "{";
    append_text(json, "ruleId", api::word_of(finding.rule));
    append_key(json, "ruleIndex");
    append_number(json, static_cast<std::int64_t>(finding.rule));
    append_text(json, "level", api::word_of(finding.level));
    append_message(json, "message", said_of(finding));
    append_location(json, finding);
    json += "}";
}

}  // namespace

std::string uri_of(std::string_view path) {
    constexpr std::string_view here = "./";
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "-._~/";
    if (path.starts_with(here)) path.remove_prefix(here.size());
    std::string uri = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        if (is_letter(c) || is_digit(c) || plain.find(c) != std::string_view::npos) {
            uri.push_back(c);
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        uri += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
    return uri;
}

std::string sarif_of(const CheckReport& report, std::string_view version) {
    std::string json = "{";
    append_text(json, "$schema", schema);
    append_text(json, "version", "2.1.0");
    append_key(json, "runs");
    json += "[{";
    append_tool(json, version);
    append_key(json, "results");
    json += "[";
    for (const FindingShown& finding : report.items)
        append_result(json, finding);
    return json + "]}]}\n";
}

}  // namespace palette::cli
