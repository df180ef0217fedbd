#include "remote/cli/verbs.h"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/json.hpp>
#include <csignal>
#include <exception>
#include <iostream>
#include <optional>

#include "common/base/host_port.h"
#include "common/deck/find_slides.h"
#include "common/text/text.h"
#include "remote/cli/named.h"
#include "remote/cli/pair.h"
#include "remote/cli/pairing_text.h"
#include "remote/cli/presenters.h"
#include "remote/cli/status.h"

namespace lectern::cli {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;
using client::Client;
using client::Confirmed;
using client::Link;
using client::Outcome;
using client::View;

constexpr Duration connect_patience = std::chrono::seconds(10);
constexpr Duration presented_patience = std::chrono::seconds(5);
constexpr Duration roster_patience = std::chrono::seconds(5);
constexpr Duration pairing_patience = std::chrono::seconds(1);

const char* word(Outcome outcome) {
  switch (outcome) {
    case Outcome::accepted:
      return "accepted";
    case Outcome::refused:
      return "refused";
    case Outcome::unconfirmed:
      return "unconfirmed";
  }
  return "unconfirmed";
}

int exit_code(Outcome outcome) {
  return outcome == Outcome::accepted ? done : outcome == Outcome::refused ? refused : unconfirmed;
}

/// What somebody can do whom the presenter lets only follow.
constexpr const char* only_follows =
    "the presenter lets this program only follow: on its own machine run it as the user who runs the "
    "presenter; elsewhere have this device let in, with lectern-remote --host HOST:PORT pair";

std::string command_for(const client::Options& presenter) {
  const bool is_usual = presenter.host == protocol::loopback && presenter.port == protocol::default_port;
  return is_usual ? "lectern-remote"
                  : "lectern-remote --host " + host_port_text(presenter.host, presenter.port);
}

bool ready(const View& view) {
  return view.link == Link::connected && view.outline;
}

/// The verbs, each to its exit code, on a client that is connected and knows the outline.
class Verbs {
 public:
  Verbs(Client& client, const Call& call)
      : client_(client), format_(call.format), command_(command_for(call.presenter)) {}

  asio::awaitable<int> operator()(const ShowStatus&) {
    // Just after the start the first frame may be still on its way: what is said should be settled.
    co_await shown(*client_.view().state);
    if (!ready(client_.view())) co_return gone();
    print(status());
    if (format_ == Format::text) std::cout << people_text(status()) << std::endl;
    co_return done;
  }

  asio::awaitable<int> operator()(const ShowRoster&) {
    co_await told_of_roster();
    if (!client_.view().roster) co_return no_roster();
    const View& view = client_.view();
    const Instant now = client_.presenter_now();
    std::cout << (format_ == Format::json ? roster_json(view, now) : roster_text(view, now)) << std::endl;
    co_return done;
  }

  /// Neither needs a presenter that knows us: run() has done it.
  asio::awaitable<int> operator()(const ListPresenters&) { co_return done; }
  asio::awaitable<int> operator()(const Pair&) { co_return done; }

  asio::awaitable<int> operator()(const ShowPairing&) {
    co_await told_of_pairing();
    if (!client_.view().pairing) co_return no_pairing();
    print_pairing();
    co_return done;
  }

  asio::awaitable<int> operator()(const ManagePairing& wanted) {
    co_await told_of_pairing();
    if (!client_.view().pairing) co_return no_pairing();
    const auto before = client_.view().pairing;
    const session::Command command = session::ManagePairing{wanted.what};  // g++ 12 would free its text twice
    const Confirmed confirmed = co_await client_.press(command);
    if (confirmed.outcome != Outcome::accepted) co_return say(confirmed, Shown::no);
    // What follows from it comes right after the answer; nothing, where it was so already.
    co_await client_.until([&](const View& view) { return view.pairing != before; }, pairing_patience);
    if (!client_.view().pairing) co_return gone();
    print_pairing();
    co_return done;
  }

