#include "tests/simulation/checker.h"

#include <map>
#include <set>
#include <utility>
#include <variant>

#include "common/client/outbox.h"
#include "common/session/reduce.h"

namespace lectern::simulation {
namespace {

using Fault = std::optional<std::string>;
using Key = std::pair<ClientId, CommandId>;

Key key_of(const Decided& decided) {
  return {decided.client, decided.request.id};
}

std::string name_of(const Key& key) {
  return "command " + std::to_string(key.second) + " of " + key.first;
}

bool has_changed(const Decided& decided) {
  return decided.before->revision != decided.after->revision;
}

bool is_too_old(const session::Answer& answer) {
  const auto* const rejection = std::get_if<session::Rejection>(&answer.outcome);
  return rejection && *rejection == session::Rejection::too_old;
}

Fault applied_twice(const History& history) {
  std::set<Key> applied;
  for (const Run& run : history.runs) {
    std::map<Key, session::Answer> first;
    for (const Decided& decided : run.decided) {
      const Key key = key_of(decided);
      if (has_changed(decided) && !applied.insert(key).second) return name_of(key) + " was applied twice";
      if (has_changed(decided) && decided.request.epoch != run.epoch())
        return name_of(key) + " was applied in another epoch than it was meant for";
      const auto [before, is_first] = first.try_emplace(key, decided.answer);
      if (!is_first && decided.answer != before->second && !is_too_old(decided.answer))
        return name_of(key) + " was answered in two ways";
    }
  }
  return std::nullopt;
}

Fault applied_late(const History& history) {
  std::map<Key, const Pressed*> pressed;
  for (const Pressed& press : history.pressed) pressed[{press.client, press.request.id}] = &press;
  for (const Run& run : history.runs)
    for (const Decided& decided : run.decided) {
      if (!has_changed(decided)) continue;
      const std::string name = name_of(key_of(decided));
      if (decided.at > decided.request.expires) return name + " was applied after its expiry";
      const Pressed& press = *pressed.at(key_of(decided));
      const auto* const command = std::get_if<session::Command>(&press.request.command);
      const bool is_step = !command || std::holds_alternative<session::Step>(*command);
      const Duration patience = is_step ? client::step_patience : client::command_patience;
      if (decided.when - press.at > patience + std::chrono::abs(press.clock_error))
        return name + " was applied longer after the press than anybody would have it";
    }
  return std::nullopt;
}

/// What a request asks for, where the chain that it hangs on has led; nullopt: nowhere.
std::optional<session::Command> command_of(const Decided& decided,
                                           const std::map<Key, session::Position>& left_at) {
  const auto* const chained = std::get_if<session::ChainedStep>(&decided.request.command);
  if (!chained) return std::get<session::Command>(decided.request.command);
  const auto predecessor = left_at.find({decided.client, chained->after});
  if (predecessor == left_at.end()) return std::nullopt;
  return session::Step{chained->direction, chained->deck, predecessor->second};
}

Fault lost_in(const Run& run, const deck::Deck& deck) {
  session::State state = *run.first;
  std::map<Key, session::Position> left_at;  // by accepted commands
  std::set<Key> answered;
  auto published = run.published.begin();
  for (const Decided& decided : run.decided) {
    const std::string name = name_of(key_of(decided));
    if (*decided.before != state) return "before " + name + " the state was not what had been accepted";
    if (answered.insert(key_of(decided)).second && decided.answer.accepted()) {
      const auto command = command_of(decided, left_at);
      if (!command) return name + " was accepted though it hangs on one that was not";
      auto decision = session::reduce(state, deck, *command, decided.at,
                                      {decided.client, decided.client, session::Role::controller});
      auto* const next = std::get_if<session::State>(&decision);
      if (!next) return name + " was accepted though it could not be";
      state = std::move(*next);
      left_at[key_of(decided)] = state.position;
      if (std::get<Revision>(decided.answer.outcome) != state.revision)
        return name + " was answered with another revision than it led to";
    }
    if (*decided.after != state) return "after " + name + " the state is not what was accepted";
    if (!has_changed(decided)) continue;
    if (published == run.published.end() || **published++ != state)
      return name + " changed the state, but it was not published";
  }
  return published == run.published.end() ? Fault() : "a state was published that nobody asked for";
}

Fault lost(const History& history, const deck::Deck& deck) {
  std::map<std::pair<Epoch, Key>, session::Answer> decided;
  for (const Run& run : history.runs) {
    if (const Fault fault = lost_in(run, deck)) return fault;
    for (const Decided& each : run.decided) decided.try_emplace({run.epoch(), key_of(each)}, each.answer);
  }
  for (const Told& told : history.told) {
    const Key key{told.client, told.answer.id};
    const auto found = decided.find({told.epoch, key});
    if (found == decided.end()) return name_of(key) + " was answered, but never decided";
    if (told.answer.accepted && protocol::to_wire(found->second) != told.answer)
      return name_of(key) + " was told to be accepted, but was not";
  }
  return std::nullopt;
}

Fault told_wrongly(const History& history) {
  std::map<Key, Revision> accepted;
  for (const Run& run : history.runs)
    for (const Decided& decided : run.decided)
      if (const auto* const revision = std::get_if<Revision>(&decided.answer.outcome))
        accepted[key_of(decided)] = *revision;
  for (const Settled& settled : history.settled) {
    const Key key{settled.client, settled.id};
    const auto found = accepted.find(key);
    const bool was_accepted = found != accepted.end();
    switch (settled.confirmed.outcome) {
      case client::Outcome::accepted:
        if (!was_accepted || found->second != settled.confirmed.revision)
          return name_of(key) + " was not accepted, but whoever pressed was told so";
        break;
      case client::Outcome::refused:
        if (was_accepted)
          return name_of(key) + " was accepted, but whoever pressed was told that it was refused";
        break;
      case client::Outcome::unconfirmed:
        break;
    }
  }
  return std::nullopt;
}

/// Milliseconds are rounded down where a run ends and where the next begins.
constexpr Duration rounding{2};

Fault forgotten(const History& history) {
  std::map<std::pair<Epoch, Revision>, std::pair<StatePtr, Duration>> states;  // and when their epoch began
  const Run* before = nullptr;
  for (const Run& run : history.runs) {
    if (before && before->recorded > 0) {
      const bool has_survived =
          run.left && run.left->epoch == before->epoch() && run.left->revision >= before->recorded;
      if (!has_survived) return "revision " + std::to_string(before->recorded) + " was recorded, and is lost";
    }
    if (run.left) {
      const auto found = states.find({run.left->epoch, run.left->revision});
      if (found == states.end() || *found->second.first != *run.left) return "what was recorded never was";
      const session::State& state = *run.first;
      const Instant then = Instant(run.began - found->second.second);
      const Duration drift = session::elapsed(run.left->qa, then) - session::elapsed(state.qa, Instant{});
      if (state.revision <= run.left->revision || state.position != run.left->position ||
          state.black != run.left->black || state.qa.phase != run.left->qa.phase ||
          state.qa.limit != run.left->qa.limit || std::chrono::abs(drift) > rounding)
        return "an epoch did not go on where the one before was left";
    }
    states[{run.epoch(), run.first->revision}] = {run.first, run.began};
    for (const StatePtr& state : run.published) states[{run.epoch(), state->revision}] = {state, run.began};
    before = &run;
  }
  return std::nullopt;
}

Fault changed(const History& history) {
  std::map<Key, const session::Request*> first;
  for (const Sent& sent : history.sent) {
    const Key key{sent.client, sent.request.id};
    if (*first.try_emplace(key, &sent.request).first->second != sent.request)
      return name_of(key) + " was sent again as another";
  }
  for (const Run& run : history.runs)
    for (const Decided& decided : run.decided) {
      const auto sent = first.find(key_of(decided));
      if (sent == first.end() || *sent->second != decided.request)
        return name_of(key_of(decided)) + " is not what was sent";
    }
  return std::nullopt;
}

Fault apart(const History& history) {
  const Run& last = history.runs.back();
  const session::State& state = last.published.empty() ? *last.first : *last.published.back();
  for (const Shown& shown : history.shown) {
    if (shown.state != state) return shown.client + " does not show what the presenter shows";
    if (shown.waits_for_an_answer) return shown.client + " still waits for an answer";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> fault_in(const History& history, const deck::Deck& deck) {
  for (const Fault& fault : {applied_twice(history), applied_late(history), lost(history, deck),
                             told_wrongly(history), forgotten(history), changed(history), apart(history)})
    if (fault) return fault;
  return std::nullopt;
}

}  // namespace lectern::simulation
