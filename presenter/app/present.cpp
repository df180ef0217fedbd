#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <csignal>
#include <iostream>
#include <thread>

#include "common/base/ids.h"
#include "common/base/log.h"
#include "presenter/app/channel.h"
#include "presenter/app/edits.h"
#include "presenter/app/font_folder.h"
#include "presenter/app/publicity.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/app/shelf.h"
#include "presenter/app/show_journal.h"
#include "presenter/app/today.h"
#include "presenter/engine/autoslide_timer.h"
#include "presenter/engine/engine.h"
#include "presenter/engine/pointer_timer.h"
#include "presenter/gallery/gallery.h"
#include "presenter/journal/beginning.h"
#include "presenter/picker/picker.h"
#include "presenter/server/server.h"

namespace lectern::app {
namespace {

namespace asio = boost::asio;

constexpr std::size_t most_for_pictures = 24u << 20;  // bytes; who shows 4K has no more need of them

/// What the stage asks for and reports goes to the engine, on the engine's thread.
stage::Listener tell(asio::io_context& io, engine::Engine& engine, gallery::Gallery& gallery,
                     std::function<void()> stop) {
  return {[&](const session::Command& command, Revision seen) {
            asio::post(io, [&, command, seen] { engine.decide(command, seen); });
          },
          [&](Revision revision) { asio::post(io, [&, revision] { engine.presented(revision); }); },
          std::move(stop),
          [&](const session::Pointer& pointer, Revision seen) {
            asio::post(io,
                       [&, pointer, seen] { engine.point(pointer, seen, session::operator_at_display()); });
          },
          [&](PixelSize size) { asio::post(io, [&, size] { gallery.stage_is(size); }); }};
}

std::vector<engine::Engine::DeckPtr> decks_of(const std::vector<SealedDeck>& sealed) {
  std::vector<engine::Engine::DeckPtr> decks;
  for (const SealedDeck& deck : sealed) decks.push_back(deck.deck());
  return decks;
}

/// In a new epoch: with the first slide, or where the journal says that this show was cut off.
journal::Beginning begin(const Present& options, const std::vector<engine::Engine::DeckPtr>& decks,
                         journal::Journal& journal) {
  std::vector<const deck::Deck*> plain;
  for (const auto& deck : decks) plain.push_back(deck.get());
  auto fresh = session::first_state(
      plain, random_epoch(), options.hold ? session::Opening::holding_slide : session::Opening::first_slide);
  fresh.following = options.following;
  auto beginning =
      journal::begin_show(std::move(fresh), plain, journal.last(), journal::present_moment(), options.resume);
  if (!beginning.message.empty()) log_info(beginning.message);
  return beginning;
}

/// While the picker is open its small pictures may take a fourth of the show's memory.
stage::MakeSidePanel picker_within(std::size_t memory_bytes) {
  return [=](const stage::Material& material, PixelSize stage, std::function<void()> wake) {
    return std::make_unique<picker::Picker>(material, font_folder(), stage, memory_bytes / 4, wake);
  };
}

/// While pages ask for pictures, those may take a fourth too.
gallery::Options gallery_within(std::size_t memory_bytes) {
  return {font_folder(), std::min(memory_bytes / 4, most_for_pictures)};
}

}  // namespace

int run(const Present& options) {
  const Clock clock;
  allow_many_files();
  auto sealed = seal_all(options.decks);
  if (!sealed) return fail(sealed.error(), unusable);
  for (const SealedDeck& deck : *sealed) report_diagnostics(deck.file);

  asio::io_context io(1);
  const std::string show = show_name(*sealed);
  const auto journal = open_journal(show, clock);
  auto beginning = begin(options, decks_of(*sealed), *journal);
  engine::Engine engine(decks_of(*sealed), std::move(beginning.state), [clock] { return clock.now(); });
  const std::size_t slide_count = engine.deck().slides.size();
  Shelf shelf(*std::move(sealed));
  std::unique_ptr<stage::Stage> stage;  // first to be told: the screen before the network
  engine.watch(
      [&](const engine::Engine::StatePtr& state) {
        if (stage) stage->show(state);
      },
      [](Revision) {});
  engine.watch_pointer([&](const session::Pointer& pointer) {
    if (stage) stage->point(pointer);
  });
  engine.watch_pairing([&](const session::Pairing& pairing) {
    if (stage) stage->invite(session::invitation_on_stage(pairing));
  });
  engine.watch([&](const engine::Engine::StatePtr& state) { journal->note(state); }, [](Revision) {});
  gallery::Gallery gallery([&](const DeckHash& hash) { return shelf.find(hash); },
                           gallery_within(options.stage.memory_bytes), clock,
                           [&](std::function<void()> call) { asio::post(io, std::move(call)); });
  engine.watch([&](const engine::Engine::StatePtr& state) { gallery.see(state); }, [](Revision) {});
  auto channel = open_channel(options);
  if (!channel) return fail(channel.error(), unusable);
  channel->options.show = show;
  channel->options.goes_on = beginning.goes_on;
  channel->options.pictures = &gallery;
  const auto server = server::Server::listen(io, engine, channel->tls, channel->options);
  if (!server) return fail(server.error(), unavailable);

  stage::Options stage_options = options.stage;
  stage_options.today = today();
  std::atomic<bool> is_over = false;  // or only interrupted
  const auto end = [&] {
    is_over = true;
    journal->close();
    stage->stop();
  };
  auto opened = stage::open_stage(
      *shelf.find(session::on_stage(*engine.state()).deck), engine.state(),
      [&](const DeckHash& hash) { return shelf.find(hash); }, font_folder(), stage_options, clock,
      tell(io, engine, gallery, end), picker_within(stage_options.memory_bytes));
  if (!opened) return fail(opened.error(), unavailable);
  stage = std::move(*opened);
  engine.on_move_asked([&] { stage->move_to_next_display(); });

  Edits edits(io, engine, shelf, options.decks,
              options.watch ? Edits::Show::at_once : Edits::Show::when_taken);
  edits.begin();
  Publicity publicity(engine, **server);
  engine::AutoSlideTimer autoslide(io, engine);
  engine::PointerTimer pointer_timer(io, engine);
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](const boost::system::error_code& error, int signal) {
    if (error) return;
    // Ctrl+C ends the show; whoever shuts the machine down only interrupts it.
    signal == SIGINT ? end() : stage->stop();
  });
  begin_recording(
      *journal, [&](const session::Recorded& news) { asio::post(io, [&, news] { engine.recorded(news); }); });
  std::jthread engine_thread([&] { io.run(); });
  std::cout << "ready http" << (options.channel.requires_tls ? "s" : "")
            << "://127.0.0.1:" << (*server)->port() << "/ slides=" << slide_count << std::endl;
  report_addresses(**server, channel->tls);

  stage->run();
  asio::post(io, [&] {
    signals.cancel();
    signals.clear();  // from now on a second Ctrl+C ends the program at once
    edits.end();
    gallery.close();
    autoslide.stop();
    pointer_timer.stop();
    (*server)->close(is_over ? server::Ending::over : server::Ending::interrupted);
  });
  engine_thread.join();  // once every client was told, or close_timeout is over
  return done;
}

}  // namespace lectern::app
