#include "presenter/server/posted_commands.h"

#include <algorithm>
#include <utility>

#include "common/protocol/json.h"
#include "common/protocol/limits.h"

namespace lectern::server {
namespace {

/// All scripts are one to the session, of an id that no client of the protocol can have.
session::Sender a_script(session::Role role) {
  return {{}, "a script", role};
}

/// `Bearer TOKEN` (RFC 6750 §2.1).
std::optional<std::string_view> bearer_in(std::optional<std::string_view> authorization) {
  constexpr std::string_view scheme = "bearer ";
  if (!authorization || authorization->size() <= scheme.size()) return std::nullopt;
  const bool is_bearer = std::ranges::equal(authorization->substr(0, scheme.size()), scheme, {}, [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return is_bearer ? std::optional(authorization->substr(scheme.size())) : std::nullopt;
}

unsigned status_of(const protocol::Answer& answer) {
  if (answer.accepted) return 200;
  if (answer.reason == "not_permitted") return 403;
  if (answer.reason == "too_many") return 429;
  return 409;
}

}  // namespace

PostedCommands::PostedCommands(engine::Engine& engine, Grant grant)
    : engine_(engine), grant_(std::move(grant)) {}

Response PostedCommands::take(const Posted& posted, const Peer& peer) {
  const auto bearer = bearer_in(posted.authorization);
  const auto role = bearer ? grant_(*bearer, peer) : std::nullopt;
  if (!role) return say(401, "Say who you are: Authorization: Bearer TOKEN.\n");
  const std::string_view key = posted.idempotency_key.value_or(std::string_view{});
  if (key.empty() || key.size() > protocol::max_idempotency_key_bytes)
    return say(400, "Name each command, so that it is done once: Idempotency-Key: 1 to 128 characters.\n");

  if (const auto before = std::ranges::find(kept_, key, &Kept::key); before != kept_.end()) {
    if (before->body == posted.body) return before->response;
    return say(422, "That Idempotency-Key was given to another command.\n");
  }
  Response response = decide(posted.body, *role);
  if (response.status == 400 || response.status == 429) return response;  // it is still to be decided
  if (kept_.size() == kept_answers) kept_.pop_front();
  kept_.push_back({std::string(key), std::string(posted.body), response});
  return response;
}

Response PostedCommands::decide(std::string_view body, session::Role role) {
  const auto wish = protocol::wish_from_json(body);
  if (!wish) return say(400, wish.error().message + "; " + wish.error().remedy + "\n");
  const session::State& state = *engine_.state();
  session::Request request{++last_id_, state.epoch, engine_.now() + Duration(1), {}};
  if (const auto* const direction = std::get_if<session::Direction>(&*wish))
    request.command = session::Command(session::Step{*direction, state.deck, state.position});
  else
    request.command = std::get<session::Command>(*wish);
  const protocol::Answer answer = protocol::to_wire(engine_.decide(a_script(role), request));
  Response response = say(status_of(answer), protocol::answer_as_json(answer) + "\n");
  response.content_type = "application/json";
  return response;
}

}  // namespace lectern::server
