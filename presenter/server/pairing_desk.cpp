#include "presenter/server/pairing_desk.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <map>
#include <utility>

#include "common/base/log.h"
#include "common/text/printable.h"
#include "common/trust/agreement.h"
#include "common/trust/invitation.h"
#include "common/trust/primitives.h"
#include "common/trust/srp.h"
#include "common/trust/transcript.h"
#include "presenter/pairing/desk.h"
#include "presenter/server/devices_writer.h"
#include "presenter/server/pin_work.h"
#include "presenter/server/waiting_room.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
using pairing::ConnectionId;
using protocol::CloseCode;

/// So many may be on their way to prove something: when another comes, the oldest goes of the network that
/// has most of them.
constexpr std::size_t max_unproved = 16;
constexpr Duration write_again_after = std::chrono::seconds(2);

std::int64_t wall_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
      .count();
}

CloseCode code_of(pairing::Refusal why) {
  switch (why) {
    case pairing::Refusal::closed:
      return CloseCode::pairing_closed;
    case pairing::Refusal::wrong:
      return CloseCode::pairing_wrong;
    case pairing::Refusal::busy:
      return CloseCode::pairing_busy;
    case pairing::Refusal::declined:
      return CloseCode::pairing_declined;
    case pairing::Refusal::unanswered:
      return CloseCode::pairing_unanswered;
  }
  return CloseCode::pairing_closed;
}

/// One device's way in.
struct Talk {
  enum class Stage { preparing, challenged, checking, waiting };

  Applicant* applicant;
  protocol::Pair asked;
  trust::Meeting meeting;
  std::uint32_t window;  ///< whose PIN or token it is to prove
  asio::steady_timer deadline;
  WaitingRoom::Seat seat{};  ///< until it has proved itself
  Stage stage = Stage::preparing;
  std::shared_ptr<trust::SrpPresenter> srp{};  ///< null: it proves the token
  trust::Digest presenter_proof{};
};

/// nullopt: it does not know the PIN.
std::optional<trust::Agreement> pin_agreement(trust::SrpPresenter& srp, const trust::Meeting& meeting,
                                              const std::string& name, const protocol::Prove& said) {
  const auto secret = srp.agree(said.srp_key);
  if (!secret) return std::nullopt;
  const auto agreement = trust::agree(
      *secret, trust::pin_transcript(meeting, name, {srp.salt(), srp.public_key(), said.srp_key}));
  const bool is_right = trust::equal(trust::view(agreement.client_proof), trust::view(said.proof));
  return is_right ? std::optional(agreement) : std::nullopt;
}

}  // namespace

struct PairingDesk::Parts {
  Parts(asio::io_context& context, engine::Engine& of, DeskPlace where)
      : engine(of),
        place(std::move(where)),
        desk(pairing::desk_with(std::move(place.kept.devices), place.kept.last_number)),
        alarm(context),
        retry(context),
        pin_work(context),
        writer(context, place.file) {}

  void begin(Applicant& applicant, const protocol::Pair& asked) {
    happen(pairing::Look{});  // a window that is over is closed
    const bool is_token = asked.by == protocol::Pair::By::token;
    if (!desk.window || (is_token && !desk.window->invitation))
      return applicant.turn_away(CloseCode::pairing_closed);
    const ConnectionId id = ++last_id;
    const trust::Digest channel = applicant.peer().is_secure ? place.certificate : trust::Digest{};
    Talk& talk = talks
                     .emplace(id, Talk{&applicant,
                                       asked,
                                       {trust::random_bytes<32>(), asked.nonce, channel},
                                       desk.window->number,
                                       asio::steady_timer(alarm.get_executor())})
                     .first->second;
    talk.seat =
        unproved.enter(applicant.peer().network, [this, id] { turn_away(id, CloseCode::pairing_busy); });
    talk.deadline.expires_after(protocol::prove_timeout);
    talk.deadline.async_wait([this, id](const boost::system::error_code& error) {
      if (!error) turn_away(id, CloseCode::hello_expected);
    });
    if (is_token) return challenge(talk);
    pin_work.post({[this, id] { return talk_of(id) != nullptr; },
                   [this, id, pin = desk.window->pin, channel]() -> PinWork::Then {
                     const auto salt = trust::random_bytes<16>();
                     const auto srp = std::make_shared<trust::SrpPresenter>(trust::pin_identity(channel), pin,
                                                                            std::string(trust::view(salt)));
                     return [this, id, srp] {
                       Talk* const asking = talk_of(id);
                       if (!asking) return;
                       asking->srp = srp;
                       challenge(*asking);
                     };
                   }});
  }

  void challenge(Talk& talk) {
    talk.stage = Talk::Stage::challenged;
    protocol::Challenge challenge{talk.meeting.presenter, {}, {}, {}};
    if (talk.applicant->peer().is_secure) challenge.certificate = place.certificate;
    if (talk.srp) {
      challenge.srp_salt = talk.srp->salt();
      challenge.srp_key = talk.srp->public_key();
    }
    talk.applicant->tell(challenge);
  }

