#include "common/client/machine.h"

#include <algorithm>

#include "common/protocol/limits.h"

namespace lectern::client {
namespace {

/// Close codes after which another attempt would end in the same way.
bool is_final(std::uint16_t close_code) {
  using protocol::CloseCode;
  const auto code = static_cast<CloseCode>(close_code);
  return code == CloseCode::malformed || code == CloseCode::version_unsupported ||
         code == CloseCode::hello_expected;
}

std::string in_words(const Error& error) {
  return error.message + (error.remedy.empty() ? "" : "; " + error.remedy);
}

}  // namespace

Machine::Machine(Identity identity, std::uint32_t seed) : identity_(std::move(identity)), random_(seed) {
  view_.client = identity_.id;
}

std::vector<Effect> Machine::step(const Event& event, Instant now) {
  now_ = now;
  std::visit([this](const auto& happened) { take(happened); }, event);
  look_at_time();
  tend_outbox();
  return std::exchange(effects_, {});
}

std::optional<Instant> Machine::due() const {
  if (phase_ == Phase::over) return std::nullopt;
  std::optional<Instant> due;
  const auto add = [&](Instant at) { due = due ? std::min(*due, at) : at; };
  if (phase_ == Phase::waiting) add(retry_at_);
  if (phase_ == Phase::greeting) add(welcome_by_);
  if (const auto given_up = outbox_.due()) add(*given_up - view_.presenter_ahead);
  return due;
}

void Machine::look_at_time() {
  if (phase_ == Phase::greeting && now_ >= welcome_by_) {
    effects_.push_back(Disconnect{});
    lose({"the presenter does not answer", ""}, 0);
  }
  if (phase_ == Phase::waiting && now_ >= retry_at_) {
    phase_ = Phase::connecting;
    view_.link = Link::connecting;
    has_state_ = false;
    effects_.push_back(Connect{});
  }
}

void Machine::take(const Opened&) {
  if (phase_ != Phase::connecting) return;
  phase_ = Phase::greeting;
  hello_sent_ = now_;
  welcome_by_ = now_ + protocol::connect_timeout;
  send(protocol::Hello{protocol::version, protocol::version, identity_.id, identity_.name, identity_.role});
}

void Machine::take(const Received& received) {
  const bool is_welcome = std::holds_alternative<protocol::Welcome>(received.message);
  if (phase_ != (is_welcome ? Phase::greeting : Phase::welcomed)) return take(Garbled{});
  std::visit([this](const auto& message) { take(message); }, received.message);
}

void Machine::take(const Garbled&) {
  if (phase_ != Phase::greeting && phase_ != Phase::welcomed) return;
  effects_.push_back(Disconnect{});
  lose({"what the presenter sent is not of this protocol", "install the same release on both machines"},
       static_cast<std::uint16_t>(protocol::CloseCode::malformed));
}

void Machine::take(const Lost& lost) {
  if (phase_ != Phase::waiting && phase_ != Phase::over) lose(lost.error, lost.close_code);
}

void Machine::take(const Pressed& pressed) {
  const auto refuse = [&](const char* reason, const char* why) {
    effects_.push_back(Settled{pressed.ticket, {Outcome::refused, 0, reason, why}});
  };
  if (phase_ == Phase::over || !view_.state) return refuse("not_connected", "there is no presenter to tell");
  if (outbox_.is_full()) return refuse("too_many_requests", "too many presses wait for an answer");
  outbox_.press(pressed.ticket, pressed.what, *view_.state, presenter_now());
  if (phase_ == Phase::waiting) retry_at_ = now_;  // a press does not wait for the next attempt to come round
}

void Machine::take(const Pointed& pointed) {
  if (phase_ == Phase::welcomed && view_.state) send(protocol::Point{pointed.pointer, view_.state->revision});
}

void Machine::take(const NotesWanted& wanted) {
  const auto [asked, is_new] = notes_.try_emplace(wanted.which);
  const bool was_refused = asked->second && !*asked->second;
  if (was_refused) asked->second.reset();
  if ((is_new || was_refused) && phase_ == Phase::welcomed) ask_for_notes(wanted.which);
}

void Machine::take(const Closed&) {
  if (phase_ != Phase::waiting && phase_ != Phase::over) effects_.push_back(Disconnect{});
  end();
}

void Machine::take(const protocol::Welcome& welcome) {
  phase_ = Phase::welcomed;
  // The presenter's clock was read somewhere between our hello and now; the middle is off by half that time
  // at most.
  view_.presenter_ahead = welcome.sent - (hello_sent_ + (now_ - hello_sent_) / 2);
  view_.presented = 0;
  view_.pointer = {};
  view_.role = welcome.role;
  view_.roster.reset();
  outline_asked_.clear();
  for (const auto& [which, said] : notes_)
    if (!said) ask_for_notes(which);
  outbox_.resume(welcome.epoch);
}

void Machine::take(const session::Roster& roster) {
  view_.roster = roster;
}

void Machine::take(const session::State& state) {
  if (!std::exchange(has_state_, true)) {
    view_.link = Link::connected;
    view_.trouble.clear();
    ++view_.connection_count;
    backoff_.reset();
  }
  view_.state = state;
  if (view_.outline && view_.outline->deck == state.deck) return;
  view_.outline = nullptr;
  if (std::exchange(outline_asked_, state.deck) != state.deck)
    send(protocol::DeckRequest{state.deck, std::nullopt});
}

void Machine::take(const protocol::Presented& presented) {
  view_.presented = presented.revision;
}

void Machine::take(const session::Pointer& pointer) {
  view_.pointer = pointer;
  ++view_.pointer_count;
}

void Machine::take(const protocol::Answer& answer) {
  outbox_.answered(answer);
}

void Machine::take(const protocol::Outline& outline) {
  if (view_.state && outline.deck == view_.state->deck)
    view_.outline = std::make_shared<const protocol::Outline>(outline);
}

void Machine::take(const protocol::Notes& found) {
  fill({found.deck, found.number}, found);
}

void Machine::take(const protocol::Unavailable& missing) {
  fill({missing.deck, missing.number}, Error{missing.message, "ask for another slide"});
}

std::optional<Result<protocol::Notes>> Machine::notes(const NotesOf& which) const {
  const auto asked = notes_.find(which);
  return asked == notes_.end() ? std::nullopt : asked->second;
}

void Machine::fill(const NotesOf& which, Result<protocol::Notes> said) {
  if (const auto asked = notes_.find(which); asked != notes_.end()) asked->second = std::move(said);
}

void Machine::ask_for_notes(const NotesOf& which) {
  send(protocol::DeckRequest{which.first, which.second});
}

void Machine::send(protocol::ClientMessage message) {
  effects_.push_back(Send{std::move(message)});
}

/// What was under way is over: the next attempt comes by itself, where one can help.
void Machine::lose(const Error& error, std::uint16_t close_code) {
  view_.trouble = in_words(error);
  view_.link = is_final(close_code) ? Link::refused : Link::waiting;
  if (view_.link == Link::refused) return end();
  phase_ = Phase::waiting;
  outbox_.disconnected();
  retry_at_ = now_ + backoff_.next(std::uniform_real_distribution<double>(0.0, 1.0)(random_));
}

void Machine::end() {
  phase_ = Phase::over;
  outbox_.give_up();
}

/// Sends what may go by now, and tells of what was settled.
void Machine::tend_outbox() {
  outbox_.expire(presenter_now());
  if (phase_ == Phase::welcomed)
    for (session::Request& request : outbox_.next()) send(std::move(request));
  for (Settled& settled : outbox_.take_settled()) effects_.push_back(std::move(settled));
}

}  // namespace lectern::client