  /// A line for each that asks, is let in or goes, until nobody can ask any more.
  asio::awaitable<int> operator()(const OpenPairing& wanted) {
    co_await told_of_pairing();
    if (!client_.view().pairing) co_return no_pairing();
    const session::Command command = session::ManagePairing{wanted.how};  // g++ 12 would free its text twice
    const Confirmed confirmed = co_await client_.press(command);
    if (confirmed.outcome != Outcome::accepted) co_return say(confirmed, Shown::no);
    co_await client_.until([](const View& view) { return view.pairing && view.pairing->window; },
                           presented_patience);
    session::Pairing before;
    for (;;) {
      const View& view = client_.view();
      if (view.link == Link::waiting || view.link == Link::refused) co_return gone();
      const session::Pairing now = view.pairing.value_or(before);  // it comes again after a short break
      if (now != before) tell_pairing(before, now, wanted.how.address);
      if (!now.window && now.asking.empty()) co_return done;
      before = now;
      co_await client_.changed(std::chrono::hours(1));
    }
  }

  asio::awaitable<int> operator()(const ShowOutline&) {
    const protocol::Outline& outline = *client_.view().outline;
    std::cout << (format_ == Format::json ? to_json(outline) : to_text(outline)) << std::endl;
    co_return done;
  }

  asio::awaitable<int> operator()(const ShowDecks&) {
    const session::State& state = *client_.view().state;
    std::cout << (format_ == Format::json ? decks_json(state) : decks_text(state)) << std::endl;
    co_return done;
  }

  asio::awaitable<int> operator()(const ShowNotes&) {
    const Status now = status();
    const auto notes = co_await client_.notes(static_cast<std::uint32_t>(now.number));
    if (!notes) {
      const bool may_read = session::may_read_notes(client_.view().role);
      std::cerr << "lectern-remote: " << notes.error().message << "; "
                << (may_read ? notes.error().remedy : only_follows) << '\n';
      co_return client_.view().link == Link::connected ? refused : unreachable;
    }
    const int step = client_.view().state->position.step;
    std::cout << (format_ == Format::json ? to_json(*notes, now.slide) : to_text(*notes, step)) << std::endl;
    co_return done;
  }

  /// Until interrupted: a line for every change that a person would see.
  asio::awaitable<int> operator()(const Watch&) {
    std::optional<Status> last;
    Link link = Link::connecting;
    for (;;) {
      const View& view = client_.view();
      if (view.link == Link::waiting && link != Link::waiting)
        std::cerr << "lectern-remote: " << view.trouble << "; trying again" << std::endl;
      if (view.link == Link::connected && link == Link::waiting)
        std::cerr << "lectern-remote: connected again" << std::endl;
      if (view.link == Link::refused) co_return gone();
      if (view.link != Link::connecting) link = view.link;
      if (ready(view)) {
        Status now = status();
        now.qa_remaining = std::chrono::seconds::zero();  // time passing alone is no news
        now.recorded.revision = 0;                        // nor that the disk has what the display shows
        if (format_ == Format::text) now.pointer = {.kind = now.pointer.kind};  // nor that it moves
        if (last != now) print(status());
        last = now;
      }
      co_await client_.changed(std::chrono::hours(1));
    }
  }

  asio::awaitable<int> operator()(const Press& press) { return confirm(press.what); }

  asio::awaitable<int> operator()(const GoToNumber& go) {
    const auto& slides = client_.view().outline->slides;
    if (go.number < 1 || go.number > slides.size()) {
      const std::string message = "the deck has slides 1 to " + std::to_string(slides.size());
      const Confirmed none{Outcome::refused, 0, "no_such_slide", message};
      co_return say(none, Shown::no);
    }
    co_return co_await confirm(session::Command(session::GoTo{slides[go.number - 1].address}));
  }

  asio::awaitable<int> operator()(const GoToWords& go) {
    const auto& slides = client_.view().outline->slides;
    std::vector<std::string> titles;
    for (const protocol::SlideEntry& slide : slides) titles.push_back(slide.title);
    const std::vector<std::size_t> found = deck::find_slides(titles, go.words);
    if (found.size() == 1)
      co_return co_await confirm(session::Command(session::GoTo{slides[found[0]].address}));
    Confirmed refusal;
    refusal.outcome = Outcome::refused;
    refusal.reason = found.empty() ? "no_such_slide" : "several_slides";
    refusal.message = found.empty() ? "no slide has " + in_quotes(go.words) +
                                          " in its title; lectern-remote outline lists them"
                                    : several(found, titles);
    co_return say(refusal, Shown::no);
  }

