// What a client decides about time and order, as tests/vectors says it of clients in every language.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <functional>
#include <iterator>
#include <sstream>

#include "common/client/backoff.h"
#include "common/client/clock_estimate.h"
#include "common/client/outbox.h"
#include "common/client/probing.h"

namespace lectern::client {
namespace {

namespace json = boost::json;
using Event = json::object;
using Take = std::function<void(const Event&)>;

std::string text(const Event& event, const char* name) {
  return std::string(event.at(name).as_string());
}
std::int64_t number(const Event& event, const char* name) {
  return event.at(name).as_int64();
}
Instant instant(const Event& event, const char* name) {
  return Instant(Duration(number(event, name)));
}
std::uint32_t id(const Event& event, const char* name) {
  return static_cast<std::uint32_t>(number(event, name));
}
std::int64_t ms(Instant instant) {
  return instant.time_since_epoch().count();
}

/// Gives each case's events to what `begin` makes for it.
void hold(const std::string& file, const std::function<Take()>& begin) {
  std::ifstream stream(LECTERN_SOURCE_DIR "/tests/vectors/" + file);
  const json::value vectors = json::parse(std::string(std::istreambuf_iterator<char>(stream), {}));
  for (const json::value& each : vectors.at("cases").as_array()) {
    const Take take = begin();
    for (const json::value& event : each.at("events").as_array()) {
      SCOPED_TRACE(text(each.as_object(), "name") + ": " + json::serialize(event));
      take(event.as_object());
    }
  }
}

TEST(Vectors, OfBackoff) {
  hold("backoff.json", [] {
    return [backoff = Backoff()](const Event& event) mutable {
      if (text(event, "do") == "reset") return backoff.reset();
      EXPECT_EQ(backoff.next(event.at("random").to_number<double>()).count(), number(event, "wait"));
    };
  });
}

TEST(Vectors, OfTheClockEstimate) {
  hold("clock_estimate.json", [] {
    return [estimate = ClockEstimate()](const Event& event) mutable {
      estimate.take({instant(event, "asked"), instant(event, "received"), instant(event, "answered"),
                     instant(event, "heard")});
      EXPECT_EQ(estimate.ahead().count(), number(event, "ahead"));
    };
  });
}

TEST(Vectors, OfProbing) {
  hold("probing.json", [] {
    return [probing = Probing(Instant(Duration(1000)))](const Event& event) mutable {
      const std::string what = text(event, "do");
      if (what == "heard") return probing.heard(instant(event, "at"));
      if (what == "doubted") return probing.doubted(instant(event, "at"));
      if (what == "answered") return probing.answered();
      EXPECT_EQ(probing.is_lost(instant(event, "at")), event.at("lost").as_bool());
      EXPECT_EQ(probing.asks(instant(event, "at")), event.at("asks").as_bool());
      if (event.contains("due")) {
        EXPECT_EQ(ms(probing.due()), number(event, "due"));
      }
    };
  });
}

/// "3.2/1"
session::Position place_of(const std::string& text) {
  session::Position place;
  char dot = 0;
  std::istringstream(text) >> place.slide.h >> dot >> place.slide.v >> dot >> place.step;
  return place;
}
std::string words(const session::Position& place) {
  return std::to_string(place.slide.h) + "." + std::to_string(place.slide.v) + "/" +
         std::to_string(place.step);
}
std::string words(session::Direction direction) {
  return direction == session::Direction::next ? "next" : "previous";
}

Press press_of(const std::string& what) {
  if (what == "next") return session::Direction::next;
  if (what == "previous") return session::Direction::previous;
  if (what == "black") return session::Command(session::SetBlack{true});
  return session::Command(session::GoToEnd{session::End::last});
}

std::string words(const session::Request& request) {
  std::string what = "last";
  if (const auto* chained = std::get_if<session::ChainedStep>(&request.command)) {
    what = words(chained->direction) + " after " + std::to_string(chained->after);
  } else {
    const auto& command = std::get<session::Command>(request.command);
    if (const auto* step = std::get_if<session::Step>(&command))
      what = words(step->direction) + " from " + words(step->from);
    if (std::holds_alternative<session::SetBlack>(command)) what = "black";
  }
  return std::to_string(request.id) + "@" + std::to_string(request.epoch) + " by " +
         std::to_string(ms(request.expires)) + ": " + what;
}

std::string words(const Settled& settled) {
  const auto& [outcome, revision, reason, message] = settled.confirmed;
  const std::string became = outcome == Outcome::accepted      ? "accepted " + std::to_string(revision)
                             : outcome == Outcome::unconfirmed ? "unconfirmed"
                                                               : "refused " + reason;
  return std::to_string(settled.ticket) + " " + became;
}

template <class Values>
json::array all_words(const Values& values) {
  json::array said;
  for (const auto& value : values) said.emplace_back(words(value));
  return said;
}

void take(Outbox& outbox, const Event& event) {
  const std::string what = text(event, "do");
  if (what == "resume") outbox.resume(id(event, "epoch"));
  if (what == "disconnect") outbox.disconnected();
  if (what == "expire") outbox.expire(instant(event, "at"));
  if (what == "give_up") outbox.give_up();
  if (what == "press") {
    session::State state;
    state.revision = id(event, "revision");
    state.epoch = id(event, "epoch");
    state.position = place_of(text(event, "place"));
    outbox.press(id(event, "ticket"), press_of(text(event, "what")), state, instant(event, "at"));
  }
  if (what == "answer" && event.contains("accepted"))
    outbox.answered({id(event, "id"), id(event, "accepted"), {}, {}});
  else if (what == "answer")
    outbox.answered({id(event, "id"), std::nullopt, text(event, "refused"), {}});
  if (what == "send") {
    EXPECT_EQ(all_words(outbox.next()), event.at("sends").as_array());
  }
  if (what == "settled") {
    EXPECT_EQ(all_words(outbox.take_settled()), event.at("are").as_array());
  }
  if (what == "due") {
    const auto due = outbox.due();
    EXPECT_EQ(due ? json::value(ms(*due)) : json::value(nullptr), event.at("is"));
  }
}

TEST(Vectors, OfTheOutbox) {
  hold("outbox.json",
       [] { return [outbox = Outbox()](const Event& event) mutable { take(outbox, event); }; });
}

}  // namespace
}  // namespace lectern::client
