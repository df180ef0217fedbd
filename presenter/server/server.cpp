#include "presenter/server/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "common/base/log.h"
#include "common/base/operator_token.h"
#include "common/protocol/limits.h"
#include "presenter/server/connection.h"
#include "presenter/server/context.h"
#include "presenter/server/grant.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

/// Accepts until the acceptor is closed. Out of file descriptors it waits a moment and goes on.
asio::awaitable<void> accept(tcp::acceptor& acceptor, Context& context) {
  for (;;) {
    auto [error, socket] = co_await acceptor.async_accept(result_tuple);
    if (!acceptor.is_open()) co_return;
    if (!error) {
      asio::co_spawn(acceptor.get_executor(), serve(std::move(socket), context), asio::detached);
      continue;
    }
    log_warning("a connection could not be accepted: " + error.message());
    asio::steady_timer pause(acceptor.get_executor(), std::chrono::milliseconds(200));
    co_await pause.async_wait(result_tuple);
  }
}

/// Without one the show goes on, and only its keyboard moves it.
OperatorToken make_operator_token(std::uint16_t port) {
  auto token = OperatorToken::make(port);
  if (token) return std::move(*token);
  log_warning(token.error().message + "; " + token.error().remedy +
              ". Until then programs on this machine can only follow");
  return {};
}

}  // namespace

struct Server::Parts {
  Parts(engine::Engine& engine, tcp::acceptor listening)
      : acceptor(std::move(listening)),
        waiting_room(protocol::max_unidentified_connections),
        closing_room(protocol::max_connections +
                     protocol::max_unidentified_connections),  // all may hear the end
        hub(engine),
        operator_token(make_operator_token(acceptor.local_endpoint().port())),
        posted_commands(engine,
                        [this](std::string_view bearer) {
                          return is_operator(bearer, operator_token.text())
                                     ? std::optional(session::Role::operator_)
                                     : std::nullopt;
                        }),
        context{engine,
                hub,
                waiting_room,
                closing_room,
                posted_commands,
                acceptor.local_endpoint().port(),
                operator_token.text()} {}

  tcp::acceptor acceptor;
  WaitingRoom waiting_room;
  WaitingRoom closing_room;
  Hub hub;
  OperatorToken operator_token;
  PostedCommands posted_commands;
  Context context;
};

Result<std::unique_ptr<Server>> Server::listen(asio::io_context& io, engine::Engine& engine,
                                               std::uint16_t port) {
  const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  tcp::acceptor acceptor(io);
  boost::system::error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  if (error)
    return Error{"cannot listen on 127.0.0.1:" + std::to_string(port) + ": " + error.message(),
                 "end the other program on that port, or choose one with --port (0 takes a free one)"};

  std::unique_ptr<Server> server(new Server(std::make_unique<Parts>(engine, std::move(acceptor))));
  asio::co_spawn(io, accept(server->parts_->acceptor, server->parts_->context), asio::detached);
  return server;
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return parts_->context.port;
}

void Server::close() {
  boost::system::error_code ignored;
  parts_->acceptor.close(ignored);
  parts_->waiting_room.empty();
  parts_->hub.end_all();
}

}  // namespace lectern::server