  void prove(Applicant& applicant, const protocol::Prove& said) {
    const auto found = find(applicant);
    if (found == talks.end()) return applicant.turn_away(CloseCode::hello_expected);
    const ConnectionId id = found->first;
    Talk& talk = found->second;
    if (talk.stage != Talk::Stage::challenged) return turn_away(id, CloseCode::hello_expected);
    talk.stage = Talk::Stage::checking;
    talk.deadline.cancel();
    return talk.srp ? check_pin(id, talk, said) : check_token(id, talk, said);
  }

  void check_token(ConnectionId id, Talk& talk, const protocol::Prove& said) {
    const bool is_there = desk.window && desk.window->number == talk.window && desk.window->invitation;
    if (!is_there) return turn_away(id, CloseCode::pairing_closed);
    const auto agreement = trust::agree(trust::view(desk.window->invitation->token),
                                        trust::token_transcript(talk.meeting, talk.asked.name));
    if (!trust::equal(trust::view(agreement.client_proof), trust::view(said.proof)))
      return turn_away(id, CloseCode::pairing_wrong);
    proved(id, talk, agreement, pairing::Proved::By::token);
  }

  void check_pin(ConnectionId id, const Talk& talk, const protocol::Prove& said) {
    pin_work.post({[] { return true; },  // who leaves now has guessed all the same
                   [this, id, window = talk.window, srp = talk.srp, meeting = talk.meeting,
                    name = talk.asked.name, said]() -> PinWork::Then {
                     const auto agreement = pin_agreement(*srp, meeting, name, said);
                     return [this, id, window, agreement] {
                       Talk* const asking = talk_of(id);
                       if (!agreement)
                         happen(pairing::Failed{id, window});
                       else if (asking)
                         proved(id, *asking, *agreement, pairing::Proved::By::pin);
                     };
                   }});
  }

  void proved(ConnectionId id, Talk& talk, const trust::Agreement& agreement, pairing::Proved::By by) {
    talk.stage = Talk::Stage::waiting;
    talk.seat.leave();
    talk.presenter_proof = agreement.presenter_proof;
    happen(pairing::Proved{id, by, talk.window, printable(talk.asked.name), agreement.words,
                           agreement.device_key});
  }

  void leave(Applicant& applicant) {
    const auto found = find(applicant);
    if (found == talks.end()) return;
    const ConnectionId id = found->first;
    talks.erase(found);
    happen(pairing::Left{id});
  }

  void turn_away(ConnectionId id, CloseCode why) {
    const auto found = talks.find(id);
    if (found == talks.end()) return;
    Applicant* const applicant = found->second.applicant;
    talks.erase(found);
    applicant->turn_away(why);
  }

  void carry_out(const session::PairingCommand& command) {
    std::visit([this](const auto& what) { carry_out(what); }, command);
  }
  void carry_out(const session::OpenPairing& asked) {
    happen(pairing::Open{trust::random_pin(), trust::random_bytes<16>(), asked});
  }
  void carry_out(const session::ClosePairing&) { happen(pairing::Close{}); }
  void carry_out(const session::AcceptDevice& accept) {
    happen(pairing::Accept{accept.number, at_most(accept), wall_seconds()});
  }
  void carry_out(const session::DeclineDevice& decline) { happen(pairing::Decline{decline.number}); }
  void carry_out(const session::RevokeDevice& revoke) { happen(pairing::Revoke{revoke.number}); }
  void carry_out(const session::RenameDevice& rename) {
    happen(pairing::Rename{rename.number, printable(rename.name)});
  }
  void carry_out(const session::PinDevice& pin) { happen(pairing::Pin{pin.number, pin.is_pinned}); }

  /// Nobody becomes the operator over plain HTTP.
  session::Role at_most(const session::AcceptDevice& accept) {
    const auto asking = std::ranges::find(desk.asking, accept.number, &pairing::Asking::number);
    const Talk* const from = asking == desk.asking.end() ? nullptr : talk_of(asking->connection);
    return from && from->applicant->peer().is_secure ? accept.role
                                                     : std::min(accept.role, session::Role::controller);
  }

  void happen(const pairing::Event& event) {
    for (const pairing::Effect& effect : pairing::step(desk, event, engine.now()))
      std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    set_alarm();
  }

  void perform(const pairing::Confirm& confirm) {
    if (const Talk* const waiting = talk_of(confirm.connection))
      waiting->applicant->tell(protocol::Asked{waiting->presenter_proof});
  }
  /// Who was told that they are in is in after a crash too: the disk first, where there is one.
  void perform(const pairing::Admit& admit) { admitted.push_back(admit); }

