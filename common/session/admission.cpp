#include "common/session/admission.h"

#include <algorithm>

#include "common/session/permission.h"

namespace lectern::session {
namespace {

Role role_for(const Request& request) {
  const auto* const command = std::get_if<Command>(&request.command);
  return session::role_for(command ? *command : Step{});
}

}  // namespace

std::string_view describe(Rejection rejection) {
  switch (rejection) {
    case Rejection::other_epoch:
      return "the presenter was started again since you pressed";
    case Rejection::expired:
      return "it arrived too late to be still meant";
    case Rejection::predecessor_refused:
      return "the press before it was refused";
    case Rejection::too_old:
      return "it is older than what was answered already";
    case Rejection::not_permitted:
      return "your role does not allow it; ask the operator for a greater one";
    case Rejection::too_many:
      return "too many commands in so short a time; wait a second";
  }
  return "rejected";
}

std::string_view describe(const Answer& answer) {
  if (const auto* refusal = std::get_if<Refusal>(&answer.outcome)) return describe(*refusal);
  if (const auto* rejection = std::get_if<Rejection>(&answer.outcome)) return describe(*rejection);
  return {};
}

Answer Admission::decide(const Sender& sender, const Request& request, State& state, const Decks& decks,
                         Instant now) {
  if (sender.role < role_for(request) && !has_answered(sender.client, request.id))
    return {request.id, Rejection::not_permitted};

  Client& asking = client(sender.client);
  std::deque<Kept>& kept = asking.kept;
  const auto find = [&](CommandId wanted) {
    const auto at = std::ranges::lower_bound(kept, wanted, {}, [](const Kept& k) { return k.answer.id; });
    return at != kept.end() && at->answer.id == wanted ? &*at : nullptr;
  };

  if (const Kept* before = find(request.id)) return before->answer;
  if (!kept.empty() && request.id < kept.back().answer.id) return {request.id, Rejection::too_old};

  const auto outcome = [&]() -> decltype(Answer::outcome) {
    if (!asking.bucket.take(now)) return Rejection::too_many;
    if (request.epoch != state.epoch) return Rejection::other_epoch;
    if (now > request.expires) return Rejection::expired;

    Command command;
    if (const auto* chained = std::get_if<ChainedStep>(&request.command)) {
      const Kept* predecessor = find(chained->after);
      if (!predecessor || !predecessor->answer.accepted()) return Rejection::predecessor_refused;
      command = Step{chained->direction, chained->deck, predecessor->position};
    } else {
      command = std::get<Command>(request.command);
    }

    const Decision decision = reduce(state, decks, command, now, sender);
    if (const auto* refusal = std::get_if<Refusal>(&decision)) return *refusal;
    state = std::get<State>(decision);
    return state.revision;
  }();

  kept.push_back({{request.id, outcome}, state.position});
  if (kept.size() > kept_answers) kept.pop_front();
  return kept.back().answer;
}

bool Admission::has_answered(const ClientId& id, CommandId number) const {
  const auto known = by_id_.find(id);
  return known != by_id_.end() && std::ranges::binary_search(known->second->kept, number, {},
                                                             [](const Kept& k) { return k.answer.id; });
}

Admission::Client& Admission::client(const ClientId& id) {
  if (const auto known = by_id_.find(id); known != by_id_.end()) {
    clients_.splice(clients_.begin(), clients_, known->second);
  } else {
    if (clients_.size() == kept_clients) {
      by_id_.erase(clients_.back().id);
      clients_.pop_back();
    }
    clients_.push_front({id});
    by_id_.emplace(id, clients_.begin());
  }
  return clients_.front();
}

}  // namespace lectern::session
