#include "presenter/app/edits.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <utility>

#include "common/base/log.h"
#include "presenter/app/report.h"

namespace lectern::app {
namespace {

namespace asio = boost::asio;

/// Editors write a file in several steps.
constexpr std::chrono::milliseconds quiet{300};

}  // namespace

Edits::Edits(asio::io_context& io, engine::Engine& engine, Shelf& shelf, std::vector<DeckOptions> decks,
             Show show)
    : io_(io), engine_(engine), shelf_(shelf), options_(std::move(decks)), show_(show), folders_(io) {}

void Edits::begin() {
  for (std::uint32_t number = 1; number <= shelf_.count(); ++number) watch_folders_of(shelf_.newest(number));
  // Copies come after the first slide, which has the machine to itself.
  engine_.watch([](const engine::Engine::StatePtr&) {},
                [this](Revision) {
                  for (std::uint32_t number = 1; number <= shelf_.count(); ++number)
                    shelf_.newest(number).pictures->begin();
                });
  asio::co_spawn(io_, follow(), asio::detached);
}

void Edits::end() {
  is_ended_ = true;
  folders_.close();
  reader_.join();
}

asio::awaitable<void> Edits::follow() {
  try {
    for (;;) {
      co_await folders_.changed(quiet);
      for (std::uint32_t number = 1; number <= shelf_.count(); ++number) {
        if (is_ended_) co_return;  // nobody reads any more
        co_await look(number);
      }
    }
  } catch (const boost::system::system_error&) {
    // closed: the show ends
  }
}

Result<SealedDeck> Edits::read(std::uint32_t number) const {
  try {
    return seal(options_[number - 1], &shelf_.newest(number));
  } catch (const std::filesystem::filesystem_error& error) {  // such as a working folder that is gone
    return Error{error.what(), "see that the deck is where it was"};
  }
}

/// What cannot be read is not offered: the show goes on with what it has.
asio::awaitable<void> Edits::look(std::uint32_t number) {
  const auto read = [this, number]() -> asio::awaitable<Result<SealedDeck>> { co_return this->read(number); };
  auto edited = co_await asio::co_spawn(reader_, read, asio::use_awaitable);
  if (edited) {
    const bool is_new = edited->deck()->hash != shelf_.newest(number).deck()->hash;
    if (is_new) take(number, *std::move(edited));
  } else {
    log_warning("the deck's files changed, and what is there now cannot be shown: " + edited.error().message +
                ": " + edited.error().remedy);
  }
}

void Edits::take(std::uint32_t number, SealedDeck edited) {
  watch_folders_of(edited);
  edited.pictures->begin();
  report_diagnostics(edited.file);
  const auto deck = edited.deck();
  auto gone = shelf_.replace(number, std::move(edited), *engine_.state());
  asio::post(reader_, [gone = std::move(gone)] {});  // there they may wait for a copy in hand
  engine_.offer(number, deck);
  if (number == engine_.state()->deck_number)
    say_that_it_waits();
  else
    log_info("edited: deck " + std::to_string(number) + ", which will be opened as it is now");
}

void Edits::say_that_it_waits() {
  const auto& edit = engine_.state()->edit;
  if (!edit) return;
  log_info("edited: " + edit->summary);
  if (show_ == Show::at_once)
    engine_.decide(session::TakeEdit{edit->deck});
  else
    log_info("Ctrl+R on the display, or lectern-remote apply, shows it");
}

void Edits::watch_folders_of(const SealedDeck& deck) {
  std::set<std::filesystem::path> folders{deck.file.folder};
  for (const auto& picture : deck.pictures->originals()) folders.insert(picture.parent_path());
  if (!deck.file.theme_path.empty()) folders.insert(deck.file.theme_path.parent_path());
  folders_.add(folders);
}

}  // namespace lectern::app
