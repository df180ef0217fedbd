// TLS beside plain HTTP on one port, who is trusted, and connections that mean harm.
#include <gtest/gtest.h>
#include <signal.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <list>

#include "common/base/operator_token.h"
#include "common/client/socket.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/raw_socket.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

namespace asio = boost::asio;
using test::Finished;
using test::Presenter;
using test::RawSocket;

const std::vector<std::string> small_and_headless = {"--headless", "--size", "320x180"};

std::vector<std::string> with(std::vector<std::string> more) {
  more.insert(more.begin(), small_and_headless.begin(), small_and_headless.end());
  return more;
}

/// The word after `before` in what a program said.
std::string word_after(const std::string& text, const std::string& before) {
  const std::size_t at = text.find(before);
  if (at == std::string::npos) return {};
  const std::size_t begin = text.find_first_not_of(' ', at + before.size());
  return text.substr(begin, text.find_first_of(" \n", begin) - begin);
}

class Channel : public testing::Test {
 protected:
  Finished certificate(const std::vector<std::string>& arguments, const test::Folder& state) const {
    std::vector<std::string> command = {test::presenter_program, "certificate"};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return test::run(command, {"XDG_STATE_HOME=" + state.path().string()});
  }
  std::string fingerprint(const test::Folder& state) const {
    return word_after(certificate({"show"}, state).output, "fingerprint:");
  }
  std::unique_ptr<Presenter> present(const std::vector<std::string>& options,
                                     const test::Folder& state) const {
    return std::make_unique<Presenter>(deck, with(options),
                                       std::vector<std::string>{"XDG_STATE_HOME=" + state.path().string()});
  }

  test::Folder folder;
  test::Folder ours;
  test::Folder theirs;
  const std::string deck = folder.write("slides.md", test::plain_deck(4));
};

TEST_F(Channel, OnePortSpeaksTlsAndPlainHttp) {
  const auto presenter = present({}, ours);
  EXPECT_EQ(presenter->remote({"--fingerprint", fingerprint(ours), "next"}).output, "2 of 4 · 2 · Slide 2\n");
  EXPECT_EQ(presenter->remote({"next"}).output, "3 of 4 · 3 · Slide 3\n");
}

TEST_F(Channel, ACommandByHttpIsTakenOverTlsToo) {
  const auto presenter = present({}, ours);
  const std::string where = "127.0.0.1:" + std::to_string(presenter->port());
  const std::string body = R"({"step": {"direction": "DIRECTION_NEXT"}})";
  const std::string request = folder.write(
      "request", "POST /v1/command HTTP/1.1\r\nHost: " + where + "\r\nAuthorization: Bearer " +
                     read_operator_token(presenter->port()) +
                     "\r\nIdempotency-Key: a press\r\nContent-Length: " + std::to_string(body.size()) +
                     "\r\n\r\n" + body);
  const Finished answered =
      test::run({"sh", "-c", "openssl s_client -quiet -connect " + where + " < " + request});
  EXPECT_TRUE(answered.output.starts_with("HTTP/1.1 200 ")) << answered.output << answered.errors;
  EXPECT_EQ(presenter->status(), "2 of 4 · 2 · Slide 2\n");
}

TEST_F(Channel, TheFingerprintStaysTheSameFromOneStartToTheNext) {
  present({}, ours);
  const std::string known = fingerprint(ours);
  EXPECT_EQ(known.size(), 64u);
  EXPECT_EQ(present({}, ours)->remote({"--fingerprint", known, "status"}).exit_code, 0);
}