  asio::awaitable<int> operator()(const HandOverTo& wanted) {
    co_await told_of_roster();
    if (!client_.view().roster) co_return no_roster();
    const std::vector<session::Sender> found = find_drivers(client_.view(), wanted.name);
    if (found.size() == 1) {
      const session::Command hand_over = session::HandOver{found[0]};  // g++ 12 would free its text twice
      co_return co_await confirm(hand_over);
    }
    Confirmed refusal;
    refusal.outcome = Outcome::refused;
    refusal.reason = found.empty() ? "nobody_called_so" : "several_called_so";
    refusal.message =
        (found.empty() ? "nobody else who may drive is connected as " : "several are connected as ") +
        in_quotes(wanted.name) + "; lectern-remote who lists them, with --json also by client id";
    co_return say(refusal, Shown::no);
  }

  asio::awaitable<int> operator()(const Black& black) {
    return confirm(session::Command(session::SetBlack{black.on.value_or(!client_.view().state->black)}));
  }

  asio::awaitable<int> operator()(const Freeze& freeze) {
    const bool is_frozen = client_.view().state->frozen.has_value();
    return confirm(session::Command(session::SetFrozen{freeze.on.value_or(!is_frozen)}));
  }

  asio::awaitable<int> operator()(const Hold& hold) {
    const bool is_holding = client_.view().state->position.holding.has_value();
    return confirm(session::Command(session::SetHolding{hold.on.value_or(!is_holding)}));
  }

  asio::awaitable<int> operator()(const ShowEdit&) {
    const auto edit = client_.view().state->edit;
    const Confirmed none{Outcome::refused, 0, "no_such_edit", "the deck was not edited since it was opened"};
    if (!edit) co_return say(none, Shown::no);
    const session::Command take = session::TakeEdit{edit->deck};  // g++ 12 would free its text twice
    co_return co_await confirm(take);
  }

  asio::awaitable<int> operator()(const PointAt& point) {
    const bool is_told = co_await client_.point(point.pointer);
    Confirmed confirmed;
    if (is_told) {
      confirmed.outcome = Outcome::accepted;
      confirmed.revision = client_.view().state->revision;
    } else {
      confirmed.message = "somebody else points, or another slide has come; look at the display";
    }
    co_return say(confirmed, Shown::yes);
  }

 private:
  enum class Shown { no, yes, once_it_thaws };

  Status status() const { return status_of(client_.view(), client_.presenter_now()); }

  asio::awaitable<bool> told_of_roster() {
    return client_.until([](const View& view) { return view.roster || !session::hears_of_roster(view.role); },
                         roster_patience);
  }

  /// Or until it is clear that nobody tells us; likewise the next. No coroutines: g++ 12 would lose what they
  /// were called with.
  asio::awaitable<bool> told_of_pairing() {
    return client_.until(
        [](const View& view) { return view.pairing || !session::hears_of_pairing(view.role); },
        roster_patience);
  }

  int no_pairing() const {
    if (client_.view().link == Link::refused) return gone();
    Confirmed refusal;
    refusal.outcome = Outcome::refused;
    refusal.reason = "not_permitted";
    refusal.message = "which devices may come in is for the operator";
    return say(refusal, Shown::no);
  }

  void print_pairing() const {
    const session::Pairing& pairing = *client_.view().pairing;
    std::cout << (format_ == Format::json ? pairing_json(pairing, client_.presenter_now())
                                          : pairing_text(pairing))
              << std::endl;
  }

  void tell_pairing(const session::Pairing& before, const session::Pairing& now,
                    const std::string& address) const {
    if (format_ == Format::json)
      print_pairing();
    else
      std::cout << pairing_news(before, now,
                                {command_, address,
                                 isatty(STDOUT_FILENO) != 0 ? Colors::black_on_white : Colors::unknown})
                << std::flush;
  }

  int no_roster() const {
    if (client_.view().link == Link::refused) return gone();
    Confirmed refusal;
    refusal.outcome = Outcome::refused;
    refusal.reason = "not_permitted";
    refusal.message = "who is connected is not told to followers";
    return say(refusal, Shown::no);
  }

  void print(const Status& now) const {
    std::cout << (format_ == Format::json ? to_json(now) : to_text(now)) << std::endl;
  }

