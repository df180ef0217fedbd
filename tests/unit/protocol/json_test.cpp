#include "common/protocol/json.h"

#include <gtest/gtest.h>

namespace lectern::protocol {
namespace {

bool says(const ServerMessage& message, std::string_view what) {
  return server_message_as_json(encode(message)).find(what) != std::string::npos;
}

TEST(Json, AStateSaysEverythingEvenWhatIsFalse) {
  const session::State state{5, 77, "ab", {{3, 2}, 1}, false, {}, {}, {}, {}};
  EXPECT_TRUE(says(state, R"({"state":{"revision":5,"epoch":77,"deck":"ab")"));
  EXPECT_TRUE(says(state, R"("position":{"h":3,"v":2,"step":1)"));
  EXPECT_TRUE(says(state, R"("black":false)"));
}

TEST(Json, ARefusalHasItsName) {
  EXPECT_TRUE(says(Answer{3, std::nullopt, "moved_on", "why"}, R"("refused":"REASON_MOVED_ON")"));
  EXPECT_EQ(answer_as_json(Answer{3, 6, {}, {}}), R"({"commandId":3,"message":"","accepted":6})");
}

TEST(Json, ACommandIsTheSameAsInProtobuf) {
  const auto message = client_message_from_json(
      R"({"command":{"id":3,"epoch":9,"expiresMs":"300","step":{"direction":"DIRECTION_NEXT","deck":"ab",
          "from":{"h":3,"v":2,"step":1}}}})");
  ASSERT_TRUE(message);
  EXPECT_EQ(std::get<session::Request>(*message),
            (session::Request{3, 9, Instant(Duration(300)),
                              session::Command(session::Step{session::Direction::next, "ab", {{3, 2}, 1}})}));
}

TEST(Json, AFieldOfALaterVersionIsPassedOver) {
  EXPECT_TRUE(client_message_from_json(R"({"clockProbe":{"clientSentMs":"7","mood":["good"]}})"));
}

TEST(Json, WhatIsNoMessageIsRefused) {
  for (const std::string& wrong :
       {std::string(), std::string("{}"), std::string("{"), std::string("null"), std::string("[]"),
        std::string("\xff"), std::string(4096, '['), std::string(R"({"hello":{"clientId":7}})"),
        std::string(R"({"hello":{"versionMin":1,"versionMax":1,"clientId":""}})")})
    EXPECT_FALSE(client_message_from_json(wrong)) << wrong;
}

TEST(Json, AStepWithoutAStartIsAPress) {
  const auto wish = wish_from_json(R"({"step":{"direction":"DIRECTION_PREVIOUS"}})");
  ASSERT_TRUE(wish);
  EXPECT_EQ(std::get<session::Direction>(*wish), session::Direction::previous);
}

}  // namespace
}  // namespace lectern::protocol
