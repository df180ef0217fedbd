#include "remote/cli/status.h"

#include <algorithm>
#include <boost/json.hpp>

#include "common/base/duration.h"
#include "common/session/permission.h"

namespace lectern::cli {
namespace {

namespace json = boost::json;
using Phase = session::QaTimer::Phase;

const char* word(Phase phase) {
  switch (phase) {
    case Phase::off:
      return "off";
    case Phase::running:
      return "running";
    case Phase::paused:
      return "paused";
  }
  return "off";
}

struct HoldingWords {
  const char* word;  ///< for scripts
  const char* when;
};

HoldingWords words(session::Holding holding) {
  switch (holding) {
    case session::Holding::before:
      return {"before", "before the start"};
    case session::Holding::pause:
      return {"pause", "in a pause"};
    case session::Holding::after:
      return {"after", "after the end"};
  }
  return {"", ""};
}

const char* word(session::Pointer::Kind kind) {
  using Kind = session::Pointer::Kind;
  switch (kind) {
    case Kind::none:
      return "none";
    case Kind::laser:
      return "laser";
    case Kind::spotlight:
      return "spotlight";
    case Kind::zoom:
      return "zoom";
  }
  return "none";
}

const char* word(const session::Following& following) {
  if (!following.is_open) return "off";
  return following.is_whole_after_end ? "whole" : "on";
}

std::string qa_text(const Status& status) {
  if (status.qa_phase == Phase::off) return {};
  std::string text = " · Q&A ";
  if (status.qa_remaining.count() < 0)
    text += clock_text(-status.qa_remaining) + " over " + clock_text(status.qa_limit);
  else
    text += clock_text(status.qa_remaining) + " of " + clock_text(status.qa_limit);
  return status.qa_phase == Phase::paused ? text + ", paused" : text;
}

std::string driver_text(const Status& status) {
  const std::string who = status.is_driver ? "you drive" : status.driver->name + " drives";
  return status.driver->is_locked ? who + ", locked" : who;
}

json::value driver_json(const Status& status) {
  if (!status.driver) return nullptr;
  return json::object{{"name", status.driver->name},
                      {"client", status.driver->client},
                      {"locked", status.driver->is_locked},
                      {"chosen", status.driver->is_chosen},
                      {"you", status.is_driver}};
}

bool drives(const session::RosterEntry& entry, const session::State& state) {
  return state.driver && session::is_driver(*state.driver, entry.who) && state.driver->name == entry.who.name;
}

}  // namespace

Status status_of(const client::View& view, Instant presenter_now) {
  const session::State& state = *view.state;
  Status status;
  status.slide = deck::to_string(state.position.slide);
  const auto& slides = view.outline->slides;
  const auto last =
      std::find_if(slides.rbegin(), slides.rend(), [](const auto& slide) { return slide.is_counted; });
  status.count = last == slides.rend() ? slides.size() : static_cast<std::size_t>(slides.rend() - last);
  const auto at = std::ranges::find(slides, state.position.slide, &protocol::SlideEntry::address);
  if (at != slides.end()) {
    status.number = static_cast<std::size_t>(at - slides.begin()) + 1;
    status.title = at->title;
  }
  status.revision = state.revision;
  status.presented_revision = view.presented;
  status.black = state.black;
  status.frozen = state.frozen.has_value();
  status.holding = state.position.holding;
  status.qa_phase = state.qa.phase;
  status.qa_limit = std::chrono::duration_cast<std::chrono::seconds>(state.qa.limit);
  status.qa_remaining = session::shown_seconds(state.qa, presenter_now);
  if (state.edit) status.edit = state.edit->summary;
  status.pointer = view.pointer;
  status.recorded = view.recorded;
  status.deck_number = state.deck_number;
  status.deck_count = state.decks.size();
  status.driver = state.driver;
  status.is_driver = state.driver && session::is_driver(*state.driver, {view.client, {}, {}, view.device});
  status.role = view.role;
  status.following = state.following;
  return status;
}

std::string to_text(const Status& status) {
  std::string text = std::to_string(status.number) +
                     (status.number > status.count ? ", beyond the " : " of ") +
                     std::to_string(status.count) + " · " + status.slide;
  if (!status.title.empty()) text += " · " + status.title;
  if (status.deck_count > 1)
    text += " · deck " + std::to_string(status.deck_number) + " of " + std::to_string(status.deck_count);
  if (status.holding) text += std::string(" · ") + words(*status.holding).when;
  if (status.black) text += " · black";
  if (status.frozen) text += " · frozen";
  text += qa_text(status);
  if (status.pointer.kind != session::Pointer::Kind::none)
    text += std::string(" · ") + word(status.pointer.kind);
  if (!status.edit.empty()) text += " · edited: " + status.edit;
  if (!status.recorded.problem.empty()) text += " · not recorded";
  if (status.following.is_open) text += " · open to followers";
  if (status.driver && status.driver->is_chosen) text += " · " + driver_text(status);
  return text;
}

std::string people_text(const Status& status) {
  return (status.driver ? driver_text(status) : "nobody drives yet") + "; you are connected as " +
         std::string(session::to_word(status.role));
}

std::string to_json(const Status& status) {
  return json::serialize(json::object{
      {"number", status.number},
      {"count", status.count},
      {"slide", status.slide},
      {"title", status.title},
      {"revision", status.revision},
      {"presented_revision", status.presented_revision},
      {"black", status.black},
      {"frozen", status.frozen},
      {"qa",
       {{"phase", word(status.qa_phase)},
        {"limit", status.qa_limit.count()},
        {"remaining", status.qa_remaining.count()}}},
      {"edit", status.edit},
      {"holding", status.holding ? words(*status.holding).word : ""},
      {"deck", {{"number", status.deck_number}, {"count", status.deck_count}}},
      {"pointer",
       {{"kind", word(status.pointer.kind)},
        {"x", status.pointer.x},
        {"y", status.pointer.y},
        {"size", status.pointer.size}}},
      {"recorded", {{"revision", status.recorded.revision}, {"problem", status.recorded.problem}}},
      {"driver", driver_json(status)},
      {"role", session::to_word(status.role)},
      {"following", word(status.following)}});
}

std::string decks_text(const session::State& state) {
  std::string text;
  std::uint32_t number = 0;
  for (const session::DeckEntry& deck : state.decks) {
    if (!text.empty()) text += '\n';
    std::string line = std::to_string(++number);
    line.resize(std::max<std::size_t>(line.size(), 4), ' ');
    text += line + ' ' + (deck.title.empty() ? "(no title)" : deck.title);
    if (number == state.deck_number) text += " · shown";
  }
  return text;
}

std::string decks_json(const session::State& state) {
  json::array decks;
  for (const session::DeckEntry& deck : state.decks) {
    const std::size_t number = decks.size() + 1;
    decks.push_back({{"number", number}, {"title", deck.title}, {"shown", number == state.deck_number}});
  }
  return json::serialize(json::object{{"decks", std::move(decks)}});
}

std::string roster_text(const client::View& view, Instant presenter_now) {
  std::string text;
  for (const session::RosterEntry& entry : view.roster->entries) {
    text += entry.who.name + " · " + std::string(session::to_word(entry.who.role));
    if (view.role == session::Role::operator_)
      text += " · for " +
              clock_text(std::chrono::duration_cast<std::chrono::seconds>(presenter_now - entry.since));
    if (drives(entry, *view.state)) text += " · drives";
    if (entry.who.client == view.client) text += " · this one";
    text += '\n';
  }
  const std::uint32_t others = view.roster->others;
  if (others > 0) return text + "and " + std::to_string(others) + (others == 1 ? " other" : " others");
  if (!text.empty()) text.pop_back();
  return text;
}

std::string roster_json(const client::View& view, Instant presenter_now) {
  json::array connected;
  for (const session::RosterEntry& entry : view.roster->entries) {
    json::object one{{"name", entry.who.name},
                     {"client", entry.who.client},
                     {"role", session::to_word(entry.who.role)},
                     {"drives", drives(entry, *view.state)},
                     {"you", entry.who.client == view.client}};
    if (view.role == session::Role::operator_)
      one["seconds"] = std::chrono::duration_cast<std::chrono::seconds>(presenter_now - entry.since).count();
    connected.push_back(std::move(one));
  }
  return json::serialize(json::object{{"connected", std::move(connected)}, {"others", view.roster->others}});
}

std::string to_text(const protocol::Outline& outline) {
  std::string text;
  std::size_t number = 0;
  for (const protocol::SlideEntry& slide : outline.slides) {
    if (!text.empty()) text += '\n';
    std::string line = std::to_string(++number);
    line.resize(std::max<std::size_t>(line.size(), 4), ' ');
    line += ' ' + deck::to_string(slide.address);
    line.resize(std::max<std::size_t>(line.size(), 11), ' ');
    text += line + ' ' + (slide.title.empty() ? "(no title)" : slide.title);
  }
  return text;
}

std::string to_json(const protocol::Outline& outline) {
  json::array slides;
  for (const protocol::SlideEntry& slide : outline.slides)
    slides.push_back({{"number", slides.size() + 1},
                      {"slide", deck::to_string(slide.address)},
                      {"title", slide.title},
                      {"steps", slide.step_count},
                      {"notes", slide.has_notes},
                      {"counted", slide.is_counted}});
  return json::serialize(
      json::object{{"deck", outline.deck}, {"title", outline.title}, {"slides", std::move(slides)}});
}

std::string to_text(const protocol::Notes& notes, int step) {
  std::string text = notes.markdown;
  for (const protocol::StepNotes& of_step : notes.steps)
    if (of_step.step <= step) text += (text.empty() ? "" : "\n\n") + of_step.markdown;
  return text.empty() ? "(no notes on this slide)" : text;
}

std::string to_json(const protocol::Notes& notes, const std::string& slide) {
  json::array steps;
  for (const protocol::StepNotes& step : notes.steps)
    steps.push_back({{"step", step.step}, {"notes", step.markdown}});
  return json::serialize(
      json::object{{"slide", slide}, {"notes", notes.markdown}, {"steps", std::move(steps)}});
}

}  // namespace lectern::cli
