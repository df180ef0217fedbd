#include "presenter/check/check.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <memory>
#include <thread>
#include <tuple>

#include "presenter/check/picture_names.h"
#include "presenter/check/rules.h"
#include "presenter/check/survey.h"
#include "presenter/images/picture_cache.h"

namespace lectern::check {
namespace {

PicturePlaces picture_places(const Subject& subject) {
  PicturePlaces places;
  for (deck::PictureReference& picture : deck::picture_references(subject.deck, subject.text))
    places.try_emplace(std::move(picture.source), Position{picture.line, picture.column});
  return places;
}

/// What every slide has to say, by two threads: what costs time is decoding photographs.
Result<std::vector<Findings>> check_slides(const Subject& subject, const DeckView& view,
                                           const Progress& progress) {
  const std::size_t count = subject.deck.slides.size();
  const PicturePlaces places = picture_places(subject);
  const auto pictures = std::make_shared<images::PictureCache>(stage::picture_cache_bytes);
  std::vector<Findings> findings(count);
  std::atomic<std::size_t> next{0}, done{0};

  const auto work = [&](Surveyor& surveyor, const Progress& tell) {
    for (std::size_t i = next++; i < count; i = next++) {
      const SlideView slide = surveyor.survey(view, places, i, subject.display);
      for (const SlideRule rule : slide_rules) rule(slide, findings[i]);
      ++done;
      if (tell) tell(done, count);
    }
  };
  const auto make_surveyor = [&] {
    return Surveyor::create(subject.deck_folder, subject.font_folder, subject.theme, pictures);
  };
  {
    auto first = make_surveyor();
    if (!first) return first.error();
    const std::jthread helper([&] {
      if (auto second = make_surveyor()) work(*second, {});
    });
    work(*first, progress);
  }
  return findings;
}

std::vector<deck::Diagnostic> in_order(Findings findings) {
  const auto place = [](const Finding& f) { return std::tuple(f.file.empty(), f.file, f.line, f.column); };
  std::ranges::stable_sort(findings, {}, place);
  std::vector<deck::Diagnostic> each_once;
  for (Finding& finding : findings) {
    const auto is_same = [&](const Finding& other) {
      return other.code == finding.code && place(other) == place(finding);
    };
    if (std::ranges::none_of(each_once, is_same)) deck::add_diagnostic(each_once, std::move(finding));
  }
  return each_once;
}

}  // namespace

Result<std::vector<deck::Diagnostic>> check(const Subject& subject, const Progress& progress) {
  const Source source(subject.deck, subject.text);
  const DeckView view{subject.deck, source, subject.slot ? subject.slot : subject.deck.settings.slot,
                      link_targets(subject.deck, source)};
  auto by_slide = check_slides(subject, view, progress);
  if (!by_slide) return by_slide.error();

  Findings findings = subject.remarks;
  const auto add = [&](Findings&& more) { std::ranges::move(more, std::back_inserter(findings)); };
  add(find_name_faults(subject.deck, subject.text, subject.deck_folder));
  for (Findings& slide : *by_slide) add(std::move(slide));
  for (const DeckRule rule : deck_rules) rule(view, findings);
  return in_order(std::move(findings));
}

}  // namespace lectern::check
