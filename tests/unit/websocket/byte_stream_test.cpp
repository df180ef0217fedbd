#include "common/websocket/byte_stream.h"

#include <gtest/gtest.h>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "presenter/certificate/identity.h"

namespace lectern::websocket {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

constexpr auto result_tuple = asio::as_tuple(asio::use_awaitable);

Tls new_server() {
  const certificate::Machine machine{"podium", {"podium"}, {}};
  const certificate::Identity identity = certificate::make_self_signed(machine, certificate::Time{});
  return *Tls::showing(identity.key, identity.certificates);
}

/// The two ends of a connection on one thread.
class Stream : public testing::Test {
 protected:
  Stream() {
    tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
    client.socket().connect(acceptor.local_endpoint());
    server.socket() = acceptor.accept();
    client.begin();
    server.begin();
  }

  /// Runs what each end does until both have done it.
  template <class Ours, class Theirs>
  void run(Ours ours, Theirs theirs) {
    asio::co_spawn(io, ours, asio::detached);
    asio::co_spawn(io, theirs, asio::detached);
    io.run();
    io.restart();
  }

  asio::awaitable<void> secure_client(const Fingerprint& fingerprint) {
    client_error = co_await client.secure(Tls::trusting(fingerprint));
    if (client_error) client.close();
  }
  asio::awaitable<void> secure_server() {
    offered_tls = co_await server.is_offered_tls();
    if (offered_tls) server_error = co_await server.secure(tls);
  }
  void secure(const Fingerprint& fingerprint) {
    run([&] { return secure_client(fingerprint); }, [&] { return secure_server(); });
  }

  asio::awaitable<void> send(std::string text) {
    // In pieces, as Beast writes a header and what it is of.
    const std::array pieces{asio::buffer(text.data(), 2), asio::buffer(text.data() + 2, text.size() - 2)};
    co_await asio::async_write(client, pieces, result_tuple);
    client.say_end();
  }
  asio::awaitable<void> receive() {
    error_code error;
    for (std::array<char, 1000> part; !error;) {
      std::size_t size = 0;
      std::tie(error, size) = co_await server.async_read_some(asio::buffer(part), result_tuple);
      received.append(part.data(), size);
    }
    EXPECT_EQ(error, asio::error::eof);
  }
  void expect_to_carry(const std::string& text) {
    run([&] { return send(text); }, [&] { return receive(); });
    EXPECT_TRUE(received == text);
  }

  asio::io_context io{1};
  ByteStream client{io.get_executor()};
  ByteStream server{io.get_executor()};
  const Tls tls = new_server();
  error_code client_error;
  error_code server_error;
  bool offered_tls = false;
  std::string received;
};

const std::string long_text(3'000'000, 'x');

TEST_F(Stream, CarriesBytesOverTcp) {
  expect_to_carry("hello" + long_text);
  EXPECT_FALSE(server.is_secure());
}

TEST_F(Stream, CarriesBytesOverTls) {
  secure(tls.fingerprint());
  EXPECT_FALSE(client_error) << client_error.message();
  EXPECT_FALSE(server_error) << server_error.message();
  EXPECT_TRUE(server.is_secure());
  expect_to_carry("hello" + long_text);
}

TEST_F(Stream, KnowsPlainBytesFromATlsHandshake) {
  run([&] { return send("GET / HTTP/1.1\r\n"); }, [&] { return secure_server(); });
  EXPECT_FALSE(offered_tls);
  run([&]() -> asio::awaitable<void> { co_return; }, [&] { return receive(); });
  EXPECT_EQ(received, "GET / HTTP/1.1\r\n") << "looking took nothing away";
}

TEST_F(Stream, TrustsNoOtherCertificate) {
  secure(new_server().fingerprint());
  EXPECT_TRUE(is_other_certificate(client_error)) << client_error.message();
  EXPECT_TRUE(server_error);
}

TEST_F(Stream, TakesAHandshakeOfLimitedLengthOnly) {
  // A record that holds a ClientHello which says it is 12 KB long.
  std::string hello = {0x16, 0x03, 0x01, 0x30, 0x04, 0x01, 0x00, 0x30, 0x00};
  hello.resize(12'297, 'x');
  run([&] { return send(hello); }, [&] { return secure_server(); });
  EXPECT_TRUE(offered_tls);
  EXPECT_EQ(server_error.message(), "Message too long");
}

TEST_F(Stream, SaysThatItWasClosedWhileSomebodyWaited) {
  error_code error;
  run(
      [&]() -> asio::awaitable<void> {
        std::array<char, 1> part;
        std::tie(error, std::ignore) = co_await server.async_read_some(asio::buffer(part), result_tuple);
      },
      [&]() -> asio::awaitable<void> {
        server.close();
        co_return;
      });
  EXPECT_EQ(error, asio::error::operation_aborted);
}

}  // namespace
}  // namespace lectern::websocket
