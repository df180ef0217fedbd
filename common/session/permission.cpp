#include "common/session/permission.h"

namespace lectern::session {
namespace {

/// One line a command, so that a new one is not forgotten.
struct RoleFor {
  Role operator()(const Step&) const { return Role::controller; }
  Role operator()(const GoTo&) const { return Role::controller; }
  Role operator()(const GoToEnd&) const { return Role::controller; }
  Role operator()(const GoBack&) const { return Role::controller; }
  Role operator()(const SetBlack&) const { return Role::controller; }
  Role operator()(const SetFrozen&) const { return Role::controller; }
  Role operator()(const SetHolding&) const { return Role::controller; }
  Role operator()(const TakeEdit&) const { return Role::controller; }
  Role operator()(const OpenDeck&) const { return Role::controller; }
  Role operator()(const TakeOver&) const { return Role::controller; }
  Role operator()(const HandOver&) const { return Role::controller; }
  Role operator()(const SetLock&) const { return Role::controller; }

  Role operator()(const StartTimer&) const { return Role::timer; }
  Role operator()(const PauseTimer&) const { return Role::timer; }
  Role operator()(const ResumeTimer&) const { return Role::timer; }
  Role operator()(const ResetTimer&) const { return Role::timer; }
  Role operator()(const AddTime&) const { return Role::timer; }

  Role operator()(const MoveStage&) const { return Role::operator_; }
  Role operator()(const SetFollowing&) const { return Role::operator_; }
  Role operator()(const ManagePairing&) const { return Role::operator_; }
};

}  // namespace

Role role_for(const Command& command) {
  return std::visit(RoleFor{}, command);
}

bool is_driver(const Driver& driver, const Sender& sender) {
  return is_same({driver.client, {}, {}, driver.device}, sender);
}

bool is_locked_out(const State& state, const Sender& sender) {
  return state.driver && state.driver->is_locked && sender.role != Role::operator_ &&
         !is_driver(*state.driver, sender);
}

}  // namespace lectern::session
