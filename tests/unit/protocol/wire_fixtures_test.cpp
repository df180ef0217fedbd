// Frozen messages, as bytes and as JSON, that every client in any language reads in the same way. A message
// that changes here breaks clients that are out there: add new ones instead.
#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>
#include <lectern/v1/wire.pb.h>

#include <boost/json.hpp>
#include <iterator>

#include "common/protocol/messages.h"

namespace lectern::protocol {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

struct Fixture {
  std::string message;
  std::string bytes;
  json::value as_json;
};

Fixture read_fixture(const fs::path& path) {
  std::ifstream file(path);
  const json::value whole = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  std::istringstream digits{std::string(whole.at("bytes").as_string())};
  Fixture fixture{std::string(whole.at("message").as_string()), "", whole.at("json")};
  for (unsigned byte = 0; digits >> std::hex >> byte;) fixture.bytes += static_cast<char>(byte);
  return fixture;
}

class WireFixture : public testing::TestWithParam<fs::path> {
 protected:
  const Fixture fixture = read_fixture(GetParam());
};

TEST_P(WireFixture, IsReadAndWrittenByteForByte) {
  if (fixture.message == "ClientMessage") {
    const auto message = decode_client_message(fixture.bytes);
    ASSERT_TRUE(message);
    EXPECT_EQ(encode(*message), fixture.bytes);
  } else {
    const auto message = decode_server_message(fixture.bytes);
    ASSERT_TRUE(message);
    EXPECT_EQ(encode(*message), fixture.bytes);
  }
}

template <class Message>
void expect_same(const Fixture& fixture) {
  namespace util = google::protobuf::util;
  Message of_bytes, of_json;
  std::string text;
  ASSERT_TRUE(of_bytes.ParseFromString(fixture.bytes));
  ASSERT_TRUE(util::MessageToJsonString(of_bytes, &text).ok());
  EXPECT_EQ(json::parse(text), fixture.as_json);
  ASSERT_TRUE(util::JsonStringToMessage(json::serialize(fixture.as_json), &of_json).ok());
  EXPECT_EQ(of_json.SerializeAsString(), fixture.bytes);
}

TEST_P(WireFixture, IsTheSameMessageInJson) {
  if (fixture.message == "ClientMessage")
    expect_same<v1::ClientMessage>(fixture);
  else
    expect_same<v1::ServerMessage>(fixture);
}

std::vector<fs::path> fixtures() {
  std::vector<fs::path> paths;
  for (const fs::directory_entry& entry : fs::directory_iterator(LECTERN_SOURCE_DIR "/tests/golden/wire"))
    paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string name_of(const testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.stem();
  std::erase(name, '-');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Frozen, WireFixture, testing::ValuesIn(fixtures()), name_of);

}  // namespace
}  // namespace lectern::protocol
