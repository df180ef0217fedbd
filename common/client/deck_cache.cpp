#include "common/client/deck_cache.h"

#include <algorithm>
#include <utility>

namespace lectern::client {

using protocol::DeckRequest;

std::optional<DeckRequest> DeckCache::want(const DeckRequest& request) {
  if (const Part* const part = find(request)) {
    if (!std::holds_alternative<Error>(part->got)) return std::nullopt;
    std::erase_if(parts_, [&](const Part& each) { return each.request == request; });  // perhaps by now
  }
  if (parts_.size() == kept_parts) parts_.pop_front();
  parts_.push_back({request, {}});
  return request;
}

std::optional<DeckRequest> DeckCache::renew(const DeckRequest& request) {
  const auto part = std::ranges::find(parts_, request, &Part::request);
  if (part == parts_.end()) return want(request);
  if (std::exchange(part->is_awaited, true)) return std::nullopt;
  return request;
}

std::vector<DeckRequest> DeckCache::outstanding() const {
  std::vector<DeckRequest> requests;
  for (const Part& part : parts_)
    if (part.is_awaited) requests.push_back(part.request);
  return requests;
}

void DeckCache::take(const protocol::Outline& outline) {
  if (Part* const part = take_waiting({outline.deck, protocol::WholeOutline{}}))
    part->got = std::make_shared<const protocol::Outline>(outline);
}

void DeckCache::take(const protocol::Notes& notes) {
  if (Part* const part = take_waiting({notes.deck, protocol::NotesOf{notes.number}})) part->got = notes;
}

void DeckCache::take(const protocol::Unavailable& missing) {
  const auto what = missing.number == 0 ? protocol::DeckPart() : protocol::NotesOf{missing.number};
  if (Part* const part = take_waiting({missing.deck, what}))
    part->got = Error{missing.message, "ask for another slide"};
}

std::shared_ptr<const protocol::Outline> DeckCache::outline(const DeckHash& deck) const {
  const Part* const part = find({deck, protocol::WholeOutline{}});
  const auto* const outline =
      part ? std::get_if<std::shared_ptr<const protocol::Outline>>(&part->got) : nullptr;
  return outline ? *outline : nullptr;
}

std::optional<Result<protocol::Notes>> DeckCache::notes(const NotesOf& which) const {
  const Part* const part = find({which.first, protocol::NotesOf{which.second}});
  if (!part) return std::nullopt;
  if (const auto* const notes = std::get_if<protocol::Notes>(&part->got)) return *notes;
  if (const auto* const missing = std::get_if<Error>(&part->got)) return *missing;
  return std::nullopt;
}

const DeckCache::Part* DeckCache::find(const DeckRequest& request) const {
  const auto found = std::ranges::find(parts_, request, &Part::request);
  return found == parts_.end() ? nullptr : &*found;
}

/// What was not asked for is not wanted, whoever sends it.
DeckCache::Part* DeckCache::take_waiting(const DeckRequest& request) {
  const auto found = std::ranges::find(parts_, request, &Part::request);
  const bool waits = found != parts_.end() && std::exchange(found->is_awaited, false);
  return waits ? &*found : nullptr;
}

}  // namespace lectern::client
