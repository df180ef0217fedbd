#include "common/client/client.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <list>
#include <map>
#include <random>
#include <utility>

#include "common/base/operator_token.h"
#include "common/client/machine.h"
#include "common/client/network_watch.h"
#include "common/client/socket.h"
#include "common/trust/primitives.h"

namespace lectern::client {
namespace {

namespace asio = boost::asio;
constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

constexpr Duration request_patience = std::chrono::seconds(5);  ///< for a part of the deck
constexpr Duration pointer_patience = std::chrono::seconds(2);  ///< for what everybody is told
constexpr Duration least_sleep = std::chrono::milliseconds(500);

Duration since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now() - start);
}

}  // namespace

/// The machine's pump: sockets and the clock in, sockets and a timer out.
struct Client::Impl : std::enable_shared_from_this<Impl> {
  Impl(asio::io_context& context, Options given)
      : io(context),
        options(std::move(given)),
        machine({random_client_id(), options.name, options.role, options.device}, std::random_device{}()),
        alarm(io),
        network(io.get_executor()) {}

  const View& view() const { return machine.view(); }

  void happen(const Event& event) {
    for (const Effect& effect : machine.step(event, clock.now()))
      std::visit([this](const auto& wanted) { perform(wanted); }, effect);
    set_alarm();
    for (asio::steady_timer* waiter : waiters) waiter->cancel();
  }

  void perform(const Connect&) {
    socket = std::make_shared<Socket>(io.get_executor());
    asio::co_spawn(
        io, [self = shared_from_this(), of = socket] { return self->converse(of); }, asio::detached);
  }
  void perform(Send wanted) {
    auto* const hello = std::get_if<protocol::Hello>(&wanted.message);
    if (hello && hello->device == 0 && socket->is_within_machine())
      hello->operator_token = read_operator_token(options.port);
    socket->send(protocol::encode(wanted.message));
  }
  void perform(const Disconnect&) { std::exchange(socket, nullptr)->close(); }
  void perform(const Settled& press) { settled[press.ticket] = press.confirmed; }

  /// One connection from its making to its end. Of one that the machine has given up it hears nothing.
  asio::awaitable<void> converse(std::shared_ptr<Socket> of) {
    ++open_count;
    Ended why;
    const Trust trust = options.fingerprint ? Trust(*options.fingerprint) : Trust(NoTls{});
    if (const auto connected = co_await of->connect(options.host, options.port, trust)) {
      if (of == socket)
        happen(Opened{trust::random_bytes<32>(), of->certificate().value_or(trust::Digest{})});
      why = co_await of->read([&](const websocket::Message& received) {
        if (of != socket) return;
        auto message = protocol::decode_server_message(received.bytes);
        happen(message && received.is_binary ? Event(Received{*std::move(message)}) : Event(Garbled{}));
      });
    } else {
      why.error = connected.error();
    }
    --open_count;
    if (of != socket) co_return;
    socket = nullptr;
    happen(Lost{why.error, why.close_code});
  }

  /// Timers stand still while the computer sleeps, and our clock does not: at least once a second both are
  /// looked at.
  void set_alarm() {
    const auto due = machine.due();
    if (!due) {
      alarm.cancel();
      return;
    }
    alarm.expires_after(std::min<Duration>(*due - clock.now(), std::chrono::seconds(1)));
    alarm.async_wait([of = weak_from_this()](const boost::system::error_code& error) {
      const auto self = of.lock();
      if (!error && self) self->happen(self->has_slept() ? Event(Nudged{}) : Event(Woken{}));
    });
  }

  bool has_slept() {
    const Duration lead = clock.now().time_since_epoch() - since(started);
    return lead - std::exchange(sleep, lead) > least_sleep;
  }

  asio::awaitable<void> watch_network() {
    for (;;) {  // g++ 12 goes wrong on co_await in a while's condition
      const bool is_changed = co_await network.change();
      if (!is_changed) co_return;
      happen(Nudged{});
    }
  }

  /// Waits for the next thing to happen, or for `deadline`.
  asio::awaitable<void> changed(std::chrono::steady_clock::time_point deadline) {
    asio::steady_timer timer(io, deadline);
    const auto place = waiters.insert(waiters.end(), &timer);
    co_await timer.async_wait(result_tuple);
    waiters.erase(place);
  }

  asio::io_context& io;
  const Options options;
  const Clock clock;
  Machine machine;

  const std::chrono::steady_clock::time_point started = std::chrono::steady_clock::now();
  Duration sleep{};          ///< of the computer, since `started`
  asio::steady_timer alarm;  ///< for what the machine waits for
  NetworkWatch network;
  std::list<asio::steady_timer*> waiters;  ///< cancelled whenever something happened
  std::shared_ptr<Socket> socket;          ///< null: there is none, nor an attempt to make one
  int open_count = 0;                      ///< sockets that were not closed yet
  Ticket last_ticket = 0;
  std::map<Ticket, Confirmed> settled;  ///< not collected yet
};

Client::Client(asio::io_context& io, Options options)
    : impl_(std::make_shared<Impl>(io, std::move(options))) {
  asio::co_spawn(
      io, [impl = impl_] { return impl->watch_network(); }, asio::detached);
  impl_->happen(Woken{});
}

Client::~Client() {
  close();
}

const View& Client::view() const {
  return impl_->view();
}

Instant Client::presenter_now() const {
  return impl_->clock.now() + view().presenter_ahead;
}

asio::awaitable<bool> Client::until(std::function<bool(const View&)> holds, Duration patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!holds(view())) {
    if (std::chrono::steady_clock::now() >= deadline) co_return false;
    co_await impl_->changed(deadline);
  }
  co_return true;
}

asio::awaitable<void> Client::changed(Duration patience) {
  co_await impl_->changed(std::chrono::steady_clock::now() + patience);
}

asio::awaitable<Confirmed> Client::press(Press press) {
  const std::shared_ptr<Impl> impl = impl_;
  const Ticket ticket = ++impl->last_ticket;
  impl->happen(Pressed{ticket, std::move(press)});
  for (;;) {
    if (auto confirmed = impl->settled.extract(ticket)) co_return std::move(confirmed.mapped());
    co_await impl->changed(std::chrono::steady_clock::time_point::max());
  }
}

asio::awaitable<bool> Client::point(session::Pointer pointer) {
  const std::uint32_t before = view().pointer_count;
  impl_->happen(Pointed{pointer});
  return until([before, pointer](
                   const View& known) { return known.pointer_count != before && known.pointer == pointer; },
               pointer_patience);
}

asio::awaitable<Result<protocol::Notes>> Client::notes(std::uint32_t number) {
  const std::shared_ptr<Impl> impl = impl_;
  const NotesOf which{view().state->deck, number};
  impl->happen(NotesWanted{which});
  co_await until([&](const View& known) { return impl->machine.notes(which) || known.link == Link::refused; },
                 request_patience);
  if (auto notes = impl->machine.notes(which)) co_return *std::move(notes);
  co_return Error{"the notes did not come in time", "try again"};
}

void Client::close() {
  impl_->happen(Closed{});
  impl_->network.stop();
}

bool Client::ended() const {
  return impl_->open_count == 0;
}

}  // namespace lectern::client
