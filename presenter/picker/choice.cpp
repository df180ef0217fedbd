#include "presenter/picker/choice.h"

#include <algorithm>
#include <utility>

#include "common/deck/find_slides.h"
#include "common/text/text.h"

namespace lectern::picker {
namespace {

constexpr std::size_t max_typed_bytes = 80;

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Choice::Choice(std::vector<std::string> titles, std::size_t present)
    : titles_(std::move(titles)), present_(present) {
  find();
}

void Choice::type(std::string_view utf8) {
  if (typed_.size() + utf8.size() > max_typed_bytes) return;
  typed_ += utf8;
  find();
}

void Choice::erase() {
  const auto is_inside = [](char c) { return (c & 0xC0) == 0x80; };
  while (!typed_.empty() && is_inside(typed_.back())) typed_.pop_back();
  if (!typed_.empty()) typed_.pop_back();
  find();
}

void Choice::find() {
  found_ = deck::find_slides(titles_, typed_);
  std::size_t wanted = present_;
  if (const auto words = trimmed(typed_); is_number(words)) {
    for (std::size_t i = 0; i < titles_.size(); ++i)
      if (std::to_string(i + 1).starts_with(words)) found_.push_back(i);
    std::ranges::sort(found_);
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    wanted = static_cast<std::size_t>(std::atoll(std::string(words).c_str())) - 1;
  } else if (!words.empty() && !found_.empty()) {
    wanted = found_.front();
  }
  const auto at = std::ranges::find(found_, wanted);
  chosen_ = at == found_.end() ? 0 : static_cast<std::size_t>(at - found_.begin());
}

void Choice::move(stage::PanelKey key, const Grid& grid) {
  using enum stage::PanelKey;
  if (found_.empty()) return;
  const auto columns = static_cast<std::size_t>(grid.columns()),
             count = static_cast<std::size_t>(grid.count()), last_place = found_.size() - 1;
  const auto back = [&](std::size_t places) { chosen_ -= std::min(places, chosen_); };
  const auto on = [&](std::size_t places) { chosen_ = std::min(chosen_ + places, last_place); };
  switch (key) {
    case left:
      return back(1);
    case right:
      return on(1);
    case up:
      return back(chosen_ >= columns ? columns : 0);
    case down:
      return on(chosen_ / columns < last_place / columns ? columns : 0);
    case page_up:
      return back(count);
    case page_down:
      return on(count);
    case first:
      return back(found_.size());
    case last:
      return on(found_.size());
    case erase:
    case enter:
    case escape:
      return;
  }
}

bool Choice::choose(int place, const Grid& grid) {
  const std::size_t wanted = page_begin(grid) + static_cast<std::size_t>(place);
  if (wanted >= found_.size()) return false;
  chosen_ = wanted;
  return true;
}

std::optional<std::size_t> Choice::slide() const {
  return found_.empty() ? std::nullopt : std::optional(found_[chosen_]);
}

std::size_t Choice::page_begin(const Grid& grid) const {
  const auto count = static_cast<std::size_t>(grid.count());
  return chosen_ / count * count;
}

}  // namespace lectern::picker
