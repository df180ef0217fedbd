#include "common/client/machine.h"

#include <algorithm>

#include "common/protocol/limits.h"
#include "common/trust/agreement.h"
#include "common/trust/transcript.h"

namespace lectern::client {
namespace {

/// Close codes after which another attempt would end in the same way.
bool is_final(std::uint16_t close_code) {
  using protocol::CloseCode;
  const auto code = static_cast<CloseCode>(close_code);
  return code == CloseCode::malformed || code == CloseCode::version_unsupported ||
         code == CloseCode::hello_expected || code == CloseCode::not_paired;
}

std::string in_words(const Error& error) {
  return error.message + (error.remedy.empty() ? "" : "; " + error.remedy);
}

}  // namespace

Machine::Machine(Identity identity, std::uint32_t seed) : identity_(std::move(identity)), random_(seed) {
  view_.client = identity_.id;
  if (identity_.device) view_.device = identity_.device->number;
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
  if (probing_) add(probing_->due());
  if (const auto given_up = outbox_.due()) add(*given_up - view_.presenter_ahead);
  return due;
}

void Machine::look_at_time() {
  if (phase_ == Phase::greeting && now_ >= welcome_by_) give_up({"the presenter does not answer", ""}, 0);
  if (probing_ && probing_->is_lost(now_)) give_up({"cut off: nothing is heard from the presenter", ""}, 0);
  if (probing_ && probing_->asks(now_)) send(protocol::ClockProbe{now_.time_since_epoch().count()});
  if (phase_ == Phase::waiting && now_ >= retry_at_) {
    phase_ = Phase::connecting;
    view_.link = Link::connecting;
    has_state_ = is_nudged_ = false;
    effects_.push_back(Connect{});
  }
}

void Machine::take(const Opened& opened) {
  if (phase_ != Phase::connecting) return;
  opened_ = opened;
  presenter_proof_.reset();
  phase_ = Phase::greeting;
  hello_sent_ = now_;
  welcome_by_ = now_ + protocol::connect_timeout;
  protocol::Hello hello{protocol::version, protocol::version, identity_.id, identity_.name, identity_.role};
  if (view_.state) {
    hello.epoch = view_.state->epoch;
    hello.revision = view_.state->revision;
  }
  if (identity_.device) {
    hello.device = identity_.device->number;
    hello.nonce = opened.nonce;
  }
  send(std::move(hello));
}

void Machine::take(const Received& received) {
  const bool is_greeting = std::holds_alternative<protocol::Welcome>(received.message) ||
                           std::holds_alternative<protocol::Challenge>(received.message);
  if (phase_ != (is_greeting ? Phase::greeting : Phase::welcomed)) return take(Garbled{});
  if (probing_) probing_->heard(now_);
  std::visit([this](const auto& message) { take(message); }, received.message);
}

void Machine::take(const Garbled&) {
  if (phase_ != Phase::greeting && phase_ != Phase::welcomed) return;
  give_up({"what the presenter sent is not of this protocol", "install the same release on both machines"},
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
  const auto request = decks_.want({wanted.which.first, protocol::NotesOf{wanted.which.second}});
  if (request && phase_ == Phase::welcomed) send(*request);
}

void Machine::take(const Nudged&) {
  is_nudged_ = true;
  backoff_.reset();
  if (phase_ == Phase::waiting) retry_at_ = now_;
  if (probing_) probing_->doubted(now_);
}

void Machine::take(const Closed&) {
  if (phase_ != Phase::waiting && phase_ != Phase::over) effects_.push_back(Disconnect{});
  end();
}

void Machine::take(const protocol::Challenge& challenge) {
  if (!identity_.device || presenter_proof_) return take(Garbled{});
  if (challenge.certificate && *challenge.certificate != opened_.channel)
    return give_up({"somebody stands between this device and the presenter, so nothing more was said",
                    "ask the operator whether the network can be trusted"},
                   static_cast<std::uint16_t>(protocol::CloseCode::not_paired));
  const trust::Agreement agreement = trust::agree(
      trust::view(identity_.device->key),
      trust::hello_transcript({challenge.nonce, opened_.nonce, opened_.channel}, identity_.device->number,
                              identity_.id, protocol::role_number(identity_.role)));
  presenter_proof_ = agreement.presenter_proof;
  send(protocol::Prove{agreement.client_proof});
}

void Machine::take(const protocol::Welcome& welcome) {
  if (identity_.device && (!presenter_proof_ || welcome.proof != presenter_proof_))
    return give_up({"what answers there is not the presenter that this device was paired with",
                    "pair again, or check the address"},
                   static_cast<std::uint16_t>(protocol::CloseCode::not_paired));
  phase_ = Phase::welcomed;
  probing_.emplace(now_);
  if (std::exchange(epoch_, welcome.epoch) != welcome.epoch) clock_ = {};
  measured({hello_sent_, welcome.sent, welcome.sent, now_});
  view_.presented = 0;
  view_.pointer = {};
  view_.recorded = {};
  view_.role = welcome.role;
  view_.roster.reset();
  view_.pairing.reset();
  for (protocol::DeckRequest& request : decks_.outstanding()) send(std::move(request));
  outbox_.resume(welcome.epoch);
}

void Machine::take(const session::Pairing& pairing) {
  view_.pairing = pairing;
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
  const protocol::DeckRequest outline{state.deck, protocol::WholeOutline{}};
  if (const auto request = decks_.want(outline)) send(*request);
  view_.outline = decks_.outline(state.deck);
  if (!view_.outline) return;
  // Who only follows is told the titles that the audience has seen, and this slide is one of them now.
  const auto at =
      std::ranges::find(view_.outline->slides, state.position.slide, &protocol::SlideEntry::address);
  if (at == view_.outline->slides.end() || !at->is_unseen) return;
  if (const auto request = decks_.renew(outline)) send(*request);
}

void Machine::take(const protocol::Presented& presented) {
  view_.presented = presented.revision;
}

void Machine::take(const session::Pointer& pointer) {
  view_.pointer = pointer;
  ++view_.pointer_count;
}

void Machine::take(const session::Recorded& recorded) {
  view_.recorded = recorded;
}

void Machine::take(const protocol::Answer& answer) {
  outbox_.answered(answer);
}

void Machine::take(const protocol::Outline& outline) {
  decks_.take(outline);
  if (view_.state) view_.outline = decks_.outline(view_.state->deck);
}

void Machine::take(const protocol::Notes& notes) {
  decks_.take(notes);
}

void Machine::take(const protocol::Unavailable& missing) {
  decks_.take(missing);
}

void Machine::take(const protocol::ClockReading& reading) {
  if (probing_) probing_->answered();
  const std::int64_t now_ms = now_.time_since_epoch().count();
  const Instant asked(Duration(std::clamp<std::int64_t>(reading.client_sent_ms, 0, now_ms)));
  measured({asked, reading.received, reading.sent, now_});
}

void Machine::measured(const ClockSample& sample) {
  clock_.take(sample);
  view_.presenter_ahead = clock_.ahead();
}

void Machine::send(protocol::ClientMessage message) {
  effects_.push_back(Send{std::move(message)});
}

void Machine::give_up(const Error& error, std::uint16_t close_code) {
  effects_.push_back(Disconnect{});
  lose(error, close_code);
}

/// What was under way is over: the next attempt comes by itself, where one can help.
void Machine::lose(const Error& error, std::uint16_t close_code) {
  probing_.reset();
  view_.trouble = in_words(error);
  view_.link = is_final(close_code) ? Link::refused : Link::waiting;
  if (view_.link == Link::refused) return end();
  phase_ = Phase::waiting;
  outbox_.disconnected();
  const Duration wait = backoff_.next(std::uniform_real_distribution<double>(0.0, 1.0)(random_));
  retry_at_ = is_nudged_ ? now_ : now_ + wait;
}

void Machine::end() {
  phase_ = Phase::over;
  probing_.reset();
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