  void tell(const pairing::Admit& admit) {
    const auto found = talks.find(admit.connection);
    if (found == talks.end()) return;
    Applicant* const applicant = found->second.applicant;
    log_info(printable(found->second.asked.name) + " was let in as device " + std::to_string(admit.number) +
             ", " + std::string(session::to_word(admit.role)));
    talks.erase(found);
    if (!pairing::find(desk, admit.number)) return applicant->turn_away(CloseCode::not_paired);
    applicant->tell(protocol::Paired{admit.number, admit.role});
  }
  void perform(const pairing::Refuse& refuse) { turn_away(refuse.connection, code_of(refuse.why)); }
  void perform(const pairing::Expel& expel) { place.expel(expel.number); }
  void perform(const pairing::Tell&) { engine.pairing(told()); }

  void perform(const pairing::Keep&) { keep(); }

  void keep() {
    writer.write({place.kept.show, desk.devices, desk.last_number},
                 [this, in = std::exchange(admitted, {})](const Result<void>& written) {
                   for (const pairing::Admit& admit : in) tell(admit);
                   see_kept(written);
                 });
  }

  void see_kept(const Result<void>& written) {
    const std::string before = std::exchange(
        problem, written ? std::string()
                         : "a restart would not know which devices are let in: " + written.error().message);
    if (problem != before) {
      if (!problem.empty()) log_warning(problem);
      engine.pairing(told());
    }
    if (problem.empty() || is_stopped) return;
    retry.expires_after(write_again_after);
    retry.async_wait([this](const boost::system::error_code& error) {
      if (!error) keep();
    });
  }

  session::Pairing told() const {
    session::Pairing pairing;
    if (desk.window) pairing.window = told(*desk.window);
    pairing.is_guessed = desk.is_guessed;
    pairing.problem = problem;
    for (const pairing::Asking& asking : desk.asking)
      pairing.asking.push_back({asking.number, asking.name, asking.words});
    for (const pairing::Device& device : desk.devices)
      pairing.devices.push_back({device.number, device.name, device.role, device.is_pinned});
    return pairing;
  }

  session::PairingWindow told(const pairing::Window& window) const {
    session::PairingWindow told{window.closes, window.pin, {}, {}};
    if (window.is_unanswered) told.advice = pairing::advice();
    if (window.invitation) {
      told.invitations = place.invitations(window.invitation->token, window.invitation->asked.address);
      told.is_on_stage = window.invitation->asked.is_on_stage;
    }
    return told;
  }

  void set_alarm() {
    alarm.cancel();
    const auto look = pairing::next_look(desk);
    if (is_stopped || !look) return;
    alarm.expires_after(std::max(*look - engine.now(), Duration(0)));
    alarm.async_wait([this](const boost::system::error_code& error) {
      if (!error) happen(pairing::Look{});
    });
  }

  std::map<ConnectionId, Talk>::iterator find(const Applicant& applicant) {
    return std::ranges::find(talks, &applicant, [](const auto& entry) { return entry.second.applicant; });
  }

  Talk* talk_of(ConnectionId id) {
    const auto found = talks.find(id);
    return found == talks.end() ? nullptr : &found->second;
  }

  void stop() {
    is_stopped = true;
    alarm.cancel();
    retry.cancel();
    std::vector<ConnectionId> left;
    for (const auto& [id, talk] : talks) left.push_back(id);
    for (const ConnectionId id : left) turn_away(id, CloseCode::going_away);
  }

  engine::Engine& engine;
  const DeskPlace place;
  pairing::Desk desk;
  WaitingRoom unproved{max_unproved};
  std::map<ConnectionId, Talk> talks;
  std::vector<pairing::Admit> admitted;  ///< to be told once it is kept
  ConnectionId last_id = 0;
  std::string problem;  ///< why devices are not kept; empty: they are
  asio::steady_timer alarm;
  asio::steady_timer retry;
  bool is_stopped = false;
  PinWork pin_work;
  DevicesWriter writer;
};

PairingDesk::PairingDesk(asio::io_context& io, engine::Engine& engine, DeskPlace place)
    : parts_(std::make_unique<Parts>(io, engine, std::move(place))) {
  engine.employ(*this);
  engine.pairing(parts_->told());
}

PairingDesk::~PairingDesk() = default;

void PairingDesk::begin(Applicant& applicant, const protocol::Pair& asked) {
  parts_->begin(applicant, asked);
}

void PairingDesk::prove(Applicant& applicant, const protocol::Prove& said) {
  parts_->prove(applicant, said);
}

void PairingDesk::leave(Applicant& applicant) {
  parts_->leave(applicant);
}

const pairing::Device* PairingDesk::find(DeviceNumber number) const {
  return pairing::find(parts_->desk, number);
}

void PairingDesk::somebody_came() {
  if (parts_->desk.window) parts_->happen(pairing::Came{});
}

void PairingDesk::end_session() {
  parts_->happen(pairing::End{});
}

void PairingDesk::stop() {
  parts_->stop();
}

std::optional<session::PairingTrouble> PairingDesk::objection(const session::PairingCommand& command) const {
  return pairing::objection(parts_->desk, command);
}

void PairingDesk::carry_out(const session::PairingCommand& command) {
  parts_->carry_out(command);
}

}  // namespace lectern::server
