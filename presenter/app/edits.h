// Follows the decks' files while the show goes on: an edit is read, sealed and offered; it never shows by
// itself, unless that was asked for. Another deck than the one that is shown is opened as it is then.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <cstdint>
#include <vector>

#include "presenter/app/folder_watch.h"
#include "presenter/app/sealed_deck.h"
#include "presenter/app/shelf.h"
#include "presenter/engine/engine.h"

namespace lectern::app {

/// Lives on the engine thread; reads decks on one of its own.
class Edits {
 public:
  enum class Show { when_taken, at_once };

  /// `decks` are those on the shelf and of the engine, by number. The first three outlive this, which
  /// outlives the engine's last call.
  Edits(boost::asio::io_context&, engine::Engine&, Shelf&, std::vector<DeckOptions> decks, Show);

  void begin();
  void end();

 private:
  boost::asio::awaitable<void> follow();
  boost::asio::awaitable<void> look(std::uint32_t number);
  Result<SealedDeck> read(std::uint32_t number) const;
  void take(std::uint32_t number, SealedDeck);
  void say_that_it_waits();
  void watch_folders_of(const SealedDeck&);

  boost::asio::io_context& io_;
  engine::Engine& engine_;
  Shelf& shelf_;
  const std::vector<DeckOptions> options_;
  const Show show_;
  FolderWatch folders_;
  bool is_ended_ = false;
  boost::asio::thread_pool reader_{1};
};

}  // namespace lectern::app
