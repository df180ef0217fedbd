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
  const auto response = respond(request, site);
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

TEST(Respond, PagesAreServedCompressed) {
  Request request = page;
  EXPECT_EQ(status(request), 406u) << "to who cannot read them";
  request.takes_gzip = true;
  for (const auto target : {"/", "/remote", "/?plain"}) {
    request.target = target;
    const auto response = respond(request, site);
    EXPECT_EQ(response->status, 200u) << target;
    EXPECT_EQ(response->content_type, "text/html; charset=utf-8");
    EXPECT_TRUE(response->is_gzip);
    EXPECT_FALSE(response->bytes.empty());
  }
}

TEST(Respond, APageThatIsThereAlreadyIsNotSentAgain) {
  Request request = page;
  request.takes_gzip = true;
  const std::string tag(respond(request, site)->tag);
  request.if_none_match = tag;
  EXPECT_EQ(status(request), 304u);
  EXPECT_TRUE(respond(request, site)->bytes.empty());
  request.if_none_match = "\"another\"";
  EXPECT_EQ(status(request), 200u);
}

TEST(Respond, PagesLoadNothingFromElsewhereAndNobodyFramesThem) {
  Request request = page;
  request.takes_gzip = true;
  const std::string policy = respond(request, site)->policy;
  EXPECT_TRUE(policy.starts_with("default-src 'none'; ")) << policy;
  EXPECT_TRUE(policy.ends_with("; frame-ancestors 'none'")) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos) << policy;
}

TEST(Respond, TheAudiencesPageAloneIsFramedByWhomItIsAllowedTo) {
  Site framed = site;
  framed.framing_origin = "https://www.council.example";
  Request request = page;
  request.takes_gzip = true;
  EXPECT_TRUE(respond(request, framed)->policy.ends_with("; frame-ancestors https://www.council.example"));
  request.target = "/remote";
  EXPECT_TRUE(respond(request, framed)->policy.ends_with("; frame-ancestors 'none'"));
}

TEST(Respond, AnOriginIsASiteAndNothingElse) {
  EXPECT_TRUE(is_origin("https://www.council.example"));
  EXPECT_TRUE(is_origin("https://www.council.example:8443"));
  for (const auto text : {"", "https://", "http://www.council.example", "www.council.example", "https://a/b",
                          "https://a b", "https://a; script-src *", "https://*", "https://a:b", "HTTPS://A"})
    EXPECT_FALSE(is_origin(text)) << text;
}

TEST(Respond, APictureIsNamedWithItsWidth) {
  Request request = page;
  request.target = "/v1/picture/0123abc?width=640";
  EXPECT_FALSE(respond(request, site)) << "goes on";
  const auto wanted = picture_of(request.target);
  ASSERT_TRUE(wanted);
  EXPECT_EQ(wanted->name, "0123abc");
  EXPECT_EQ(wanted->width, 640);
  for (const auto target :
       {"/v1/picture/0123abc", "/v1/picture/0123abc?width=", "/v1/picture/0123abc?width=0",
        "/v1/picture/0123abc?width=-1", "/v1/picture/0123abc?width=640x", "/v1/pictures"}) {
    request.target = target;
    EXPECT_EQ(status(request), 404u) << target;
  }
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
  EXPECT_EQ(respond(request, strict)->status, 426u);
  EXPECT_NE(respond(request, strict)->bytes.find("https://127.0.0.1:7070/"), std::string::npos);
  EXPECT_EQ(respond(request, strict)->bytes.find("A deck"), std::string::npos);
  EXPECT_EQ(respond(socket, strict)->status, 426u);
  request.is_secure = request.takes_gzip = true;
  EXPECT_EQ(respond(request, strict)->status, 200u);
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
  EXPECT_FALSE(respond(request, site));
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

TEST(Respond, APartOfAFilmCanBeHad) {
  Request request = page;
  request.target = "/awake.mp4";
  const std::string whole(respond(request, {})->bytes);
  ASSERT_GT(whole.size(), 1000u);
  const auto part = [&](std::string_view range) {
    request.range = range;
    return *respond(request, {});
  };
  EXPECT_EQ(part("bytes=0-1").status, 206u);
  EXPECT_EQ(part("bytes=0-1").bytes, whole.substr(0, 2));
  EXPECT_EQ(part("bytes=0-1").content_range, "bytes 0-1/" + std::to_string(whole.size()));
  EXPECT_EQ(part("bytes=100-").bytes, whole.substr(100));
  EXPECT_EQ(part("bytes=100-999999").bytes, whole.substr(100));
  for (const char* range :
       {"", "bytes=", "bytes=-5", "bytes=5-1", "bytes=1-2,4-5", "bytes=999999-", "items=0-1", "bytes=0"}) {
    EXPECT_EQ(part(range).status, 200u) << range;
    EXPECT_EQ(part(range).bytes, whole) << range;
  }
}

}  // namespace
}  // namespace lectern::server
