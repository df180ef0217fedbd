#include "presenter/server/request.h"

#include <gtest/gtest.h>

namespace lectern::server {
namespace {

const Request page{"GET", "/", "127.0.0.1:7070", std::nullopt, "", false, "127.0.0.1", 7070, false};
const Request socket{
    "GET", "/v1/session", "127.0.0.1:7070", std::nullopt, "lectern.v1.protobuf", true, "127.0.0.1",
    7070,  false};
const Site site{{"podium", "podium.local", "*.council.example"}, false};

unsigned status(const Request& request) {
  const auto response = respond(request, site, "A deck");
  return response ? response->status : 101;
}

/// The same from another machine, which connected to this address.
Request at(Request request, std::string address, std::string_view host) {
  request.address = std::move(address);
  request.host = host;
  return request;
}

Request with_host(Request request, std::optional<std::string_view> host) {
  request.host = host;
  return request;
}

Request with_origin(Request request, std::string_view origin) {
  request.origin = origin;
  return request;
}

TEST(Respond, ThePageSaysWhatIsPresented) {
  EXPECT_NE(respond(page, site, "Budget 2027")->body.find("Budget 2027"), std::string::npos);
}

TEST(Respond, ASessionFromThisMachineGoesOn) {
  for (const auto host : {"127.0.0.1:7070", "localhost:7070", "[::1]:7070"})
    EXPECT_EQ(status(with_host(socket, host)), 101u);
}

TEST(Respond, AForeignHostIsRefused) {
  for (const auto host : {"evil.example:7070", "127.0.0.1.evil.example:7070", "127.0.0.1:80", "127.0.0.1", "",
                          "localhost:70700"}) {
    EXPECT_EQ(status(with_host(socket, host)), 403u) << host;
    EXPECT_EQ(status(with_host(page, host)), 403u) << host;
  }
  EXPECT_EQ(status(with_host(socket, std::nullopt)), 403u);
}

TEST(Respond, AForeignOriginIsRefused) {
  for (const auto origin : {"http://evil.example", "null", "https://127.0.0.1:7070", "http://127.0.0.1:7071",
                            "http://127.0.0.1:7070.evil.example"})
    EXPECT_EQ(status(with_origin(socket, origin)), 403u) << origin;
}

TEST(Respond, OurOwnPageMayUseTheSession) {
  EXPECT_EQ(status(with_origin(socket, "http://127.0.0.1:7070")), 101u);
}

TEST(Respond, AnAddressIsAnsweredByThatAddressAndByTheSitesNames) {
  for (const auto host :
       {"192.168.1.20:7070", "podium:7070", "PODIUM.local:7070", "talk.council.example:7070"})
    EXPECT_EQ(status(at(socket, "192.168.1.20", host)), 101u) << host;
  EXPECT_EQ(status(at(socket, "[fd00::2]", "[fd00::2]:7070")), 101u);
}

TEST(Respond, AnAddressIsNotAnsweredByAnothersName) {
  for (const auto host :
       {"192.168.1.21:7070", "evil.example:7070", "127.0.0.1:7070", "localhost:7070", "council.example:7070",
        "a.b.council.example:7070", ".council.example:7070", "podium.local.evil.example:7070", "podium:7071"})
    EXPECT_EQ(status(at(socket, "192.168.1.20", host)), 403u) << host;
}

TEST(Respond, TheSitesNamesAreNotThoseOfTheLoopbackInterface) {
  EXPECT_EQ(status(with_host(socket, "podium:7070")), 403u);
}

TEST(Respond, OverTlsThePageIsOneOfHttps) {
  Request request = at(socket, "192.168.1.20", "podium:7070");
  request.is_secure = true;
  EXPECT_EQ(status(with_origin(request, "https://podium:7070")), 101u);
  EXPECT_EQ(status(with_origin(request, "http://podium:7070")), 403u);
  request.port = 443;
  EXPECT_EQ(status(with_origin(with_host(request, "podium"), "https://podium")), 101u);
}

TEST(Respond, WhereTlsIsRequiredNothingElseIsAnswered) {
  const Site strict{{}, true};
  Request request = page;
  EXPECT_EQ(respond(request, strict, "A deck")->status, 426u);
  EXPECT_NE(respond(request, strict, "A deck")->body.find("https://127.0.0.1:7070/"), std::string::npos);
  EXPECT_EQ(respond(request, strict, "A deck")->body.find("A deck"), std::string::npos);
  EXPECT_EQ(respond(socket, strict, "A deck")->status, 426u);
  request.is_secure = true;
  EXPECT_EQ(respond(request, strict, "A deck")->status, 200u);
}

TEST(Respond, TheSubprotocolMustBeOffered) {
  Request request = socket;
  request.subprotocols = "";
  EXPECT_EQ(status(request), 400u);
  request.subprotocols = "lectern.v1.protobufx, chat";
  EXPECT_EQ(status(request), 400u);
  request.subprotocols = "chat , lectern.v1.protobuf";
  EXPECT_EQ(status(request), 101u);
}

TEST(Respond, ProtobufIsGivenBeforeJson) {
  EXPECT_EQ(encoding_of("lectern.v1.json, lectern.v1.protobuf"), protocol::Encoding::protobuf);
  EXPECT_EQ(encoding_of("lectern.v1.json"), protocol::Encoding::json);
  EXPECT_EQ(encoding_of("chat"), std::nullopt);
}

TEST(Respond, CommandsComeByPostAndFromNoForeignPage) {
  Request request = page;
  request.target = "/v1/command";
  EXPECT_EQ(status(request), 405u);
  request.method = "POST";
  EXPECT_FALSE(respond(request, site, ""));
  EXPECT_EQ(status(with_origin(request, "http://evil.example")), 403u);
  EXPECT_EQ(status(with_host(request, "evil.example:7070")), 403u);
}

TEST(Respond, OtherPathsAndMethodsAreNotServed) {
  Request request = page;
  request.target = "/etc/passwd";
  EXPECT_EQ(status(request), 404u);
  request = page;
  request.method = "POST";
  EXPECT_EQ(status(request), 405u);
  request = socket;
  request.target = "/";
  EXPECT_EQ(status(request), 404u);
}

}  // namespace
}  // namespace lectern::server