TEST_F(Channel, AnotherCertificateIsRefusedInWordsThatHelp) {
  const auto impostor = present({}, theirs);
  const Finished refused = impostor->remote({"--fingerprint", fingerprint(ours), "next"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_NE(refused.errors.find("another certificate"), std::string::npos) << refused.errors;
  EXPECT_NE(refused.errors.find("certificate show"), std::string::npos) << refused.errors;
  EXPECT_EQ(test::run({test::remote_program, "--fingerprint", "1234", "next"}).exit_code, 2);
}

TEST_F(Channel, AManInTheMiddleIsRefusedAHundredTimesOfAHundred) {
  const auto impostor = present({}, theirs);
  const auto trusted = parse_fingerprint(fingerprint(ours));
  ASSERT_TRUE(trusted);
  asio::io_context io(1);
  int refused_count = 0;
  asio::co_spawn(
      io,
      [&]() -> asio::awaitable<void> {
        for (int attempt = 0; attempt < 100; ++attempt) {
          const auto socket = std::make_shared<client::Socket>(io.get_executor());
          const auto connected = co_await socket->connect("127.0.0.1", impostor->port(), *trusted);
          if (!connected && connected.error().message.find("another certificate") != std::string::npos)
            ++refused_count;
          socket->close();
        }
      },
      asio::detached);
  io.run();
  EXPECT_EQ(refused_count, 100);
  EXPECT_EQ(impostor->remote({"status"}).exit_code, 0);
}

TEST_F(Channel, WhereTlsIsRequiredNothingElseIsAnswered) {
  const auto presenter = present({"--require-tls"}, ours);
  EXPECT_TRUE(presenter->ready_line().starts_with("ready https://")) << presenter->ready_line();
  EXPECT_EQ(test::Wire(presenter->port()).status(), 426u);
  EXPECT_EQ(presenter->remote({"--fingerprint", fingerprint(ours), "next"}).exit_code, 0);
  EXPECT_EQ(presenter->remote({"next"}).exit_code, 3);
}

TEST_F(Channel, ByAnotherAddressTheOperatorComesFromTheSameMachineAndOthersFollow) {
  const std::string address = test::outside_address();
  if (address.empty()) GTEST_SKIP() << "this machine has no network address but its own";
  const auto presenter = present({"--listen", address}, ours);
  const auto also = presenter->process().read_line();
  ASSERT_TRUE(also && also->starts_with("also https://" + address + ":")) << also.value_or("nothing");
  const auto there = [&](const std::string& verb) {
    return std::vector<std::string>{test::remote_program,
                                    "--host",
                                    address + ":" + std::to_string(presenter->port()),
                                    "--fingerprint",
                                    word_after(*also, "fingerprint="),
                                    verb};
  };
  const std::vector<std::string> strangers = {"XDG_RUNTIME_DIR=" + theirs.path().string()};
  const Finished refused = test::run(there("next"), strangers);
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_NE(refused.errors.find("only follow"), std::string::npos) << refused.errors;
  EXPECT_TRUE(test::run(there("status"), strangers).output.starts_with("1 of 4 · 1 · Slide 1\n"));
  EXPECT_EQ(test::run(there("next")).exit_code, 0);
}

TEST_F(Channel, AnAddressOfAnotherMachineIsSaidAtTheStart) {
  const Finished finished =
      test::run({test::presenter_program, "--headless", "--port", "0", "--listen", "203.0.113.7", deck},
                {"XDG_STATE_HOME=" + ours.path().string()});
  EXPECT_EQ(finished.exit_code, 3);
  EXPECT_NE(finished.errors.find("203.0.113.7"), std::string::npos) << finished.errors;
  EXPECT_EQ(test::run({test::presenter_program, deck, "--headless", "--listen", "podium"}).exit_code, 2);
}

TEST_F(Channel, ASitesOwnCertificateIsShown) {
  certificate({}, theirs);
  const std::string pem = (theirs.path() / "lectern" / "certificate.pem").string();
  const auto presenter = present({"--tls-cert", pem, "--tls-key", pem}, ours);
  EXPECT_EQ(presenter->remote({"--fingerprint", fingerprint(theirs), "status"}).exit_code, 0);
}

TEST_F(Channel, ASitesCertificateThatCannotBeUsedIsSaidAtTheStart) {
  certificate({}, ours);
  certificate({}, theirs);
  const std::string cert = (ours.path() / "lectern" / "certificate.pem").string();
  const auto start = [&](const std::string& with_cert, const std::string& with_key) {
    const Finished finished = test::run({test::presenter_program, deck, "--headless", "--port", "0",
                                         "--tls-cert", with_cert, "--tls-key", with_key},
                                        {"XDG_STATE_HOME=" + ours.path().string()});
    EXPECT_EQ(finished.exit_code, 2);
    return finished.errors;
  };
  EXPECT_NE(start(cert, (theirs.path() / "lectern" / "certificate.pem").string()).find("not the one"),
            std::string::npos);
  EXPECT_NE(start(cert, folder.path().string() + "/nothing").find("cannot be read"), std::string::npos);
  EXPECT_NE(start(folder.write("empty.pem", ""), cert).find("empty.pem"), std::string::npos);
}

TEST_F(Channel, AnAuthorityIsMadeForThisMachine) {
  const std::string before = fingerprint(ours);
  const Finished made = certificate({"--name", "lectern.council.example"}, ours);
  EXPECT_EQ(made.exit_code, 0) << made.errors;
  EXPECT_NE(made.output.find("lectern.council.example"), std::string::npos);
  EXPECT_NE(fingerprint(ours), before);
  const std::string root = word_after(made.output, "authority:");
  const Finished verified =
      test::run({"openssl", "verify", "-CAfile", root, "-verify_hostname", "lectern.council.example",
                 "-purpose", "sslserver", (ours.path() / "lectern" / "certificate.pem").string()});
  EXPECT_EQ(verified.exit_code, 0) << verified.errors;
  EXPECT_EQ(certificate({"--name", "bad name"}, ours).exit_code, 2);
}

TEST_F(Channel, WhatBeginsAndDoesNotGoOnIsOverInTime) {
  const auto presenter = present({}, ours);
  const std::string host = "Host: 127.0.0.1:" + std::to_string(presenter->port()) + "\r\n";
  std::list<RawSocket> sockets;
  for (const std::string& said :
       {std::string(), std::string("\x16"), std::string("\x16\x03\x01\x02\x00\x01", 6),
        std::string("GET / HT"), "GET / HTTP/1.1\r\n" + host + "X-Slow: ",
        "POST / HTTP/1.1\r\n" + host + "Content-Length: 9\r\n\r\nab"}) {
    sockets.emplace_back(presenter->port());
    sockets.back().send(said);
  }
  for (RawSocket& socket : sockets) EXPECT_EQ(socket.read_to_end().find("200 OK"), std::string::npos);
  EXPECT_EQ(presenter->remote({"status"}).exit_code, 0);
}

TEST_F(Channel, AHeaderThatIsTooLongIsNotRead) {
  const auto presenter = present({}, ours);
  RawSocket socket(presenter->port());
  socket.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(presenter->port()) +
              "\r\nX-Long: " + std::string(protocol::max_http_header_bytes, 'x') + "\r\n\r\n");
  EXPECT_EQ(socket.read_to_end().find("200 OK"), std::string::npos);
}

TEST_F(Channel, OfFilesAsManyAreAllowedAsAFullHouseTakes) {
  const std::string few = "ulimit -Sn 256; ulimit -Hn 400; exec \"$0\" \"$@\"";
  test::Process presenter({"sh", "-c", few, test::presenter_program, deck, "--headless", "--port", "0"},
                          {"XDG_STATE_HOME=" + ours.path().string()});
  ASSERT_TRUE(presenter.read_line());
  presenter.send_signal(SIGTERM);
  EXPECT_EQ(presenter.wait(), 0);
  EXPECT_NE(presenter.errors().find("400 files"), std::string::npos) << presenter.errors();
}

}  // namespace
}  // namespace lectern
