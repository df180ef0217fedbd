// Follows the deck's files while the show goes on: an edit is read, sealed and offered; it never shows by
// itself, unless that was asked for.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "presenter/app/folder_watch.h"
#include "presenter/app/sealed_deck.h"
#include "presenter/engine/engine.h"
#include "presenter/stage/stage.h"

namespace lectern::app {

/// Lives on the engine thread; reads decks on one of its own.
class Edits {
 public:
  enum class Show { when_taken, at_once };

  /// `shown` is what the engine shows. All but the deck outlive this, which outlives the engine's last call.
  Edits(boost::asio::io_context&, engine::Engine&, stage::Stage&, DeckOptions, SealedDeck shown, Show);

  void begin();
  void end();

 private:
  boost::asio::awaitable<void> follow();
  boost::asio::awaitable<void> look();
  Result<SealedDeck> read() const;
  void watch_its_folders();

  boost::asio::io_context& io_;
  engine::Engine& engine_;
  stage::Stage& stage_;
  const DeckOptions options_;
  const Show show_;
  SealedDeck newest_;
  FolderWatch folders_;
  boost::asio::thread_pool reader_{1};
};

}  // namespace lectern::app
