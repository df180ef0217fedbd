#include "presenter/check/rename_pictures.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>

#include "common/deck/fences.h"

namespace lectern::check {
namespace {

constexpr std::array<std::string_view, 9> before_name = {
    "](", "](<", "=\"", "='", "]: ", "]: <", "src=", "data-background=", "data-background-image="};
constexpr std::array<std::string_view, 2> before_list = {"data-background-image=\"",
                                                         "data-background-image='"};
constexpr std::string_view after_name = ")>\"'?#, \t\r\n";

/// One byte of a name, written as it is or as %28.
struct Spelling {
  char byte;
  std::size_t length;
};

Spelling spelling_at(std::string_view text, std::size_t at) {
  const int high = text[at] == '%' && at + 2 < text.size() ? hexadecimal_value(text[at + 1]) : -1;
  const int low = high >= 0 ? hexadecimal_value(text[at + 2]) : -1;
  if (low < 0) return {text[at], 1};
  return {static_cast<char>(high * 16 + low), 3};
}

/// `name` with those bytes escaped that `spelt` escapes; a letter outside ASCII is escaped as a whole.
std::string escaped_like(std::string_view spelt, const std::string& name) {
  std::array<bool, 256> is_escaped{};
  for (std::size_t i = 0; i < spelt.size();) {
    const auto [byte, length] = spelling_at(spelt, i);
    const auto value = static_cast<unsigned char>(byte);
    if (length > 1) is_escaped[value] = true;
    if (length > 1 && value >= 0x80) std::fill(is_escaped.begin() + 0x80, is_escaped.end(), true);
    i += length;
  }
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string escaped;
  for (const char c : name) {
    const auto value = static_cast<unsigned char>(c);
    escaped += is_escaped[value] ? std::string{'%', digits[value / 16], digits[value % 16]} : std::string{c};
  }
  return escaped;
}

/// Walks over the text once.
class Walk {
 public:
  Walk(std::string_view text, const NewNames& names)
      : text_(text), names_(names.begin(), names.end()), fences_(deck::closed_fences(text, 0)) {}

  std::vector<Edit> run() {
    std::vector<Edit> edits;
    while (at_ < text_.size()) {
      if (const Range* fence = deck::range_around(fences_, at_)) {
        at_ = std::max(fence->end, at_ + 1);
        continue;
      }
      look_back();
      if (!is_in_code_ && can_begin_name())
        if (auto edit = edit_here()) edits.push_back(*std::move(edit));
      ++at_;
    }
    return edits;
  }

 private:
  using Names = std::vector<std::pair<std::string, std::string>>;  // in order

  bool is_after(std::string_view mark) const { return text_.substr(0, at_).ends_with(mark); }

  /// What the byte before this place means for it.
  void look_back() {
    const char c = at_ == 0 ? '\n' : text_[at_ - 1];
    const bool is_line_end = c == '\n' || c == '\r';
    is_in_code_ = !is_line_end && (is_in_code_ != (c == '`'));
    if (is_line_end || c == list_quote_) list_quote_ = 0;
    for (const std::string_view opening : before_list)
      if (is_after(opening)) list_quote_ = opening.back();
    if (c != ' ') ink_ = c;
  }

  bool can_begin_name() const {
    return std::ranges::any_of(before_name, [this](std::string_view mark) { return is_after(mark); }) ||
           (list_quote_ != 0 && ink_ == ',');
  }

  /// For the longest of the names that stands here; those that do are narrowed down byte by byte.
  std::optional<Edit> edit_here() const {
    std::optional<Edit> longest;
    std::span<const Names::value_type> left = names_;
    std::size_t length = 0;
    for (std::size_t at = at_; at < text_.size() && !left.empty(); ++length) {
      if (left.front().first.size() == length) {
        if (after_name.find(text_[at]) != std::string_view::npos)
          longest = Edit{{at_, at}, escaped_like(text_.substr(at_, at - at_), left.front().second)};
        left = left.subspan(1);
      }
      const Spelling spelling = spelling_at(text_, at);
      const auto byte_of = [length](const Names::value_type& name) {
        return static_cast<unsigned char>(name.first[length]);
      };
      const auto fitting =
          std::ranges::equal_range(left, static_cast<unsigned char>(spelling.byte), {}, byte_of);
      left = std::span(fitting.begin(), fitting.end());
      at += spelling.length;
    }
    return longest;
  }

  std::string_view text_;
  Names names_;
  std::vector<Range> fences_;
  std::size_t at_ = 0;
  bool is_in_code_ = false;
  char list_quote_ = 0;  // of the list of pictures that this place is in; 0: none
  char ink_ = 0;         // the last byte before this place that is no space
};

}  // namespace

std::vector<Edit> rename_pictures(std::string_view text, const NewNames& names) {
  return Walk(text, names).run();
}

}  // namespace lectern::check
