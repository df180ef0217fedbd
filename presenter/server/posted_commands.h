// Commands by HTTP, for scripts: what POST /v1/command asks for is done once, and answered.
#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "common/session/project.h"
#include "presenter/engine/engine.h"
#include "presenter/server/peer.h"
#include "presenter/server/request.h"

namespace lectern::server {

/// The parts of such a request that matter; its fields as they were sent.
struct Posted {
  std::optional<std::string_view> authorization;
  std::optional<std::string_view> idempotency_key;
  std::string_view body;
};

/// Lives on the engine thread.
class PostedCommands {
 public:
  /// A key that was answered gets the same answer again and changes nothing, as long as it is among the last.
  static constexpr std::size_t kept_answers = 64;

  /// Whose token that is; nullopt: nobody's.
  using Grant = std::function<std::optional<session::Role>(std::string_view bearer, const Peer&)>;

  PostedCommands(engine::Engine&, Grant);

  Response take(const Posted&, const Peer&);

 private:
  struct Kept {
    std::string key;
    std::string body;
    Response response;
  };

  Response decide(std::string_view body, session::Role);

  engine::Engine& engine_;
  Grant grant_;
  CommandId last_id_ = 0;
  std::deque<Kept> kept_;  ///< the newest last
};

}  // namespace lectern::server
