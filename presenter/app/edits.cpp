#include "presenter/app/edits.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
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

Edits::Edits(asio::io_context& io, engine::Engine& engine, stage::Stage& stage, DeckOptions options,
             SealedDeck shown, Show show)
    : io_(io),
      engine_(engine),
      stage_(stage),
      options_(std::move(options)),
      show_(show),
      newest_(std::move(shown)),
      folders_(io) {}

void Edits::begin() {
  watch_its_folders();
  // Copies come after the first slide, which has the machine to itself.
  engine_.watch([](const engine::Engine::StatePtr&) {}, [this](Revision) { newest_.pictures->begin(); });
  asio::co_spawn(io_, follow(), asio::detached);
}

void Edits::end() {
  folders_.close();
  reader_.join();
}

asio::awaitable<void> Edits::follow() {
  try {
    for (;;) {
      co_await folders_.changed(quiet);
      co_await look();
    }
  } catch (const boost::system::system_error&) {
    // closed: the show ends
  }
}

Result<SealedDeck> Edits::read() const {
  try {
    return seal(options_, &newest_);
  } catch (const std::filesystem::filesystem_error& error) {  // such as a working folder that is gone
    return Error{error.what(), "see that the deck is where it was"};
  }
}

/// What cannot be read is not offered: the show goes on with what it has.
asio::awaitable<void> Edits::look() {
  const auto read = [this]() -> asio::awaitable<Result<SealedDeck>> { co_return this->read(); };
  auto edited = co_await asio::co_spawn(reader_, read, asio::use_awaitable);
  if (!edited) {
    log_warning("the deck's files changed, and what is there now cannot be shown: " + edited.error().message +
                ": " + edited.error().remedy);
    co_return;
  }
  if (edited->deck()->hash == newest_.deck()->hash) co_return;
  newest_ = *std::move(edited);
  watch_its_folders();
  newest_.pictures->begin();
  report_diagnostics(newest_.file);
  stage_.offer(newest_.material());
  engine_.offer(newest_.deck());
  const auto& edit = engine_.state()->edit;
  if (!edit) co_return;
  log_info("edited: " + edit->summary);
  if (show_ == Show::at_once)
    engine_.decide(session::TakeEdit{edit->deck});
  else
    log_info("Ctrl+R on the display, or lectern-remote apply, shows it");
}

void Edits::watch_its_folders() {
  std::set<std::filesystem::path> folders{newest_.file.folder};
  for (const auto& picture : newest_.pictures->originals()) folders.insert(picture.parent_path());
  if (!newest_.file.theme_path.empty()) folders.insert(newest_.file.theme_path.parent_path());
  folders_.add(folders);
}

}  // namespace lectern::app