  /// Waits until the audience sees what this state shows, or something later of the same epoch; nobody waits
  /// for what a frozen stage holds back.
  asio::awaitable<Shown> shown(const session::State& wanted) {
    const auto is_settled = [epoch = wanted.epoch, revision = wanted.revision](const View& view) {
      return ready(view) && view.state->epoch == epoch && view.state->revision >= revision &&
             view.presented >= std::min(revision, session::on_stage(*view.state).since);
    };
    if (!co_await client_.until(is_settled, presented_patience)) co_return Shown::no;
    co_return client_.view().presented >= wanted.revision ? Shown::yes : Shown::once_it_thaws;
  }

  /// There is no presenter to speak of any more.
  int gone() const {
    std::cerr << "lectern-remote: " << client_.view().trouble << '\n';
    return unreachable;
  }

  asio::awaitable<int> confirm(client::Press press) {
    session::State wanted = *client_.view().state;
    const Confirmed confirmed = co_await client_.press(press);
    wanted.revision = confirmed.revision;
    const Shown is_shown = confirmed.outcome == Outcome::accepted ? co_await shown(wanted) : Shown::no;
    co_return say(confirmed, is_shown);
  }

  int say(Confirmed confirmed, Shown shown) const {
    if (confirmed.reason == "not_permitted" && client_.view().role == session::Role::follower)
      confirmed.message = only_follows;
    const bool late = confirmed.outcome == Outcome::accepted && shown == Shown::no;
    if (format_ == Format::json)
      std::cout << json::serialize(json::object{{"outcome", word(confirmed.outcome)},
                                                {"presented", shown == Shown::yes},
                                                {"revision", confirmed.revision},
                                                {"reason", confirmed.reason},
                                                {"message", confirmed.message},
                                                {"status", status_json()}})
                << std::endl;
    else if (confirmed.outcome != Outcome::accepted)
      std::cerr << "lectern-remote: " << word(confirmed.outcome) << ": " << confirmed.message << '\n';
    else if (late)
      std::cerr << "lectern-remote: accepted, but the display has not shown it yet; look at it before "
                   "pressing again\n";
    else if (ready(client_.view()))
      print(status());
    return late ? unconfirmed : exit_code(confirmed.outcome);
  }

  /// null where the outline is not there: the presenter was just started again.
  json::value status_json() const {
    return ready(client_.view()) ? json::parse(to_json(status())) : json::value();
  }

  Client& client_;
  Format format_;
  std::string command_;  ///< by which this presenter is reached
};

asio::awaitable<int> do_call(Client& client, const Call& call) {
  const bool is_patient = std::holds_alternative<Watch>(call.verb);  // it says itself what it waits for
  const auto settled = [](const View& view) {
    return ready(view) || view.link == Link::waiting || view.link == Link::refused;
  };
  if (!is_patient) co_await client.until(settled, connect_patience);
  if (!is_patient && !ready(client.view())) {
    const std::string& trouble = client.view().trouble;
    std::cerr << "lectern-remote: " << (trouble.empty() ? "the presenter does not answer" : trouble) << '\n';
    co_return unreachable;
  }
  Verbs verbs(client, call);
  co_return co_await std::visit(verbs, call.verb);
}

}  // namespace

int run(const Call& call) {
  if (std::holds_alternative<ListPresenters>(call.verb)) return list_presenters(call.format);
  if (std::holds_alternative<Pair>(call.verb)) return pair_with(call.presenter, call.format);
  asio::io_context io(1);
  Client client(io, as_paired(call.presenter));
  std::optional<int> code;
  asio::signal_set signals(io, SIGINT, SIGTERM);
  signals.async_wait([&](const boost::system::error_code& error, int) {
    if (!error) code = std::holds_alternative<Watch>(call.verb) ? done : unconfirmed;
  });
  asio::co_spawn(io, do_call(client, call), [&](const std::exception_ptr& failed, int with) {
    if (failed) std::rethrow_exception(failed);
    code = with;
  });
  while (!code) io.run_one();
  client.close();
  signals.cancel();
  const auto deadline = std::chrono::steady_clock::now() + protocol::close_timeout;
  while (!client.ended() && io.run_one_until(deadline)) {
  }
  return *code;
}

}  // namespace lectern::cli
