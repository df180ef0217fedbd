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
  asio::awaitable<void> receive(std::size_t count) {
    for (std::array<char, 100'000> part; received.size() < count;) {
      const auto [error, size] = co_await server.async_read_some(asio::buffer(part), result_tuple);
      if (error) co_return;
      received.append(part.data(), size);
    }
  }
  /// Neither end takes much at once.
  void narrow() {
    client.socket().set_option(asio::socket_base::send_buffer_size(16'384));
    server.socket().set_option(asio::socket_base::receive_buffer_size(16'384));
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

class Sending : public Stream, public testing::WithParamInterface<bool> {};

TEST_P(Sending, HappensAtOnceAndTheRestComesBeforeWhatIsWrittenAfterIt) {
  if (GetParam()) secure(tls.fingerprint());
  narrow();
  const std::string head = "head", all = "head" + head + long_text + "later!";
  ASSERT_TRUE(client.can_send());
  EXPECT_TRUE(client.send(std::array<asio::const_buffer, 1>{asio::buffer(head)}));
  EXPECT_FALSE(client.send(std::array<asio::const_buffer, 2>{asio::buffer(head), asio::buffer(long_text)}));
  EXPECT_FALSE(client.can_send());
  run(
      [&]() -> asio::awaitable<void> {
        co_await asio::async_write(client, asio::buffer("later", 5), result_tuple);
        EXPECT_TRUE(client.can_send());
        client.send(std::array<asio::const_buffer, 1>{asio::buffer("!", 1)});
      },
      [&] { return receive(all.size()); });
  EXPECT_TRUE(received == all);
}

INSTANTIATE_TEST_SUITE_P(OverTcpAndTls, Sending, testing::Bool());

TEST_F(Stream, TellsWhenItCanSendAgain) {
  int told = 0;
  narrow();
  client.on_can_send([&] { ++told; });
  EXPECT_FALSE(client.send(std::array<asio::const_buffer, 1>{asio::buffer(long_text)}));
  EXPECT_EQ(told, 0);
  run([&]() -> asio::awaitable<void> { co_return; }, [&] { return receive(long_text.size()); });
  EXPECT_EQ(told, 1);
  EXPECT_TRUE(client.can_send());
}

TEST_F(Stream, GivesUpWhatWaitsForTheRestWhenItIsClosed) {
  error_code error;
  narrow();
  client.send(std::array<asio::const_buffer, 1>{asio::buffer(long_text)});
  run(
      [&]() -> asio::awaitable<void> {
        std::tie(error, std::ignore) =
            co_await asio::async_write(client, asio::buffer("later", 5), result_tuple);
      },
      [&]() -> asio::awaitable<void> {
        client.close();
        co_return;
      });
  EXPECT_TRUE(error);
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
