#include "tests/support/specification.h"

#include <fstream>
#include <string_view>
#include <utility>

namespace lectern::test {
namespace {

std::string with_spaces(std::string line) {
  for (const auto& [written, meant] : {std::pair<std::string_view, const char*>("→", "\t"), {"␣", " "}})
    for (std::size_t at; (at = line.find(written)) != std::string::npos;)
      line.replace(at, written.size(), meant);
  return line;
}

std::vector<Example> read_examples(std::istream& document) {
  constexpr std::string_view beside = "reveal-md.json: ";
  const std::string fence(32, '`');
  std::vector<Example> examples;
  std::string* part = nullptr;  // of the example that the line is in
  std::string line;
  for (int number = 1; std::getline(document, line); ++number) {
    if (part == nullptr && line.starts_with(fence + " example")) {
      Example& example = examples.emplace_back();
      example.line = number;
      example.as_in_reveal = line.ends_with(" reveal");
      part = &example.deck;
    } else if (line == fence) {
      part = nullptr;
    } else if (part == nullptr) {
      continue;
    } else if (part == &examples.back().deck && line == ".") {
      part = &examples.back().expected;
    } else if (part == &examples.back().deck && line.starts_with(beside)) {
      examples.back().reveal_md_json = line.substr(beside.size());
    } else {
      *part += with_spaces(line) + "\n";
    }
  }
  return examples;
}

}  // namespace

const std::vector<Example>& specification() {
  static const std::vector<Example> examples = [] {
    std::ifstream document(LECTERN_SOURCE_DIR "/docs/deck-specification.md");
    return read_examples(document);
  }();
  return examples;
}

}  // namespace lectern::test
