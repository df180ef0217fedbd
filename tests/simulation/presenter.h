// One life of the presenter: the real engine with its admission, and the real journal but for its thread, on
// a simulated disk and clock. Of the server there is what decides who is told what; sockets are the
// network's.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "common/deck/deck.h"
#include "presenter/engine/engine.h"
#include "presenter/journal/recorder.h"
#include "presenter/journal/store.h"
#include "tests/simulation/disk.h"
#include "tests/simulation/history.h"
#include "tests/simulation/network.h"

namespace lectern::simulation {

/// The computer that it runs on, which has clocks and a disk.
struct Computer {
  explicit Computer(unsigned seed) : disk(seed) {}

  journal::Moment moment(Duration now) const {
    return {std::to_string(boot_count), (now - booted).count(), now.count() + 1'700'000'000'000};
  }
  void boot(Duration now) {
    ++boot_count;
    booted = now;
  }

  Disk disk;
  Duration slowest_write{20};
  int boot_count = 1;
  Duration booted{};
};

class Presenter {
 public:
  /// It will die after `life`, in the middle of whatever it writes then; the world sees to that.
  Presenter(World&, Computer&, const std::shared_ptr<const deck::Deck>&, Epoch, Duration life, History&);

  /// A remote has connected. The connection is the presenter's own, too, until it hears that it is over.
  void accept(const std::shared_ptr<Connection>&);
  void lose(const std::shared_ptr<Connection>&);

  /// What a client sent once comes again, from wherever it was held up.
  void hear_again(const ClientId&, const session::Request&);

  /// Somebody ends it in good order: what is not recorded is written, if the disk takes it.
  void end();

  Instant now() const { return Instant(world_.now() - run().began); }
  Epoch epoch() const { return engine_.state()->epoch; }

 private:
  struct Client {
    ClientId id;
    std::optional<protocol::ClockReading> clock;
    std::deque<std::string> replies;
    std::string state, recorded;  ///< the newest, where not sent yet
    bool is_writing = false;
  };
  using Place = std::pair<const std::shared_ptr<Connection>, Client>;

  session::State begin(const deck::Deck&, Epoch);
  Run& run() { return history_.runs.back(); }
  const Run& run() const { return history_.runs.back(); }
  void hear(const std::shared_ptr<Connection>&, const std::string& bytes);
  void take(Place&, const protocol::Hello&);
  session::Answer decide(const ClientId&, const session::Request&);
  void write_to(Place&);
  void record();
  void try_to_write(const journal::Recorder::Line&);

  World& world_;
  Computer& computer_;
  History& history_;
  const Duration dies_at_;
  std::shared_ptr<const int> alive_ = std::make_shared<const int>();
  journal::Store store_;
  journal::Recorder recorder_;
  bool is_recording_ = false;
  engine::Engine engine_;
  std::map<std::shared_ptr<Connection>, Client, Connection::Earlier> clients_;
};

}  // namespace lectern::simulation
