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

#include "common/client/backoff.h"
#include "common/client/socket.h"

namespace lectern::client {
namespace {

namespace asio = boost::asio;
constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

constexpr Duration request_patience = std::chrono::seconds(5);  ///< for a part of the deck
constexpr Duration pointer_patience = std::chrono::seconds(2);  ///< for what everybody is told

using NotesOf = std::pair<DeckHash, std::uint32_t>;  ///< a deck and a slide's number in it

/// Close codes after which another attempt would end in the same way.
bool is_final(std::uint16_t close_code) {
  using protocol::CloseCode;
  const auto code = static_cast<CloseCode>(close_code);
  return code == CloseCode::malformed || code == CloseCode::version_unsupported ||
         code == CloseCode::hello_expected;
}

}  // namespace

struct Client::Impl : std::enable_shared_from_this<Impl> {
  Impl(asio::io_context& context, Options given)
      : io(context), options(std::move(given)), id(random_client_id()), pause(io) {}

  asio::awaitable<void> stay_connected() {
    Backoff backoff;
    std::uniform_real_distribution<double> spread(0.0, 1.0);
    while (!closed) {
      view.link = Link::connecting;
      const std::uint32_t connections_before = view.connection_count;
      const Ended why = co_await one_connection();
      welcomed = false;
      if (closed) break;
      if (view.connection_count != connections_before) backoff.reset();
      view.link = is_final(why.close_code) ? Link::refused : Link::waiting;
      view.trouble = why.error.message + (why.error.remedy.empty() ? "" : "; " + why.error.remedy);
      tell();
      if (view.link == Link::refused) break;
      pause.expires_after(backoff.next(spread(random)));
      co_await pause.async_wait(result_tuple);
    }
    ended = true;
  }

  asio::awaitable<Ended> one_connection() {
    socket = std::make_shared<Socket>(io.get_executor());
    const auto connected = co_await socket->connect(options.host, options.port);
    if (!connected) co_return Ended{connected.error()};
    hello_sent = clock.now();
    send(protocol::Hello{protocol::version, protocol::version, id, options.name, options.role});
    asio::steady_timer welcome_deadline(io, protocol::connect_timeout);
    welcome_deadline.async_wait([this, of = socket](const boost::system::error_code& error) {
      if (!error && !(of == socket && welcomed)) of->close();
    });
    co_return co_await socket->read([this](std::string_view bytes) {
      auto message = protocol::decode_server_message(bytes);
      if (!message || welcomed == std::holds_alternative<protocol::Welcome>(*message)) return false;
      std::visit([this](auto& kind) { take(kind); }, *message);
      tell();
      return true;
    });
  }

  void take(const protocol::Welcome& welcome) {
    welcomed = true;
    // The presenter's clock was read somewhere between our hello and now; the middle is off by half that time
    // at most.
    const Instant now = clock.now();
    view.presenter_ahead = welcome.sent - (hello_sent + (now - hello_sent) / 2);
    view.presented = 0;
    view.pointer = {};
    outline_asked.clear();
    for (const auto& [key, said] : notes)
      if (!said) ask(key);
    for (const session::Request& request : outbox.resume(welcome.epoch, now + view.presenter_ahead))
      send(request);
  }

  void take(const session::State& state) {
    if (view.link != Link::connected) {
      view.link = Link::connected;
      view.trouble.clear();
      ++view.connection_count;
    }
    view.state = state;
    if (view.outline && view.outline->deck == state.deck) return;
    view.outline = nullptr;
    if (std::exchange(outline_asked, state.deck) != state.deck)
      send(protocol::DeckRequest{state.deck, std::nullopt});
  }

  void take(const protocol::Presented& presented) { view.presented = presented.revision; }

  void take(const session::Pointer& pointer) {
    view.pointer = pointer;
    ++view.pointer_count;
  }

  void take(const protocol::Answer& answer) {
    if (outbox.answered(answer)) answers[answer.id] = answer;
  }

  void take(protocol::Outline& outline) {
    if (view.state && outline.deck == view.state->deck)
      view.outline = std::make_shared<const protocol::Outline>(std::move(outline));
  }

  void take(const protocol::Notes& found) { fill({found.deck, found.number}, found); }
  void take(const protocol::Unavailable& missing) {
    fill({missing.deck, missing.number}, Error{missing.message, "ask for another slide"});
  }

