#include "tests/support/proxy.h"

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <deque>
#include <filesystem>
#include <future>
#include <random>
#include <thread>
#include <vector>

#include "common/base/operator_token.h"

namespace lectern::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using Time = std::chrono::steady_clock::time_point;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t max_queued_chunks = 64;  ///< of one direction; then the sender has to wait

std::string name_of(const tcp::endpoint& endpoint) {
  return "127.0.0.1:" + std::to_string(endpoint.port());
}

/// What every connection passes through.
struct Network {
  std::string own_name, server_name;
  Weather weather;
  std::mt19937 random;
  bool is_held = false;

  std::chrono::milliseconds delay() {
    std::uniform_int_distribution<int> more(-static_cast<int>(weather.jitter.count()),
                                            static_cast<int>(weather.jitter.count()));
    return weather.delay + std::chrono::milliseconds(more(random));
  }
};

struct Chunk {
  std::string bytes;  ///< empty: the sender has ended
  Time due;
};

/// One direction of one connection.
struct Flow {
  Flow(tcp::socket& sender, tcp::socket& receiver)
      : from(sender), to(receiver), news(from.get_executor()), room(from.get_executor()) {}

  tcp::socket& from;
  tcp::socket& to;
  std::deque<Chunk> queue;
  asio::steady_timer news;  ///< cancelled when give_out() should look again
  asio::steady_timer room;  ///< cancelled when take_in() should
  Time sent{};              ///< when the last chunk is through at this rate
  Time last_due{};
};

/// One connection; what it has under way keeps it until that ends.
class Link : public std::enable_shared_from_this<Link> {
 public:
  Link(Network& network, tcp::socket client)
      : network_(network), client_(std::move(client)), server_(client_.get_executor()) {}

  asio::awaitable<void> run(tcp::endpoint server) {
    const auto [error] = co_await server_.async_connect(server, result_tuple);
    if (error) co_return cut();
    for (Flow* flow : {&up_, &down_}) {
      const auto self = shared_from_this();
      asio::co_spawn(
          client_.get_executor(), [self, flow] { return self->take_in(*flow); }, asio::detached);
      asio::co_spawn(
          client_.get_executor(), [self, flow] { return self->give_out(*flow); }, asio::detached);
    }
  }

  void look_again() {
    for (Flow* flow : {&up_, &down_}) {
      flow->news.cancel();
      flow->room.cancel();
    }
  }

  void cut() {
    boost::system::error_code ignored;
    for (tcp::socket* end : {&client_, &server_}) {
      end->set_option(asio::socket_base::linger(true, 0), ignored);
      end->close(ignored);
    }
    look_again();
  }

 private:
  asio::awaitable<void> take_in(Flow& flow) {
    std::array<char, 16 * 1024> buffer;
    while (flow.from.is_open()) {
      const auto [error, size] = co_await flow.from.async_read_some(asio::buffer(buffer), result_tuple);
      if (error == asio::error::operation_aborted) co_return;
      Chunk chunk{std::string(buffer.data(), size), due(flow, size)};
      if (&flow == &up_ && !std::exchange(has_asked_, true)) name_the_server(chunk.bytes);
      flow.queue.push_back(std::move(chunk));
      flow.news.cancel();
      if (error) co_return;
      while (flow.queue.size() >= max_queued_chunks && flow.from.is_open())
        co_await wait(flow.room, Time::max());
    }
  }

  asio::awaitable<void> give_out(Flow& flow) {
    while (flow.to.is_open()) {
      const bool is_ready = !flow.queue.empty() && !network_.is_held;
      const Time due = is_ready ? flow.queue.front().due : Time::max();
      if (due > std::chrono::steady_clock::now()) {
        co_await wait(flow.news, due);
        continue;
      }
      const Chunk chunk = std::move(flow.queue.front());
      flow.queue.pop_front();
      flow.room.cancel();
      boost::system::error_code error;
      if (chunk.bytes.empty()) {
        flow.to.shutdown(tcp::socket::shutdown_send, error);
        co_return;
      }
      const auto [failed, size] =
          co_await asio::async_write(flow.to, asio::buffer(chunk.bytes), result_tuple);
      if (failed) co_return cut();
    }
  }

