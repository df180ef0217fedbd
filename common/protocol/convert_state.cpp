#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

v1::QaTimer timer_to_proto(const session::QaTimer& timer) {
  using Phase = session::QaTimer::Phase;
  v1::QaTimer out;
  out.set_phase(timer.phase == Phase::off       ? v1::QaTimer::PHASE_OFF
                : timer.phase == Phase::running ? v1::QaTimer::PHASE_RUNNING
                                                : v1::QaTimer::PHASE_PAUSED);
  out.set_limit_ms(static_cast<std::uint32_t>(timer.limit.count()));
  out.set_spent_ms(timer.spent.count());
  out.set_since_ms(to_wire_ms(timer.since));
  return out;
}

std::optional<session::QaTimer> timer_from_proto(const v1::QaTimer& in) {
  using Phase = session::QaTimer::Phase;
  session::QaTimer timer;
  switch (in.phase()) {
    case v1::QaTimer::PHASE_OFF:
      return timer;
    case v1::QaTimer::PHASE_RUNNING:
      timer.phase = Phase::running;
      break;
    case v1::QaTimer::PHASE_PAUSED:
      timer.phase = Phase::paused;
      break;
    default:
      return std::nullopt;
  }
  timer.limit = Duration(in.limit_ms());
  timer.spent = from_wire_duration(in.spent_ms());
  timer.since = from_wire_ms(in.since_ms());
  if (timer.limit > session::max_timer_limit) return std::nullopt;
  return timer;
}

v1::DeckEntry entry_to_proto(const session::DeckEntry& entry) {
  v1::DeckEntry out;
  out.set_title(entry.title);
  *out.mutable_position() = to_proto(entry.position);
  if (entry.back) *out.mutable_back() = to_proto(*entry.back);
  return out;
}

std::optional<session::DeckEntry> entry_from_proto(const v1::DeckEntry& in) {
  const auto position = from_proto(in.position());
  if (!position) return std::nullopt;
  session::DeckEntry entry{in.title(), *position, {}};
  if (in.has_back() && !(entry.back = from_proto(in.back()))) return std::nullopt;
  return entry;
}

}  // namespace

v1::State to_proto(const session::State& state) {
  v1::State out;
  out.set_revision(state.revision);
  out.set_epoch(state.epoch);
  out.set_deck(state.deck);
  *out.mutable_position() = to_proto(state.position);
  out.set_black(state.black);
  *out.mutable_qa() = timer_to_proto(state.qa);
  if (state.edit) {
    out.mutable_edit()->set_deck(state.edit->deck);
    out.mutable_edit()->set_summary(state.edit->summary);
  }
  if (state.frozen) {
    out.mutable_frozen()->set_since(state.frozen->since);
    out.mutable_frozen()->set_deck(state.frozen->deck);
    *out.mutable_frozen()->mutable_position() = to_proto(state.frozen->position);
  }
  if (state.back) *out.mutable_back() = to_proto(*state.back);
  out.set_deck_number(state.deck_number);
  for (const session::DeckEntry& entry : state.decks) *out.add_decks() = entry_to_proto(entry);
  if (state.driver) {
    out.mutable_driver()->set_client(state.driver->client);
    out.mutable_driver()->set_name(state.driver->name);
    out.mutable_driver()->set_locked(state.driver->is_locked);
    out.mutable_driver()->set_chosen(state.driver->is_chosen);
    out.mutable_driver()->set_device(state.driver->device);
  }
  if (state.following.is_open) {
    out.mutable_following()->set_open(true);
    out.mutable_following()->set_after_end(state.following.is_whole_after_end);
  }
  return out;
}

std::optional<session::State> from_proto(const v1::State& in) {
  const auto position = from_proto(in.position());
  const auto qa = timer_from_proto(in.qa());
  if (!position || !qa) return std::nullopt;
  session::State state{in.revision(), in.epoch(), in.deck(), *position, in.black(), *qa, {}, {}, {}};
  state.deck_number = in.deck_number();
  if (in.has_edit()) state.edit = {in.edit().deck(), in.edit().summary()};
  if (in.has_frozen()) {
    const auto kept = from_proto(in.frozen().position());
    if (!kept) return std::nullopt;
    state.frozen = {in.frozen().since(), in.frozen().deck(), *kept};
  }
  if (in.has_back() && !(state.back = from_proto(in.back()))) return std::nullopt;
  if (static_cast<std::size_t>(in.decks_size()) > session::max_decks) return std::nullopt;
  for (const v1::DeckEntry& entry : in.decks()) {
    auto deck = entry_from_proto(entry);
    if (!deck) return std::nullopt;
    state.decks.push_back(*std::move(deck));
  }
  if (in.has_driver())
    state.driver = {in.driver().client(), in.driver().name(), in.driver().locked(), in.driver().chosen(),
                    in.driver().device()};
  state.following = {in.following().open(), in.following().after_end()};
  return state;
}

}  // namespace lectern::protocol
