#include "presenter/picker/picker.h"

#include <sys/resource.h>

#include <algorithm>
#include <utility>

#include "presenter/images/picture_source.h"
#include "presenter/stage/slide_painter.h"

namespace lectern::picker {
namespace {

constexpr int less_urgent = 10;  // than whoever paints for the stage: a tenth of their share of the processor

stage::MakePaint painter_of(const stage::Material& material, const std::filesystem::path& font_folder) {
  return [deck = material.deck, theme = material.theme, font_folder,
          pictures = images::passing_pictures(material.find_picture)]() -> Result<stage::Paint> {
    setpriority(PRIO_PROCESS, 0, less_urgent);  // of this thread alone
    auto made = stage::SlidePainter::create(font_folder, theme, pictures);
    if (!made) return made.error();
    auto painter = std::make_shared<stage::SlidePainter>(*std::move(made));
    return stage::Paint([painter, deck](const stage::FrameKey& key) {
      return painter->paint(*deck, key.slide_index, key.display);
    });
  };
}

std::vector<std::string> titles_of(const deck::Deck& deck) {
  std::vector<std::string> titles;
  for (const deck::Slide& slide : deck.slides) titles.push_back(slide.title);
  return titles;
}

}  // namespace

Picker::Picker(const stage::Material& material, const std::filesystem::path& font_folder, PixelSize stage,
               std::size_t max_bytes, const std::function<void()>& wake)
    : deck_(material.deck),
      stage_(stage),
      drawer_(font_folder, wake),
      pictures_(painter_of(material, font_folder), 1, {}, max_bytes) {
  pictures_.on_finished(wake);
}

void Picker::see(const session::State& state) {
  if (state.deck != deck_->hash) return;
  present_ = deck::find_slide(*deck_, state.position.slide);
  if (!choice_) choice_.emplace(titles_of(*deck_), present_.value_or(0));
}

std::optional<stage::PanelEnd> Picker::handle(const stage::PanelInput& input) {
  if (!choice_) return std::nullopt;
  return std::visit([this](const auto& it) { return handle(it); }, input);
}

std::optional<stage::PanelEnd> Picker::handle(stage::PanelKey key) {
  switch (key) {
    case stage::PanelKey::escape:
      return stage::PanelEnd{};
    case stage::PanelKey::enter:
      return show_chosen();
    case stage::PanelKey::erase:
      choice_->erase();
      return std::nullopt;
    default:
      choice_->move(key, Grid(window_, stage_));
      return std::nullopt;
  }
}

/// The key that has opened it closes it, as long as it cannot be the beginning of a word; a capital can.
std::optional<stage::PanelEnd> Picker::handle(const stage::TypedText& text) {
  if (choice_->typed().empty() && text.utf8 == "o") return stage::PanelEnd{};
  if (!choice_->typed().empty() || text.utf8 != " ") choice_->type(text.utf8);
  return std::nullopt;
}

std::optional<stage::PanelEnd> Picker::handle(const stage::Click& click) {
  const Grid grid(window_, stage_);
  const auto place = grid.place_at(click.x, click.y);
  return place && choice_->choose(*place, grid) ? show_chosen() : std::nullopt;
}

std::optional<stage::PanelEnd> Picker::show_chosen() const {
  const auto slide = choice_->slide();
  if (!slide) return std::nullopt;
  return stage::PanelEnd{deck_->slides[*slide].address};
}

stage::Frame Picker::newest_picture(PixelSize window) {
  window_ = window;
  if (choice_)
    if (Sheet newest = sheet(window); newest != asked_) {
      drawer_.draw(newest);
      asked_ = std::move(newest);
    }
  return drawer_.take();
}

Sheet Picker::sheet(PixelSize window) {
  const Grid grid(window, stage_);
  const auto& found = choice_->found();
  const auto count = static_cast<std::size_t>(grid.count()), begin = choice_->page_begin(grid),
             end = std::min(begin + count, found.size());
  Sheet sheet{window,
              stage_,
              choice_->typed(),
              {},
              found.size(),
              deck_->slides.size(),
              begin / count + 1,
              (found.size() + count - 1) / count};
  std::vector<stage::FrameKey> wanted;
  for (std::size_t place = begin; place < end; ++place) {
    const std::size_t slide = found[place];
    wanted.push_back(stage::frame_of(slide, grid.picture()));
    sheet.cells.push_back({slide + 1, choice_->titles()[slide], pictures_.find(wanted.back()),
                           place == choice_->chosen(), slide == present_, deck_->slides[slide].is_counted});
  }
  if (wanted != wanted_) pictures_.want(wanted_ = std::move(wanted));
  return sheet;
}

}  // namespace lectern::picker
