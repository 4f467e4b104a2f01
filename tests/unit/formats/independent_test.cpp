// The files of tests/data/formats, read by programs that others wrote. Each is asked for only where
// it is installed: node with the packages ase-utils and procreate-swatches in the one folder that
// NODE_PATH names, ImageMagick's convert, xmllint.
#include "catch.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <string>

namespace {

// None when it ends with anything but 0.
std::optional<std::string> output_of(const std::string& command) {
    FILE* pipe = ::popen((command + " 2>/dev/null").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string output;
    std::array<char, 4096> piece{};
    for (std::size_t got = 0; (got = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
        output.append(piece.data(), got);
    if (::pclose(pipe) != 0) return std::nullopt;
    return output;
}

struct Reading {
    std::string program;
    std::string is_there;  // a command that fails where it is not
    std::string command;   // of "$file"
    std::string file;
    std::string output;
};

std::string node(const std::string& script) {
    return "node --input-type=module -e '" + script + "' \"$file\"";
}

const std::string ase = R"(import {createRequire} from "module";
const ase = createRequire(process.env.NODE_PATH + "/")("ase-utils");)";
const std::string procreate = R"(const {readSwatchesFile} =
await import(process.env.NODE_PATH + "/procreate-swatches/src/index.js");)";
const std::string load = R"(import fs from "fs"; const file = fs.readFileSync(process.argv[1]);)";
const std::string hex = R"(const hex = (parts, whole) => "#" + parts.map(part =>
Math.round(part / whole * 255).toString(16).padStart(2, "0")).join("");)";

}  // namespace

TEST_CASE("programs of others read what is written") {
    for (const Reading& reading : {
             Reading{"ase-utils", node(ase),
                     node(ase + load + hex + R"(const found = ase.decode(file);
                          console.log(found.groups[0].name);
                          for (const one of found.groups[0].colors)
                              console.log(hex(one.color, 1), one.type, one.name);)"),
                     "sea-glass.ase",
                     "Sea Glass\n#0b3954 normal Deep, \"blue\" sea\n#bfd7ea normal Écume\n"
                     "#ff6663 normal \n"},
             Reading{"procreate-swatches", node(procreate), node(procreate + load + hex + R"(
                          const found = await readSwatchesFile(file, "rgb");
                          console.log(found.name);
                          for (const [color] of found.colors) console.log(hex(color, 255));)"),
                     "sea-glass.procreate", "Sea Glass\n#0b3954\n#bfd7ea\n#ff6663\n"},
             Reading{"ImageMagick", "convert -version",
                     "convert \"$file\" -scale 3x1! -depth 8 rgba:-", "sea-glass.png",
                     "\x0b\x39\x54\xff\xbf\xd7\xea\x80\xff\x66\x63\xff"},
             Reading{"ImageMagick's identify", "identify -version",
                     "identify -format '%[Title]' \"$file\"", "sea-glass.png", "Sea Glass"},
             Reading{"xmllint", "xmllint --version",
                     "xmllint --xpath '//*[local-name()=\"rect\"]/@fill' \"$file\"",
                     "sea-glass.svg", " fill=\"#0b3954\"\n fill=\"#bfd7ea\"\n fill=\"#ff6663\"\n"},
         }) {
        INFO(reading.program);
        if (!output_of(reading.is_there)) {
            WARN("skipped: " << reading.program << " is not there to read " << reading.file);
            continue;
        }
        const std::string path = PALETTE_PINNED_FOLDER "/formats/" + reading.file;
        CHECK(output_of("file='" + path + "'; " + reading.command) == reading.output);
    }
}