  void fill(const NotesOf& key, Result<protocol::Notes> said) {
    if (const auto asked = notes.find(key); asked != notes.end()) asked->second = std::move(said);
  }

  void ask(const NotesOf& key) { send(protocol::DeckRequest{key.first, key.second}); }

  void send(const protocol::ClientMessage& message) { socket->send(protocol::encode(message)); }

  void tell() {
    for (asio::steady_timer* waiter : waiters) waiter->cancel();
  }

  /// Waits for the next tell(), or for `deadline`.
  asio::awaitable<void> changed(std::chrono::steady_clock::time_point deadline) {
    asio::steady_timer timer(io, deadline);
    const auto place = waiters.insert(waiters.end(), &timer);
    co_await timer.async_wait(result_tuple);
    waiters.erase(place);
  }

  asio::io_context& io;
  const Options options;
  const ClientId id;
  const Clock clock;
  std::mt19937 random{std::random_device{}()};

  std::list<asio::steady_timer*> waiters;  ///< cancelled at every change of the view
  asio::steady_timer pause;                ///< between two attempts
  std::shared_ptr<Socket> socket;
  Instant hello_sent{};
  bool welcomed = false;
  bool closed = false;
  bool ended = false;

  View view;
  Outbox outbox;
  DeckHash outline_asked;
  std::map<CommandId, protocol::Answer> answers;  ///< not collected yet
  std::map<NotesOf, std::optional<Result<protocol::Notes>>>
      notes;  ///< asked for; filled when they come, and kept
};

Client::Client(asio::io_context& io, Options options)
    : impl_(std::make_shared<Impl>(io, std::move(options))) {
  asio::co_spawn(
      io, [impl = impl_] { return impl->stay_connected(); }, asio::detached);
}

Client::~Client() {
  close();
}

const View& Client::view() const {
  return impl_->view;
}

Instant Client::presenter_now() const {
  return impl_->clock.now() + impl_->view.presenter_ahead;
}

asio::awaitable<bool> Client::until(std::function<bool(const View&)> holds, Duration patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!holds(impl_->view)) {
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
  if (impl->outbox.is_full())
    co_return Confirmed{Outcome::refused, 0, "too_many_requests", "too many presses wait for an answer"};
  const session::Request request = impl->outbox.press(press, *impl->view.state, presenter_now());
  if (impl->welcomed)
    impl->send(request);
  else
    impl->pause.cancel();  // a press does not wait for the next attempt to come round

  for (;;) {
    if (const auto answer = impl->answers.extract(request.id)) {
      const protocol::Answer& said = answer.mapped();
      if (said.accepted) co_return Confirmed{Outcome::accepted, *said.accepted, {}, {}};
      co_return Confirmed{Outcome::refused, 0, said.reason, said.message};
    }
    impl->outbox.expire(presenter_now());
    if (!impl->outbox.waits(request.id) || impl->view.link == Link::refused)
      co_return Confirmed{
          Outcome::unconfirmed, 0, {}, "no answer came; look at the display before pressing again"};
    co_await changed(request.expires + step_patience - presenter_now() + Duration(1));
  }
}

asio::awaitable<bool> Client::point(session::Pointer pointer) {
  const std::uint32_t before = impl_->view.pointer_count;
  impl_->send(protocol::Point{pointer, impl_->view.state->revision});
  return until([before, pointer](
                   const View& known) { return known.pointer_count != before && known.pointer == pointer; },
               pointer_patience);
}

asio::awaitable<Result<protocol::Notes>> Client::notes(std::uint32_t number) {
  const std::shared_ptr<Impl> impl = impl_;
  const NotesOf key{impl->view.state->deck, number};
  if (impl->notes.try_emplace(key).second) impl->ask(key);
  const auto said = [&]() -> std::optional<Result<protocol::Notes>> {
    const auto asked = impl->notes.find(key);
    return asked == impl->notes.end() ? std::nullopt : asked->second;
  };
  co_await until([&](const View& known) { return said() || known.link == Link::refused; }, request_patience);
  if (auto notes = said()) co_return *std::move(notes);
  impl->notes.erase(key);
  co_return Error{"the notes did not come in time", "try again"};
}

void Client::close() {
  impl_->closed = true;
  impl_->pause.cancel();
  if (impl_->socket) impl_->socket->close();
}

bool Client::ended() const {
  return impl_->ended;
}

}  // namespace lectern::client
