#include "tests/simulation/meeting.h"

#include <memory>
#include <utility>

#include "common/protocol/limits.h"
#include "tests/simulation/checker.h"
#include "tests/simulation/presenter.h"
#include "tests/simulation/remote.h"
#include "tests/support/decks.h"

namespace lectern::simulation {
namespace {

using std::chrono::seconds;
constexpr Duration ms{1};

/// Until then people press and things go wrong; then there is time for everything to settle.
constexpr Duration trouble_ends = seconds(25);
constexpr Duration all_is_quiet = seconds(65);

/// After so long without a word an end gives a connection up.
constexpr Duration patience = protocol::idle_timeout;

class Meeting {
 public:
  Meeting(unsigned seed, Story story) : world_(seed, story == Story::told), computer_(world_.any()) {
    for (const char* name : {"lisa", "omar", "mina"}) {
      remotes_.push_back(std::make_unique<Remote>(
          world_, name, some_machine(name), [this](Remote& remote) { connect(remote); }, history_));
      Remote& remote = *remotes_.back();
      remote.weather.most = ms * world_.upto(200) + remote.weather.least;
      remote.begin();
      sit_down(remote);
    }
    start_presenter();
    trouble_the_disk();
    world_.after(trouble_ends, [this] { mend(); });
  }

  Outcome hold() {
    world_.run_until(all_is_quiet);
    for (const auto& remote : remotes_) history_.shown.push_back(remote->shown());
    Outcome outcome{fault_in(history_, *deck_), world_.story(), 0, static_cast<int>(history_.runs.size())};
    for (const Run& run : history_.runs)
      for (const Decided& decided : run.decided) outcome.accepted_count += decided.answer.accepted();
    return outcome;
  }

 private:
  bool is_over() const { return world_.now() >= trouble_ends; }

  // The presenter, and what becomes of it.

  void start_presenter() {
    const Duration life = world_.between(seconds(2), seconds(25));
    presenter_ = std::make_unique<Presenter>(world_, computer_, deck_, ++last_epoch_, life, history_);
    const bool dies_in_time = world_.now() + life < trouble_ends;
    if (dies_in_time) world_.after(life, [this] { end_presenter(); });
  }

  void end_presenter() {
    const int how = world_.upto(9);
    if (how < 2)
      presenter_->end();
    else
      computer_.disk.cut_off_after(0);  // it closes no file
    for (const auto& [remote, connection] : std::exchange(connections_, {})) {
      if (world_.one_in(2)) connection->down.cut();
      notice(*remote, connection, world_.one_in(4) ? patience : remote->weather.delay(world_));
    }
    presenter_.reset();
    if (how < 6) {
      computer_.disk.forget_the_dead();
    } else {
      computer_.disk.lose_power();
      computer_.boot(world_.now());
    }
    world_.say([&] {
      return std::string(how < 2   ? "the presenter is ended"
                         : how < 6 ? "the presenter is killed"
                                   : "a power cut");
    });
    world_.after(world_.between(ms * 300, seconds(4)), [this] { start_presenter(); });
  }

  void trouble_the_disk() {
    if (is_over()) return;
    using Health = Disk::Health;
    const int what = world_.upto(9);
    computer_.disk.be(what == 0 ? Health::full : what == 1 ? Health::failing : Health::well);
    computer_.slowest_write = what < 4 ? seconds(3) : what < 7 ? ms * 400 : ms * 20;
    world_.say([&] {
      return std::string(what == 0   ? "the disk is full"
                         : what == 1 ? "the disk fails"
                         : what < 4  ? "the disk is slow"
                                     : "the disk is well");
    });
    world_.after(world_.between(seconds(1), seconds(10)), [this] { trouble_the_disk(); });
  }

  // The network.

  /// An attempt: an answer comes soon, a refusal too where nobody listens, and nothing through a network that
  /// is blocked.
  void connect(Remote& remote) {
    const Duration takes = remote.weather.is_blocked(world_) ? Duration(protocol::connect_timeout)
                                                             : remote.weather.delay(world_) * 2;
    world_.after(takes, [this, &remote] {
      if (!presenter_ || remote.weather.is_blocked(world_)) return remote.failed();
      const auto connection = std::make_shared<Connection>(world_, remote.weather, ++connection_count_);
      connections_.emplace_back(&remote, connection);
      presenter_->accept(connection);
      remote.opened(connection);
    });
  }

