// The files of tests/data/formats, read by programs that others wrote. Each is asked for only where
// it is installed: node with the packages ase-utils, procreate-swatches, postcss, sass, less, yaml
// and tailwindcss (3) in the one folder that NODE_PATH names, ImageMagick's convert, xmllint, cpp,
// and python3 with its own libraries.
#include "catch.hpp"

#include <array>
#include <cstdio>
#include <optional>
#include <string>
#include <vector>

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

// A package of node that is required, by the name it has in the script.
std::string required(const std::string& name, const std::string& package) {
    return R"(import {createRequire} from "module"; const )" + name +
           R"( = createRequire(process.env.NODE_PATH + "/")(")" + package + R"(");)";
}

const std::string postcss = required("postcss", "postcss");
const std::string sass = required("sass", "sass");
const std::string less = required("less", "less");
const std::string yaml = required("yaml", "yaml");
const std::string tailwind = required("resolve", "tailwindcss/resolveConfig");
const std::string text =
    R"(import fs from "fs"; const text = fs.readFileSync(process.argv[1], "utf8");)";

std::string python(const std::string& script) {
    return "python3 -c 'import sys; file = open(sys.argv[1], \"rb\"); " + script + "' \"$file\"";
}

void check(const std::vector<Reading>& readings) {
    for (const Reading& reading : readings) {
        INFO(reading.program);
        if (!output_of(reading.is_there)) {
            WARN("skipped: " << reading.program << " is not there to read " << reading.file);
            continue;
        }
        const std::string path = PALETTE_PINNED_FOLDER "/formats/" + reading.file;
        CHECK(output_of("file='" + path + "'; " + reading.command) == reading.output);
    }
}

}  // namespace

TEST_CASE("programs of others read what is written as bytes, or drawn") {
    check({
        Reading{"ase-utils", node(ase), node(ase + load + hex + R"(const found = ase.decode(file);
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
        Reading{"ImageMagick", "convert -version", "convert \"$file\" -scale 3x1! -depth 8 rgba:-",
                "sea-glass.png", "\x0b\x39\x54\xff\xbf\xd7\xea\x80\xff\x66\x63\xff"},
        Reading{"ImageMagick's identify", "identify -version",
                "identify -format '%[Title]' \"$file\"", "sea-glass.png", "Sea Glass"},
        Reading{"xmllint", "xmllint --version",
                "xmllint --xpath '//*[local-name()=\"rect\"]/@fill' \"$file\"", "sea-glass.svg",
                " fill=\"#0b3954\"\n fill=\"#bfd7ea\"\n fill=\"#ff6663\"\n"},
    });
}

TEST_CASE("programs of others read what is written as text") {
    check({
        Reading{"postcss", node(postcss), node(postcss + text + R"(
                          const sheet = postcss.parse(text);
                          sheet.walkDecls(one => console.log(one.prop, one.value));)"),
                "sea-glass.css",
                "--sea-glass-deep-blue-sea #0b3954\n--sea-glass-cume #bfd7ea80\n"
                "--sea-glass-3 #ff6663\n"},
        Reading{"sass", node(sass), node(sass + text + R"(
                          console.log(sass.compileString(text + "a { b: $sea-glass-3 }").css);)"),
                "sea-glass.scss", "a {\n  b: #ff6663;\n}\n"},
        Reading{"less", node(less), node(less + text + R"(
                          const made = await less.render(text + "a { b: @sea-glass-3 }");
                          console.log(made.css.trim());)"),
                "sea-glass.less", "a {\n  b: #ff6663;\n}\n"},
        Reading{"tailwindcss", node(tailwind), node(tailwind + R"(
                          import fs from "fs";
                          const module = {};
                          new Function("module", fs.readFileSync(process.argv[1], "utf8"))(module);
                          const theme = resolve({presets: [module.exports], content: []}).theme;
                          console.log(theme.colors["sea-glass"].cume);)"),
                "sea-glass.tailwind", "#bfd7ea80\n"},
        Reading{"yaml", node(yaml), node(yaml + text + R"(
                          const scheme = yaml.parse(text);
                          console.log(JSON.stringify(scheme));)"),
                "sea-glass.base16",
                R"({"system":"base16","name":"Sea Glass","author":"Ann */ Onymous",)"
                R"("palette":{"base00":"#0b3954","base01":"#bfd7ea","base02":"#ff6663"}})"
                "\n"},
        Reading{"tomllib", "python3 -c 'import tomllib'",
                python("import tomllib; theme = tomllib.load(file)[\"colors\"]; "
                       "print(theme[\"normal\"], theme[\"primary\"])"),
                "sea-glass.alacritty",
                "{'black': '#bfd7ea', 'red': '#ff6663'} {'background': '#0b3954'}\n"},
        Reading{"plistlib", "python3 -c 'import plistlib'",
                python("import plistlib; theme = plistlib.load(file); "
                       "print({key: [round(255 * value[part + \" Component\"]) for part in "
                       "(\"Red\", \"Green\", \"Blue\", \"Alpha\")] "
                       "for key, value in theme.items()})"),
                "sea-glass.iterm",
                "{'Ansi 0 Color': [191, 215, 234, 128], 'Ansi 1 Color': [255, 102, 99, 255], "
                "'Background Color': [11, 57, 84, 255]}\n"},
        Reading{"cpp", "cpp --version", "cpp -P -nostdinc \"$file\"", "sea-glass.xresources",
                "! Sea Glass, alice/sea-glass; Ann */ Onymous; CC0\n*.color0: #bfd7ea\n"
                "*.color1: #ff6663\n*.background: #0b3954\n"},
    });
}
