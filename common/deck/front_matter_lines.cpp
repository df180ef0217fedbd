#include "common/deck/front_matter_lines.h"

#include <algorithm>
#include <span>

#include "common/deck/markup/attribute_list.h"

namespace lectern::deck {
namespace {

/// `  "name" : value`, taken apart.
struct KeyLine {
  std::size_t indentation = 0;
  std::string_view name;
  std::size_t name_end = 0;  ///< first byte after it and its quotation marks
  std::size_t colon = 0;
  bool has_space = false;  ///< behind the colon, or nothing at all
};

std::optional<KeyLine> key_line(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(' ');
  const std::size_t colon = line.find(':');
  if (begin == std::string_view::npos || colon == std::string_view::npos || colon <= begin)
    return std::nullopt;
  KeyLine key{.indentation = begin, .name = trimmed(line.substr(begin, colon - begin)), .colon = colon};
  key.name_end = begin + key.name.size();
  const char quote = key.name.front();
  if ((quote == '"' || quote == '\'') && key.name.size() > 2 && key.name.back() == quote)
    key.name = key.name.substr(1, key.name.size() - 2);
  key.has_space = colon + 1 == line.size() || is_space(line[colon + 1]);
  constexpr std::string_view no_names = "#-[]{}<>|!`*\"'";
  if (key.name.empty() || key.name.find_first_of(no_names) == 0) return std::nullopt;
  return key;
}

bool is_one_of(std::string_view name, std::span<const std::string_view> keys) {
  return std::ranges::find(keys, name) != keys.end();
}

bool is_known(std::string_view name) {
  return is_one_of(name, top_keys) || is_one_of(name, option_keys);
}

/// The known key that `name` was meant to be; itself, if it is one.
std::optional<std::string_view> meant_key(std::string_view name) {
  std::array<std::string_view, top_keys.size() + option_keys.size()> keys;
  std::ranges::copy(option_keys, std::ranges::copy(top_keys, keys.begin()).out);
  for (const std::string_view key : keys)
    if (lower_case(key) == lower_case(name)) return key;
  return nearest_name(lower_case(name), keys);
}

bool is_delimiter(std::string_view line) {
  return line.starts_with("---") && trimmed(line.substr(3)).empty();
}

bool is_heading(std::string_view line) {
  const std::size_t end = std::min(line.find_first_not_of('#'), line.size());
  return end >= 1 && end <= 6 && end < line.size() && line[end] == ' ';
}

/// `author: …`: not known, but nothing that is projected.
bool looks_like_setting(const KeyLine& key) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
  };
  const char first = key.name.front();
  return key.has_space && first >= 'a' && first <= 'z' && std::ranges::all_of(key.name, is_plain) &&
         key.name != "note" && key.name != "notes";
}

std::string_view next_line(std::string_view text, std::size_t begin) {
  return text.substr(begin, text.find('\n', begin) - begin);
}

/// Whether settings were meant, however broken they are: what comes first must be one, but for comments.
bool holds_settings(std::string_view yaml) {
  bool is_after_empty_line = false;
  bool is_first = true;
  for (std::size_t begin = 0; begin < yaml.size(); begin += next_line(yaml, begin).size() + 1) {
    const std::string_view line = next_line(yaml, begin);
    if (trimmed(line).empty()) {
      is_after_empty_line = true;
    } else if (line.starts_with('#') && is_first) {
      if (is_after_empty_line) return false;
    } else {
      if (trimmed(line).starts_with('{') && is_first) return true;
      const auto key = key_line(line);
      if (is_first && !key) return false;
      if (key && (is_known(key->name) || (is_first && (looks_like_setting(*key) || meant_key(key->name)))))
        return true;
      is_first = false;
    }
  }
  return false;
}

}  // namespace

std::optional<FrontMatterBlock> find_front_matter(std::string_view text) {
  const std::size_t first_end = text.find('\n');
  if (first_end == std::string_view::npos || !is_delimiter(text.substr(0, first_end))) return std::nullopt;
  FrontMatterBlock block{.yaml = {first_end + 1, 0}, .body_begin = 0, .is_closed = false};
  std::optional<std::size_t> heading;  // after an empty line, and no setting below it
  bool is_after_empty_line = false;
  for (std::size_t begin = block.yaml.begin; begin < text.size() && begin <= max_front_matter_bytes;) {
    const std::string_view line = next_line(text, begin);
    if (is_delimiter(line) || trimmed(line) == "...") {
      block.yaml.end = begin;
      block.body_begin = begin + line.size();
      block.is_closed = true;
      break;
    }
    if (is_heading(line) && is_after_empty_line && !heading) heading = begin;
    if (const auto key = key_line(line); key && is_known(key->name)) heading.reset();
    is_after_empty_line = trimmed(line).empty();
    begin += line.size() + 1;
  }
  if (heading) {
    block.yaml.end = *heading;
    block.body_begin = *heading - 1;
    block.is_closed = false;
  }
  if (block.yaml.end == 0) return std::nullopt;
  const std::string_view yaml = text.substr(block.yaml.begin, block.yaml.end - block.yaml.begin);
  const bool is_empty = trimmed(yaml).empty() && block.is_closed;
  return is_empty || holds_settings(yaml) ? std::optional(block) : std::nullopt;
}

std::vector<Mend> mend_keys(std::vector<std::string>& lines) {
  std::vector<Mend> mends;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::string& line = lines[i];
    const auto key = key_line(line);
    const auto meant = key ? meant_key(key->name) : std::nullopt;
    if (!meant || (*meant == key->name && key->has_space)) continue;
    if (*meant != key->name) {
      mends.push_back({i, in_quotes(key->name) + " is taken for " + in_quotes(*meant) + "."});
    } else {
      mends.push_back({i, "There is no space after “" + std::string(*meant) + ":”; it counts all the same."});
    }
    line = std::string(key->indentation, ' ') + std::string(*meant) + ": " + line.substr(key->colon + 1);
  }
  return mends;
}

bool mend_indentation(std::vector<std::string>& lines) {
  bool is_mended = false;
  for (std::string& line : lines) {
    const auto key = key_line(line);
    if (!key || key->indentation == 0 || !is_one_of(key->name, top_keys)) continue;
    line.erase(0, key->indentation);
    is_mended = true;
  }
  return is_mended;
}

}  // namespace lectern::deck
