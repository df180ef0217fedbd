#include "common/deck/markup/attribute_list.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/deck/markup/entities.h"
#include "common/text/text.h"

namespace lectern::deck {
namespace {

constexpr std::string_view white_space = " \t\n\v\f\r";

bool begins_with_curly_quote(std::string_view text) {
  return text.starts_with("“") || text.starts_with("”") || text.starts_with("„") || text.starts_with("‘") ||
         text.starts_with("’");
}

/// Takes attributes off the front of a text, one at a time.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  bool has_more() {
    at_ = std::min(text_.find_first_not_of(white_space, at_), text_.size());
    return at_ < text_.size();
  }

  Attribute take() {
    const std::size_t begin = at_;
    at_ = std::min(text_.find_first_of(" \t\n\v\f\r=\"'", at_), text_.size());
    if (at_ == begin) return unreadable(begin);
    Attribute attribute{Attribute::Kind::bare, lower_case(text_.substr(begin, at_ - begin)), {}, begin};
    if (begins_with_curly_quote(attribute.name)) return unreadable(begin);
    const std::size_t next = text_.find_first_not_of(white_space, at_);
    if (next == std::string_view::npos || text_[next] != '=') return attribute;
    at_ = std::min(text_.find_first_not_of(white_space, next + 1), text_.size());
    const auto value = take_value();
    if (!value) return unreadable(begin);
    attribute.kind = Attribute::Kind::valued;
    attribute.value = resolve_entities(*value, ReferencesIn::attribute);
    return attribute;
  }

 private:
  std::optional<std::string_view> take_value() {
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    if (quote == '"' || quote == '\'') {
      const std::size_t close = text_.find(quote, at_ + 1);
      if (close == std::string_view::npos) return std::nullopt;
      const std::string_view value = text_.substr(at_ + 1, close - at_ - 1);
      at_ = close + 1;
      return value;
    }
    const std::string_view value = text_.substr(at_, text_.find_first_of(white_space, at_) - at_);
    if (value.empty() || begins_with_curly_quote(value)) return std::nullopt;
    at_ += value.size();
    return value;
  }

  /// From `begin` to the next white space.
  Attribute unreadable(std::size_t begin) {
    at_ = std::min(text_.find_first_of(white_space, std::max(at_, begin + 1)), text_.size());
    return {Attribute::Kind::unreadable, std::string(text_.substr(begin, at_ - begin)), {}, begin};
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// The restricted Damerau–Levenshtein distance (optimal string alignment), row by row.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

}  // namespace

std::vector<Attribute> read_attributes(std::string_view text) {
  std::vector<Attribute> attributes;
  Scanner scanner(text);
  while (scanner.has_more()) attributes.push_back(scanner.take());
  return attributes;
}

const std::string* find_value(const std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.rbegin(), attributes.rend(), [&](const Attribute& attribute) {
    return attribute.kind == Attribute::Kind::valued && attribute.name == name;
  });
  return found == attributes.rend() ? nullptr : &found->value;
}

std::optional<std::string_view> nearest_name(std::string_view name, std::span<const std::string_view> known) {
  constexpr std::size_t short_size = 5;
  constexpr std::size_t max_size = 64;
  if (name.size() > max_size) return std::nullopt;
  std::optional<std::string_view> nearest;
  std::size_t limit = name.size() <= short_size ? 1 : 2;
  for (const std::string_view candidate : known) {
    const std::size_t d = distance(name, candidate);
    if (d > limit || (nearest && d == limit)) continue;
    nearest = candidate;
    limit = d;
  }
  return nearest;
}

}  // namespace lectern::deck
