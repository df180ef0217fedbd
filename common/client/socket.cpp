#include "common/client/socket.h"

#include <boost/asio/use_awaitable.hpp>
#include <utility>

#include "common/base/host_port.h"
#include "common/protocol/limits.h"
#include "common/websocket/tls.h"

namespace lectern::client {
namespace {

namespace asio = boost::asio;

constexpr std::uint16_t normal_closure = 1000;  // RFC 6455 §7.4.1

Error no_presenter(const std::string& where, const boost::system::error_code& error) {
  return {"no presenter answers at " + where + " (" + error.message() + ")",
          "start lectern-presenter there, or say where it is with --host HOST:PORT"};
}

Error no_trust(const std::string& where, const boost::system::error_code& error) {
  if (websocket::is_other_certificate(error))
    return {
        "what answers at " + where +
            " has another certificate than the presenter with that fingerprint, "
            "so nothing was said to it: somebody else answers there, or the certificate is a new one",
        "compare with lectern-presenter certificate show, on the display machine; if it has a new one, pair "
        "again"};
  return {"what answers at " + where + " does not speak TLS 1.3 (" + error.message() + ")",
          "check the address; without --fingerprint the connection is made without TLS"};
}

std::string remedy_for(std::uint16_t close_code) {
  switch (static_cast<protocol::CloseCode>(close_code)) {
    case protocol::CloseCode::malformed:
    case protocol::CloseCode::version_unsupported:
    case protocol::CloseCode::hello_expected:
      return "install the same release on both machines";
    case protocol::CloseCode::full:
      return "close a remote that is not needed";
    default:
      return {};
  }
}

}  // namespace

Socket::Socket(const asio::any_io_executor& executor)
    : connection_(std::make_shared<websocket::Connection>(executor, protocol::max_server_message_bytes)) {}

asio::awaitable<Result<void>> Socket::connect(const std::string& host, std::uint16_t port,
                                              const Trust& trust) {
  const std::string where = host_port_text(host, port);
  if (const auto error = co_await connection_->connect(host, port)) co_return no_presenter(where, error);
  if (!std::holds_alternative<NoTls>(trust)) {
    const auto* const fingerprint = std::get_if<Fingerprint>(&trust);
    const auto tls = fingerprint ? websocket::Tls::trusting(*fingerprint) : websocket::Tls::trusting_any();
    if (const auto error = co_await connection_->secure(tls)) co_return no_trust(where, error);
  }
  if (const auto error = co_await connection_->handshake(where))
    co_return Error{
        "what answers at " + where + " is not a presenter of this version (" + error.message() + ")",
        "check the address; install the same release on both machines"};
  connection_->write([self = shared_from_this()] { return self->next_outgoing(); },
                     [self = shared_from_this()] { self->connection_->cut(); });
  co_return Result<void>{};
}

asio::awaitable<Ended> Socket::read(std::function<void(const websocket::Message&)> receive) {
  for (;;) {
    const auto message = co_await connection_->read();
    if (!message) {
      const websocket::End& end = message.error();
      if (end.close_code != 0)
        co_return Ended{
            {"the presenter closed the connection: " + end.close_reason, remedy_for(end.close_code)},
            end.close_code};
      co_return Ended{{"the connection to the presenter was lost (" + end.error.message() + ")", ""}};
    }
    receive(*message);
  }
}

websocket::Payload Socket::next_outgoing() {
  if (queue_.empty()) return nullptr;
  websocket::Payload message = std::move(queue_.front());
  queue_.pop_front();
  return message;
}

void Socket::send(std::string message) {
  if (!connection_->is_open()) return;
  queue_.push_back(std::make_shared<const std::string>(std::move(message)));
  connection_->wake_writer();
}

void Socket::close() {
  connection_->close(normal_closure, {});
}

}  // namespace lectern::client
