// Whatever happens at the desk, in whatever order.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "presenter/pairing/desk.h"

namespace lectern::pairing {
namespace {

struct Happening {
  Event event;
  Duration later{};
};

rc::Gen<Event> any_event() {
  const auto number = rc::gen::inRange<DeviceNumber>(0, 12);
  const auto connection = rc::gen::inRange<ConnectionId>(0, 12);
  const auto window = rc::gen::inRange<std::uint32_t>(0, 6);
  return rc::gen::weightedOneOf<Event>({
      {3, rc::gen::map(number,
                       [](DeviceNumber n) {
                         return Event(Open{std::to_string(n), {}});
                       })},
      {1, rc::gen::element(Event(Close{}), Event(Look{}), Event(Came{}))},
      {1, rc::gen::just(Event(End{}))},
      {8, rc::gen::apply(
              [](ConnectionId c, std::uint32_t w, bool token) {
                return Event(Proved{c, token ? Proved::By::token : Proved::By::pin, w, "n", "w", {}});
              },
              connection, window, rc::gen::arbitrary<bool>())},
      {8, rc::gen::apply(
              [](ConnectionId c, std::uint32_t w) {
                return Event(Failed{c, w});
              },
              connection, window)},
      {2, rc::gen::map(connection, [](ConnectionId c) { return Event(Left{c}); })},
      {4, rc::gen::map(number,
                       [](DeviceNumber n) {
                         return Event(Accept{n, session::Role::notes, 0});
                       })},
      {1, rc::gen::map(number, [](DeviceNumber n) { return Event(Decline{n}); })},
      {1, rc::gen::map(number, [](DeviceNumber n) { return Event(Revoke{n}); })},
      {1, rc::gen::map(number,
                       [](DeviceNumber n) {
                         return Event(Rename{n, "x"});
                       })},
      {1, rc::gen::map(number,
                       [](DeviceNumber n) {
                         return Event(Pin{n, n % 2 == 0});
                       })},
  });
}

rc::Gen<std::vector<Happening>> any_happenings() {
  return rc::gen::container<std::vector<Happening>>(rc::gen::apply(
      [](Event event, int seconds) {
        return Happening{std::move(event), std::chrono::seconds(seconds)};
      },
      any_event(), rc::gen::element(0, 0, 0, 1, 10, 60)));
}

std::set<DeviceNumber> numbers(const Desk& desk) {
  std::set<DeviceNumber> all;
  for (const Device& device : desk.devices) all.insert(device.number);
  return all;
}

template <class Kind>
int count(const std::vector<Effect>& effects) {
  return static_cast<int>(
      std::ranges::count_if(effects, [](const Effect& e) { return std::holds_alternative<Kind>(e); }));
}

RC_GTEST_PROP(DeskProperty, NobodyComesInButByAWindowAndTheOperator, ()) {
  Desk desk;
  Instant now{};
  std::map<std::uint32_t, Instant> opened;
  std::map<std::uint32_t, int> guesses, tokens_used;
  for (const Happening& happening : *any_happenings()) {
    now += happening.later;
    const Desk before = desk;
    const std::vector<Effect> effects = step(desk, happening.event, now);

    if (std::holds_alternative<Open>(happening.event)) opened[desk.window_count] = now;
    if (const auto* const proved = std::get_if<Proved>(&happening.event); proved && count<Confirm>(effects)) {
      RC_ASSERT(opened.contains(proved->window) && now < opened[proved->window] + window_time);
      RC_ASSERT(guesses[proved->window] < max_failures);
      if (proved->by == Proved::By::token) {
        RC_ASSERT(++tokens_used[proved->window] == 1);
        RC_ASSERT(now < opened[proved->window] + token_time);
      }
    }
    if (const auto* const failed = std::get_if<Failed>(&happening.event))
      for (const Effect& effect : effects)
        if (const auto* const refuse = std::get_if<Refuse>(&effect); refuse && refuse->why == Refusal::wrong)
          RC_ASSERT(++guesses[failed->window] <= max_failures);

    for (const DeviceNumber number : numbers(desk))
      if (!numbers(before).contains(number)) {
        RC_ASSERT(std::get<Accept>(happening.event).number == number);
        RC_ASSERT(std::ranges::count(before.asking, number, &Asking::number) == 1);
        RC_ASSERT(count<Admit>(effects) == 1);
      }
    RC_ASSERT(desk.asking.size() <= max_asking && desk.devices.size() <= max_devices);
  }
}

RC_GTEST_PROP(DeskProperty, WhatChangesIsToldAndKept, ()) {
  Desk desk;
  Instant now{};
  for (const Happening& happening : *any_happenings()) {
    now += happening.later;
    const Desk before = desk;
    const std::vector<Effect> effects = step(desk, happening.event, now);
    RC_ASSERT(count<Tell>(effects) == (desk != before));
    RC_ASSERT(count<Keep>(effects) == (desk.devices != before.devices));
    if (std::holds_alternative<Revoke>(happening.event))
      RC_ASSERT(count<Expel>(effects) == static_cast<int>(before.devices.size() - desk.devices.size()));
    // Who asked is asking still, was answered, or has left.
    for (const Asking& asked : before.asking) {
      const bool still = std::ranges::count(desk.asking, asked.number, &Asking::number) == 1;
      const bool answered = std::ranges::any_of(effects, [&](const Effect& effect) {
        const auto* const refuse = std::get_if<Refuse>(&effect);
        const auto* const admit = std::get_if<Admit>(&effect);
        return (refuse && refuse->connection == asked.connection) || (admit && admit->number == asked.number);
      });
      RC_ASSERT(still || answered || std::holds_alternative<Left>(happening.event));
    }
    const auto look = next_look(desk);
    RC_ASSERT(!look || *look > now);
  }
}

}  // namespace
}  // namespace lectern::pairing