  /// The remote's end learns that a connection is over.
  void notice(Remote& remote, const std::shared_ptr<Connection>& connection, Duration wait) {
    world_.after(wait, [&remote, connection] { remote.lose(connection); });
  }

  /// Each end learns it by itself; what is under way may still come to the presenter, even after the remote
  /// is back on another connection.
  void break_connection(Remote& remote) {
    const auto connection = remote.connection();
    if (!connection) return;
    world_.say([&] { return "the connection of " + remote.id() + " breaks"; });
    if (world_.one_in(2)) connection->up.cut();
    if (world_.one_in(2)) connection->down.cut();
    notice(remote, connection, world_.between(Duration(0), patience));
    world_.after(world_.between(Duration(0), patience), [this, connection] {
      std::erase_if(connections_, [&](const auto& each) { return each.second == connection; });
      if (presenter_) presenter_->lose(connection);
    });
  }

  void block(Remote& remote) {
    const Duration time = world_.between(ms * 50, seconds(12));
    world_.say(
        [&] { return "nothing reaches " + remote.id() + " for " + std::to_string(time.count()) + " ms"; });
    remote.weather.blocked_until = world_.now() + time;
    if (time > patience) world_.after(patience, [this, &remote] { break_connection(remote); });
  }

  /// Something between the ends sends what it kept once more.
  void repeat(const Remote& remote) {
    if (!remote.last_sent()) return;
    world_.after(world_.between(Duration(0), seconds(20)), [this, &remote, sent = *remote.last_sent()] {
      if (presenter_) presenter_->hear_again(remote.id(), sent);
    });
  }

  // The people.

  Machine some_machine(const ClientId& name) {
    const client::Identity identity{name, name, session::Role::controller};
    if (world_.one_in(4)) return HastyMachine(identity);
    return client::Machine(identity, world_.any());
  }

  void sit_down(Remote& remote) {
    world_.after(world_.between(Duration(0), seconds(3)), [this, &remote] {
      if (is_over()) return;
      const int what = world_.upto(29);
      if (what == 0) block(remote);
      if (what == 1) break_connection(remote);
      if (what == 2) repeat(remote);
      if (what > 2) press_a_few_times(remote, 1 + world_.upto(4));
      sit_down(remote);
    });
  }

  void press_a_few_times(Remote& remote, int count) {
    if (count == 0) return;
    remote.press(some_press());
    world_.after(world_.between(Duration(0), ms * 150),
                 [this, &remote, count] { press_a_few_times(remote, count - 1); });
  }

  client::Press some_press() {
    using namespace session;
    switch (world_.upto(19)) {
      case 0:
        return Command(GoTo{deck_->slides[static_cast<std::size_t>(world_.upto(7))].address});
      case 1:
        return Command(SetBlack{world_.one_in(2)});
      case 2:
        return Command(SetHolding{world_.one_in(2)});
      case 3:
        return Command(StartTimer{seconds(60 + world_.upto(600))});
      case 4:
        return Command(PauseTimer{});
      case 5:
        return Command(ResumeTimer{});
      case 6:
        return Command(AddTime{seconds(60)});
      case 7:
        return Command(GoBack{});
      default:
        return world_.one_in(3) ? Direction::previous : Direction::next;
    }
  }

  void mend() {
    world_.say([] { return "all is well again"; });
    computer_.disk.be(Disk::Health::well);
    computer_.slowest_write = ms * 20;
    for (const auto& remote : remotes_) remote->weather.blocked_until = {};
  }

  World world_;
  Computer computer_;
  const std::shared_ptr<const deck::Deck> deck_ =
      std::make_shared<const deck::Deck>(test::deck_of({1, 2, 1, 3, 1}, 2));
  History history_;
  std::vector<std::unique_ptr<Remote>> remotes_;
  std::unique_ptr<Presenter> presenter_;
  std::vector<std::pair<Remote*, std::shared_ptr<Connection>>> connections_;
  Epoch last_epoch_ = 0;
  int connection_count_ = 0;
};

}  // namespace

Outcome meet(unsigned seed, Story story) {
  return Meeting(seed, story).hold();
}

}  // namespace lectern::simulation
