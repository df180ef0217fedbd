// The pages that the presenter serves, and slides as pictures, over HTTP as browsers speak it.
#include <gtest/gtest.h>

#include "tests/support/presenter.h"
#include "tests/support/raw_socket.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

using session::Role;
using test::Finished;

class Pages : public testing::Test {
 protected:
  std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(presenter.port()) + path;
  }
  /// The status, and after it what came.
  std::string get(const std::string& path, std::vector<std::string> options = {}) const {
    std::vector<std::string> command{"curl", "-s", "--compressed", "-w", "%{stderr}%{http_code}", url(path)};
    command.insert(command.end(), options.begin(), options.end());
    const Finished answered = test::run(command);
    return answered.errors + " " + answered.output;
  }

  std::unique_ptr<test::Wire> joined(Role role) {
    auto wire = std::make_unique<test::Wire>(presenter.port());
    wire->send(test::hello("somebody", role));
    state = *wire->read_until<session::State>();
    return wire;
  }
  protocol::Slide slide(test::Wire& wire, std::uint32_t number) {
    wire.send(protocol::DeckRequest{state.deck, protocol::SlideAt{number, {}}});
    return wire.read_until<protocol::Slide>().value_or(protocol::Slide{});
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4))};
  session::State state;
};

TEST_F(Pages, AreServedOneAfterAnotherOnOneConnection) {
  const test::RawSocket socket(presenter.port());
  const std::string head =
      " HTTP/1.1\r\nAccept-Encoding: gzip\r\nHost: 127.0.0.1:" + std::to_string(presenter.port()) + "\r\n";
  socket.send("GET /remote" + head + "\r\nGET /" + head + "\r\nGET /nothing" + head + "\r\n");
  const std::string all = socket.read_to_end();
  EXPECT_NE(all.find("HTTP/1.1 200 OK", all.find("HTTP/1.1 200 OK") + 1), std::string::npos) << all;
  EXPECT_NE(all.find("HTTP/1.1 404 "), std::string::npos) << "and then it ends";
}

TEST_F(Pages, LoadNothingFromElsewhere) {
  for (const auto* path : {"/", "/remote"}) {
    const std::string page = get(path);
    EXPECT_TRUE(page.starts_with("200 <!DOCTYPE html>")) << page;
    for (const auto* elsewhere : {"http:", "https:", "src=\"//", "href=\"//"})
      EXPECT_EQ(page.find(elsewhere), std::string::npos) << elsewhere;
  }
}

TEST_F(Pages, ASlideIsAPictureByItsName) {
  const auto lisa = joined(Role::controller);
  const std::string name = slide(*lisa, 3).picture;
  ASSERT_EQ(name.size(), 32u);
  const std::string jpeg = get("/v1/picture/" + name + "?width=320");
  EXPECT_TRUE(jpeg.starts_with("200 \xff\xd8\xff")) << jpeg.substr(0, 80);
  EXPECT_NE(get("/v1/picture/" + name + "?width=320", {"-I"}).find("immutable"), std::string::npos);
}

TEST_F(Pages, WhoGuessesANameGetsNoPicture) {
  EXPECT_TRUE(get("/v1/picture/" + std::string(32, '0') + "?width=320").starts_with("404 "));
}

TEST_F(Pages, TheOperatorOpensTheAudiencesPageAndClosesIt) {
  EXPECT_EQ(presenter.remote({"follow", "on"}).output, "1 of 4 · 1 · Slide 1 · open to followers\n");
  const auto gallery = joined(Role::follower);
  EXPECT_TRUE(state.following.is_open);
  EXPECT_EQ(slide(*gallery, 1).html, "<h2>Slide 1</h2>\n");
  EXPECT_EQ(presenter.remote({"follow", "off"}).output, "1 of 4 · 1 · Slide 1\n");
  gallery->send(protocol::DeckRequest{state.deck, protocol::SlideAt{1, {}}});
  EXPECT_TRUE(gallery->read_until<protocol::Unavailable>());
}

}  // namespace
}  // namespace lectern
