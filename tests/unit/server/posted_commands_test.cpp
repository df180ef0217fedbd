#include "presenter/server/posted_commands.h"

#include <gtest/gtest.h>

#include "tests/support/decks.h"

namespace lectern::server {
namespace {

constexpr const char* next = R"({"step":{"direction":"DIRECTION_NEXT"}})";

struct Scripts {
  Response post(std::string_view body, std::string_view key = "a key",
                std::optional<std::string_view> authorization = "Bearer secret") {
    return commands.take({authorization, key, body}, peer);
  }
  int at() const { return engine.state()->position.slide.h; }

  session::Role role = session::Role::operator_;
  Peer peer{"127.0.0.1", true};
  engine::Engine engine{{std::make_shared<deck::Deck>(test::deck_of({1, 1, 1, 1}))}, 42, Clock()};
  PostedCommands commands{engine, [this](std::string_view bearer, const Peer& from) {
                            return bearer == "secret" && from.is_this_machine ? std::optional(role)
                                                                              : std::nullopt;
                          }};
};

TEST(PostedCommands, APressMovesTheShowAndIsAnswered) {
  Scripts scripts;
  const Response response = scripts.post(next);
  EXPECT_EQ(response.status, 200u);
  EXPECT_EQ(response.content_type, "application/json");
  EXPECT_NE(response.bytes.find(R"("accepted":2)"), std::string::npos) << response.bytes;
  EXPECT_EQ(scripts.at(), 2);
}

TEST(PostedCommands, WhoDrivesIsThenAScript) {
  Scripts scripts;
  scripts.post(next);
  EXPECT_EQ(scripts.engine.state()->driver, (session::Driver{{}, "a script", false, false}));
}

TEST(PostedCommands, AKeyIsDoneOnceHoweverOftenItComes) {
  Scripts scripts;
  const std::string first(scripts.post(next, "one").bytes);
  EXPECT_EQ(scripts.post(next, "two").status, 200u);
  EXPECT_EQ(scripts.post(next, "one").bytes, first);
  EXPECT_EQ(scripts.at(), 3);
}

TEST(PostedCommands, AKeyIsForOneCommand) {
  Scripts scripts;
  scripts.post(next);
  EXPECT_EQ(scripts.post(R"({"setBlack":{"black":true}})").status, 422u);
  EXPECT_FALSE(scripts.engine.state()->black);
}

TEST(PostedCommands, AKeyOfWhatWasNotDecidedMayComeAgain) {
  Scripts scripts;
  EXPECT_EQ(scripts.post("{").status, 400u);
  EXPECT_EQ(scripts.post(next).status, 200u);
  int key = 0;
  while (scripts.post(next, std::to_string(++key)).status != 429) {
  }
  EXPECT_NE(scripts.post(R"({"setBlack":{"black":true}})", std::to_string(key)).status, 422u);
}

TEST(PostedCommands, WithoutItsTokenNothingIsDone) {
  Scripts scripts;
  for (const std::optional<std::string_view> wrong :
       {std::optional<std::string_view>{}, {"Bearer guess"}, {"Bearer "}, {"Basic secret"}, {"secret"}, {""}})
    EXPECT_EQ(scripts.post(next, "a key", wrong).status, 401u) << wrong.value_or("none");
  EXPECT_EQ(scripts.at(), 1);
  EXPECT_EQ(scripts.post(next, "a key", "bearer secret").status, 200u) << "a scheme has no case";
}

TEST(PostedCommands, FromAnotherMachineATokenMayBeNobodys) {
  Scripts scripts;
  scripts.peer = {"192.168.1.20", false};
  EXPECT_EQ(scripts.post(next).status, 401u);
  EXPECT_EQ(scripts.at(), 1);
}

TEST(PostedCommands, WhoOnlyFollowsMovesNothing) {
  Scripts scripts;
  scripts.role = session::Role::follower;
  EXPECT_EQ(scripts.post(next).status, 403u);
  EXPECT_EQ(scripts.at(), 1);
}

TEST(PostedCommands, WithoutAKeyNothingIsDone) {
  Scripts scripts;
  EXPECT_EQ(scripts.post(next, "").status, 400u);
  EXPECT_EQ(scripts.post(next, std::string(129, 'k')).status, 400u);
  EXPECT_EQ(scripts.commands.take({"Bearer secret", std::nullopt, next}, scripts.peer).status, 400u);
  EXPECT_EQ(scripts.at(), 1);
}

TEST(PostedCommands, WhatIsNoCommandIsRefused) {
  Scripts scripts;
  int key = 0;
  for (const char* wrong :
       {"", "{", "[]", "next", "{}", R"({"step":{}})", R"({"step":{"direction":"DIRECTION_UP"}})",
        R"({"step":{"direction":"DIRECTION_NEXT","after":1}})", R"({"goTo":{"h":0}})", R"({"goTo":"3.2"})"})
    EXPECT_EQ(scripts.post(wrong, std::to_string(++key)).status, 400u) << wrong;
  EXPECT_EQ(scripts.at(), 1);
}

TEST(PostedCommands, ARefusalIsAConflictAndSaysWhy) {
  Scripts scripts;
  const Response response = scripts.post(R"({"goTo":{"h":99}})");
  EXPECT_EQ(response.status, 409u);
  EXPECT_NE(response.bytes.find("REASON_NO_SUCH_SLIDE"), std::string::npos) << response.bytes;
}

TEST(PostedCommands, AStepMaySayWhereItStarts) {
  Scripts scripts;
  const std::string from_1 = R"({"step":{"direction":"DIRECTION_NEXT","deck":")" +
                             scripts.engine.state()->deck + R"(","from":{"h":1}}})";
  EXPECT_EQ(scripts.post(from_1, "one").status, 200u);
  EXPECT_EQ(scripts.post(from_1, "two").status, 409u);
  EXPECT_EQ(scripts.at(), 2);
}

}  // namespace
}  // namespace lectern::server
