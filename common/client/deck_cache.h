// What a client has fetched of decks, by their hash: asked for once, and kept over broken connections. Pure.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "common/base/result.h"
#include "common/protocol/messages.h"

namespace lectern::client {

using NotesOf = std::pair<DeckHash, std::uint32_t>;  ///< a deck and a slide's number in it

class DeckCache {
 public:
  /// What was asked for last is kept, up to so many outlines and notes.
  static constexpr std::size_t kept_parts = 256;

  /// What must be asked for to have it; nullopt: it is here, or was asked for.
  std::optional<protocol::DeckRequest> want(const protocol::DeckRequest&);

  /// What is here may have changed: what must be asked for to have it anew; nullopt: it was asked for.
  std::optional<protocol::DeckRequest> renew(const protocol::DeckRequest&);

  /// On a new connection: what was asked for on the last and never came.
  std::vector<protocol::DeckRequest> outstanding() const;

  void take(const protocol::Outline&);
  void take(const protocol::Notes&);
  void take(const protocol::Unavailable&);

  /// nullptr: it is not here.
  std::shared_ptr<const protocol::Outline> outline(const DeckHash&) const;

  /// nullopt: they are not here; an error: they are not to be had.
  std::optional<Result<protocol::Notes>> notes(const NotesOf&) const;

 private:
  struct Part {
    protocol::DeckRequest request;
    std::variant<std::monostate, std::shared_ptr<const protocol::Outline>, protocol::Notes, Error> got;
    bool is_awaited = true;
  };

  const Part* find(const protocol::DeckRequest&) const;
  Part* take_waiting(const protocol::DeckRequest&);

  std::deque<Part> parts_;  ///< in the order of asking
};

}  // namespace lectern::client
