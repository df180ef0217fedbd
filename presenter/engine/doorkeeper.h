// Who decides which devices may come in, as the engine knows them.
#pragma once

#include <optional>

#include "common/session/command.h"

namespace lectern::engine {

/// Lives on the engine thread.
class Doorkeeper {
 public:
  virtual ~Doorkeeper() = default;

  /// Why that cannot be now; nullopt: it can.
  virtual std::optional<session::PairingTrouble> objection(const session::PairingCommand&) const = 0;

  /// What the operator has asked for, once.
  virtual void carry_out(const session::PairingCommand&) = 0;
};

}  // namespace lectern::engine
