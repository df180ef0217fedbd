#include "presenter/server/server.h"

#include <algorithm>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <list>

#include "common/base/log.h"
#include "common/base/operator_token.h"
#include "common/protocol/limits.h"
#include "common/trust/invitation.h"
#include "presenter/pairing/devices_file.h"
#include "presenter/server/connection.h"
#include "presenter/server/context.h"
#include "presenter/server/grant.h"

namespace lectern::server {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

/// Accepts until the acceptor is closed. Out of file descriptors, one who waits goes, and it goes on.
asio::awaitable<void> accept(tcp::acceptor& acceptor, Context& context) {
  for (;;) {
    auto [error, socket] = co_await acceptor.async_accept(result_tuple);
    if (!acceptor.is_open()) co_return;
    if (!error) {
      asio::co_spawn(acceptor.get_executor(), serve(std::move(socket), context), asio::detached);
      continue;
    }
    log_warning("a connection could not be accepted: " + error.message());
    context.waiting_room.make_room();
    context.viewing_room.make_room();
    context.closing_room.make_room();
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

Result<tcp::acceptor> listen_at(asio::io_context& io, const std::string& host, std::uint16_t port) {
  boost::system::error_code error;
  const auto address = asio::ip::make_address(host, error);
  if (error)
    return Error{host + " is no address",
                 "give an address of this machine, such as 192.168.1.20, or 0.0.0.0"};
  const tcp::endpoint endpoint(address, port);
  tcp::acceptor acceptor(io);
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error && address.is_v6()) acceptor.set_option(asio::ip::v6_only(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(asio::socket_base::max_listen_connections, error);
  const std::string where = "cannot listen on " + host_port_text(host, port) + ": " + error.message();
  if (error == asio::error::address_in_use)
    return Error{where, "end the other program on that port, or choose one with --port (0 takes a free one)"};
  if (error) return Error{where, "give an address that this machine has; ip address lists them"};
  return acceptor;
}

/// Every IPv4 address, the loopback interface's among them.
bool is_any_v4(const HostPort& address, std::uint16_t port) {
  return address.host == "0.0.0.0" && address.port.value_or(port) == port;
}

/// What such an address stands for, or itself.
std::vector<HostPort> reached_by(const HostPort& address, const std::vector<std::string>& of_machine) {
  const bool is_any_v6 = address.host == "::";
  if (address.host != "0.0.0.0" && !is_any_v6) return {address};
  std::vector<HostPort> hosts;
  for (const std::string& host : of_machine) {
    const bool is_v6 = host.find(':') != std::string::npos;
    if (is_v6 == is_any_v6 && !host.starts_with("127.") && host != "::1")
      hosts.push_back({host, address.port});
  }
  return hosts;
}

/// Whoever is let in without asking: pinned devices, and those of a session that goes on. Others are
/// forgotten, before anybody can come.
pairing::Kept known_devices(const std::filesystem::path& file, const std::string& show, bool goes_on) {
  if (file.empty()) return {show, {}, 0};
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  auto read = pairing::read_devices(file, std::chrono::duration_cast<std::chrono::seconds>(now).count());
  if (!read) {
    log_warning("devices have to be paired again: " + read.error().message);
    return {show, {}, 0};
  }
  pairing::Kept kept = *read;
  if (!goes_on || kept.show != show)
    std::erase_if(kept.devices, [](const pairing::Device& device) { return !device.is_pinned; });
  kept.show = show;
  if (kept.devices == read->devices) return kept;
  if (const auto written = pairing::write_devices(file, kept); !written)
    log_warning("a restart may let devices in of an earlier session: " + written.error().message);
  return kept;
}

}  // namespace

struct Server::Parts {
  Parts(asio::io_context& io, engine::Engine& engine, std::uint16_t port, websocket::Tls tls, Options given)
      : options(std::move(given)),
        loopback_port(port),
        devices_file(options.state_folder.empty()
                         ? std::filesystem::path()
                         : options.state_folder / ("devices-" + std::to_string(port))),
        waiting_room(protocol::max_unidentified_connections),
        viewing_room(protocol::max_viewers),
        closing_room(protocol::max_connections +
                     protocol::max_unidentified_connections),  // all may hear the end
        hub(engine),
        deck_parts(engine, options.pictures, options.goes_on),
        operator_token(make_operator_token(loopback_port)),
        posted_commands(engine,
                        [this](std::string_view bearer, const Peer& peer) {
                          return is_operator(bearer, peer, operator_token.text())
                                     ? std::optional(session::Role::operator_)
                                     : std::nullopt;
                        }),
        pairing(io, engine,
                {devices_file, known_devices(devices_file, options.show, options.goes_on), tls.fingerprint(),
                 [this](const trust::Token& token, std::string_view chosen) {
                   return invitations(token, chosen);
                 },
                 [this](DeviceNumber device) { hub.expel(device); }}),
        turns(io.get_executor()),
        context{engine,
                hub,
                deck_parts,
                options.pictures,
                turns,
                waiting_room,
                viewing_room,
                closing_room,
                pairing,
                posted_commands,
                operator_token.text(),
                options.site,
                std::move(tls)} {}

  std::vector<HostPort> reachable() const {
    const std::vector<std::string> of_machine = options.machine_addresses();
    std::vector<HostPort> all;
    for (const HostPort& address : addresses)
      for (HostPort& host : reached_by(address, of_machine)) all.push_back(std::move(host));
    return all;
  }

  /// That of the chosen address first. By HTTPS where nothing else is answered, or by the name of a
  /// certificate that phones trust.
  std::vector<std::string> invitations(const trust::Token& token, std::string_view chosen) const {
    const auto first = parse_host_port(chosen);
    const auto is_chosen = [&](const HostPort& at) {
      return first && at.host == first->host && at.port == first->port.value_or(*at.port);
    };
    std::vector<HostPort> hosts = reachable();
    std::stable_partition(hosts.begin(), hosts.end(), is_chosen);
    const std::string& name = options.site.trusted_name;
    const std::string_view scheme = !name.empty() || options.site.requires_tls ? "https" : "http";
    std::vector<std::string> urls;
    for (const HostPort& at : hosts)
      urls.push_back(trust::invitation_url(scheme, name.empty() ? at.host : name, *at.port,
                                           context.tls.fingerprint(), token));
    urls.erase(std::unique(urls.begin(), urls.end()), urls.end());
    return urls;
  }

  void open(tcp::acceptor acceptor) {
    acceptors.push_back(std::move(acceptor));
    asio::co_spawn(acceptors.back().get_executor(), accept(acceptors.back(), context), asio::detached);
  }

  const Options options;
  std::list<tcp::acceptor> acceptors;
  const std::uint16_t loopback_port;
  const std::filesystem::path devices_file;
  std::vector<HostPort> addresses;
  WaitingRoom waiting_room;
  WaitingRoom viewing_room;
  WaitingRoom closing_room;
  Hub hub;
  DeckParts deck_parts;
  OperatorToken operator_token;
  PostedCommands posted_commands;
  PairingDesk pairing;
  websocket::Turns turns;
  Context context;
};

Result<std::unique_ptr<Server>> Server::listen(asio::io_context& io, engine::Engine& engine,
                                               websocket::Tls tls, const Options& options) {
  const bool is_everywhere = std::ranges::any_of(
      options.addresses, [&](const HostPort& address) { return is_any_v4(address, options.port); });
  auto loopback = listen_at(io, is_everywhere ? "0.0.0.0" : std::string(protocol::loopback), options.port);
  if (!loopback) return loopback.error();
  const std::uint16_t port = loopback->local_endpoint().port();
  std::unique_ptr<Server> server(
      new Server(std::make_unique<Parts>(io, engine, port, std::move(tls), options)));
  Parts& parts = *server->parts_;
  parts.open(*std::move(loopback));
  for (HostPort address : options.addresses) {
    const bool is_there = is_any_v4(address, options.port);
    if (!address.port) address.port = port;
    if (!is_there) {
      auto acceptor = listen_at(io, address.host, *address.port);
      if (!acceptor) return acceptor.error();
      parts.open(*std::move(acceptor));
    }
    parts.addresses.push_back(std::move(address));
  }
  return server;
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return parts_->loopback_port;
}

std::vector<HostPort> Server::addresses() const {
  return parts_->reachable();
}

void Server::close(Ending ending) {
  boost::system::error_code ignored;
  for (tcp::acceptor& acceptor : parts_->acceptors) acceptor.close(ignored);
  if (ending == Ending::over) parts_->pairing.end_session();
  parts_->pairing.stop();
  parts_->waiting_room.empty();
  parts_->viewing_room.empty();
  parts_->hub.end_all();
}

}  // namespace lectern::server
