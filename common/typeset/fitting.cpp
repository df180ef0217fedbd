#include "common/typeset/fitting.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "common/typeset/block.h"
#include "common/typeset/cut.h"

namespace lectern::typeset {
namespace {

constexpr double usual_picture_share = 0.95;  // of the area's height, reveal.js's
constexpr double fair_picture_share = 0.4;    // before the text becomes smaller as well
constexpr double least_picture_share = 0.1;
constexpr int search_steps = 6;
constexpr double rounding = 0.01;

/// How small a slide is set.
struct Manner {
  double fit = 1;
  double picture_share = usual_picture_share;
};

Manner between(const Manner& a, const Manner& b, double share) {
  return {std::lerp(a.fit, b.fit, share), std::lerp(a.picture_share, b.picture_share, share)};
}

/// How far the content reaches to either side of the area's middle: only a table can be wider than the area.
double width_of(const Sheet& sheet, double area_width) {
  const double middle = area_width / 2;
  double half = middle;
  for (const Box& box : sheet.boxes) half = std::max({half, middle - box.x, box.x + box.width - middle});
  return 2 * half;
}

class Fitter {
 public:
  Fitter(Fonts& fonts, const deck::Slide& slide, const deck::Settings& settings, const Theme& theme,
         const PictureLookup& pictures)
      : fonts_(fonts), slide_(slide), settings_(settings), theme_(theme), pictures_(pictures) {}

  Fitted fit(double least_fit) {
    Fitted whole = set({}, Room::ample);
    if (fits(whole)) return whole;
    Fitted result = smaller(whole, least_fit);
    result.is_made_smaller = true;
    result.wanted_width = whole.wanted_width;
    result.wanted_bottom = whole.wanted_bottom;
    return result;
  }

 private:
  Fitted smaller(const Fitted& whole, double least_fit) {
    const bool has_pictures =
        std::ranges::any_of(whole.sheet.boxes, [](const Box& box) { return box.kind == "img"; });
    // Would do with the lines as they are; longer ones need less.
    const double scaled_fit =
        std::max(least_fit, std::min(settings_.width / whole.width, settings_.height / whole.height));
    const std::array manners = {Manner{}, Manner{1, fair_picture_share},
                                Manner{scaled_fit, fair_picture_share}, Manner{least_fit, fair_picture_share},
                                Manner{least_fit, least_picture_share}};
    for (std::size_t i = 1; i < manners.size(); ++i) {
      if (manners[i].fit == manners[i - 1].fit && !has_pictures) continue;
      if (auto found = largest(manners[i], manners[i - 1], Room::ample)) return *std::move(found);
    }
    if (auto found = largest(manners.back(), Manner{1, least_picture_share}, Room::scarce))
      return *std::move(found);
    Fitted rest = set(manners.back(), Room::none);
    const double bottom = settings_.height / rest.fit;
    if (rest.height > bottom + rounding) {
      const Cut cut = cut_off(rest.sheet, bottom);
      rest.height = cut.height;
      rest.cut_line_count = cut.line_count;
    }
    return rest;
  }

  /// The largest manner that fits; nullopt: not even the smallest does.
  std::optional<Fitted> largest(const Manner& smallest, const Manner& too_large, Room room) {
    Fitted best = set(smallest, room);
    if (!fits(best)) return std::nullopt;
    double low = 0, high = 1;
    for (int step = 0; step < search_steps; ++step) {
      const double middle = (low + high) / 2;
      Fitted next = set(between(smallest, too_large, middle), room);
      const bool is_better = fits(next);
      (is_better ? low : high) = middle;
      if (is_better) best = std::move(next);
    }
    return best;
  }

  bool fits(const Fitted& content) const {
    return content.width <= settings_.width / content.fit + rounding &&
           content.height <= settings_.height / content.fit + rounding;
  }

  Fitted set(const Manner& manner, Room room) {
    Setting setting{.fonts = fonts_,
                    .theme = theme_,
                    .pictures = pictures_,
                    .picture_max_height = manner.picture_share * settings_.height,
                    .area_height = settings_.height / manner.fit,
                    .room = room};
    Surroundings surroundings;
    surroundings.text.font = {
        .family = theme_.text_family, .pixels = theme_.text_pixels, .weight = theme_.text_weight};
    surroundings.text.direction =
        slide_.direction == deck::TextDirection::unsaid ? settings_.direction : slide_.direction;
    surroundings.text.line_height = theme_.text_pixels * theme_.line_height;
    // reveal.js keeps the notes as an unseen last element of the slide.
    Stack content(setting, slide_.content, surroundings,
                  slide_.notes.empty() ? Stack::Follower::none : Stack::Follower::unseen);
    Fitted result;
    const double width = settings_.width / manner.fit;
    Flow flow(0);
    content.place(result.sheet, flow, 0, width);
    result.fit = manner.fit;
    result.width = width_of(result.sheet, width);
    result.height = std::round(std::max(flow.end(), flow.reached()));  // as reveal.js reads scrollHeight
    result.wanted_width = result.width;
    result.wanted_bottom = flow.bottom();
    return result;
  }

  Fonts& fonts_;
  const deck::Slide& slide_;
  const deck::Settings& settings_;
  const Theme& theme_;
  const PictureLookup& pictures_;
};

}  // namespace

Fitted fit_content(Fonts& fonts, const deck::Slide& slide, const deck::Settings& settings, const Theme& theme,
                   const PictureLookup& pictures, double least_fit) {
  return Fitter(fonts, slide, settings, theme, pictures).fit(least_fit);
}

}  // namespace lectern::typeset
