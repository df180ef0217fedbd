// Notes that would leak, and whether there is time for what they say.
#include <algorithm>
#include <array>
#include <cctype>

#include "common/deck/questions.h"
#include "common/text/text.h"
#include "presenter/check/note_mark.h"
#include "presenter/check/rules.h"
#include "presenter/check/words.h"

namespace lectern::check {
namespace {

// Nobody speaks like a clock: only a tenth more than planned is worth a word.
constexpr double tolerance = 1.1;

/// The slide on which a sum over the slides first exceeds `limit`; nullopt: it never does.
template <class Time>
std::optional<std::size_t> slide_beyond(const deck::Deck& deck, Duration limit, const Time& time) {
  Duration sum{0};
  for (std::size_t i = 0; i < deck.slides.size(); ++i)
    if ((sum += time(deck.slides[i])) > limit) return i;
  return std::nullopt;
}

void report_beyond(const DeckView& view, std::size_t slide_index, deck::Code code, const std::string& what,
                   Findings& findings) {
  const Position at = view.source.find(slide_index, "");
  findings.push_back({code,
                      {},
                      at.line,
                      at.column,
                      what + "; the slot is " + minutes_text(*view.slot) + " and ends during this slide.",
                      "Shorten what comes before it, or leave slides out."});
}

}  // namespace

void notes_shown(const SlideView& view, Findings& findings) {
  const auto note = find_shown_note(view.in.source, view.in.deck, view.index);
  if (!note) return;
  findings.push_back(
      view.finding(deck::Code::notes_shown, view.in.source.position(note->offset + note->mark.begin),
                   in_quotes(note->mark.shown) + " is shown to the audience, with what follows.",
                   "If it is for the speaker, write Note: alone at the beginning of the line."));
}

void questions_untimed(const SlideView& view, Findings& findings) {
  const deck::Slide& slide = view.slide();
  if (slide.timing) return;
  const std::string invitation = deck::invitation_to_ask(slide);
  if (invitation.empty()) return;
  findings.push_back(
      view.finding(deck::Code::questions_untimed, invitation, "The questions have no time of their own.",
                   "Add <!-- .slide: data-timing=\"300\" -->, the seconds that they may take."));
}

void notes_over_timing(const SlideView& view, Findings& findings) {
  const deck::Slide& slide = view.slide();
  if (!slide.timing) return;
  const Duration time = time_to_say(count_note_words(slide));
  if (time <= *slide.timing * tolerance) return;
  findings.push_back(view.finding(deck::Code::notes_long, slide.title,
                                  "The notes of this slide take " + minutes_text(time) + " to say; it has " +
                                      minutes_text(*slide.timing) + ".",
                                  "Shorten the notes, or give the slide a longer data-timing."));
}

void notes_over_slot(const DeckView& view, Findings& findings) {
  if (!view.slot) return;
  std::size_t words = 0;
  for (const deck::Slide& slide : view.deck.slides) words += count_note_words(slide);
  const Duration all = time_to_say(words);
  if (all <= *view.slot) return;
  const auto beyond = slide_beyond(
      view.deck, *view.slot, [](const deck::Slide& slide) { return time_to_say(count_note_words(slide)); });
  report_beyond(view, beyond.value_or(view.deck.slides.size() - 1), deck::Code::notes_long,
                "The notes take " + minutes_text(all) + " to say (" + std::to_string(words) + " words)",
                findings);
}

void timing_over_slot(const DeckView& view, Findings& findings) {
  if (!view.slot) return;
  const auto planned = [](const deck::Slide& slide) { return slide.timing.value_or(Duration(0)); };
  const auto beyond = slide_beyond(view.deck, *view.slot, planned);
  if (!beyond) return;
  Duration sum{0};
  for (const deck::Slide& slide : view.deck.slides) sum += planned(slide);
  report_beyond(view, *beyond, deck::Code::timing_long,
                "The slides' data-timing adds up to " + minutes_text(sum), findings);
}

}  // namespace lectern::check