  /// A server takes only requests for itself, so the first one must not be for the proxy.
  void name_the_server(std::string& request) const {
    const std::string host = "Host: " + network_.own_name;
    if (const std::size_t at = request.find(host); at != std::string::npos)
      request.replace(at, host.size(), "Host: " + network_.server_name);
  }

  static asio::awaitable<void> wait(asio::steady_timer& timer, Time until) {
    timer.expires_at(until);
    co_await timer.async_wait(result_tuple);
  }

  /// When a chunk of this size is through: never before the one ahead of it.
  Time due(Flow& flow, std::size_t size) {
    const Time now = std::chrono::steady_clock::now();
    if (const std::size_t rate = network_.weather.bytes_per_second)
      flow.sent = std::max(flow.sent, now) + std::chrono::microseconds(1'000'000 * size / rate);
    flow.last_due = std::max({flow.last_due, now + network_.delay(), flow.sent + network_.weather.delay});
    return flow.last_due;
  }

  Network& network_;
  tcp::socket client_;
  tcp::socket server_;
  Flow up_{client_, server_};
  Flow down_{server_, client_};
  bool has_asked_ = false;
};

}  // namespace

struct Proxy::Parts {
  Parts(std::uint16_t port, Weather weather, unsigned seed)
      : server(asio::ip::address_v4::loopback(), port),
        acceptor(io, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
        network{name_of(acceptor.local_endpoint()), name_of(server), weather, std::mt19937(seed)} {
    if (const auto token = operator_token_file(port); std::filesystem::exists(token))
      std::filesystem::copy_file(token, operator_token_file(acceptor.local_endpoint().port()));
    asio::co_spawn(io, accept(), asio::detached);
    thread = std::thread([this] { io.run(); });
  }

  ~Parts() {
    io.stop();
    thread.join();
  }

  asio::awaitable<void> accept() {
    for (;;) {
      auto [error, socket] = co_await acceptor.async_accept(result_tuple);
      if (error) continue;
      const auto link = std::make_shared<Link>(network, std::move(socket));
      links.push_back(link);
      asio::co_spawn(
          io, [this, link] { return link->run(server); }, asio::detached);
    }
  }

  template <class What>
  void on_its_thread(What what) {
    std::promise<void> done;
    asio::post(io, [&] {
      what();
      done.set_value();
    });
    done.get_future().wait();
  }

  template <class What>
  void for_each_link(What what) {
    for (const auto& link : links)
      if (const auto alive = link.lock()) what(*alive);
  }

  asio::io_context io{1};
  tcp::endpoint server;
  tcp::acceptor acceptor;
  Network network;
  std::vector<std::weak_ptr<Link>> links;  ///< all that were ever made
  std::thread thread;
};

Proxy::Proxy(std::uint16_t port, Weather weather, unsigned seed)
    : parts_(std::make_unique<Parts>(port, weather, seed)) {}
Proxy::~Proxy() = default;

std::string Proxy::address() const {
  return parts_->network.own_name;
}

std::uint16_t Proxy::port() const {
  return parts_->acceptor.local_endpoint().port();
}

void Proxy::set(Weather weather) {
  parts_->on_its_thread([&] { parts_->network.weather = weather; });
}

void Proxy::hold() {
  parts_->on_its_thread([&] { parts_->network.is_held = true; });
}

void Proxy::release() {
  parts_->on_its_thread([&] {
    parts_->network.is_held = false;
    parts_->for_each_link([](Link& link) { link.look_again(); });
  });
}

void Proxy::cut() {
  parts_->on_its_thread([&] { parts_->for_each_link([](Link& link) { link.cut(); }); });
}

std::size_t Proxy::connection_count() const {
  std::size_t count = 0;
  parts_->on_its_thread([&] { count = parts_->links.size(); });
  return count;
}

}  // namespace lectern::test
