// What both ends work out, against tests/vectors/trust.json, which is worked out by another program.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <fstream>
#include <iterator>

#include "common/trust/agreement.h"
#include "common/trust/invitation.h"
#include "common/trust/primitives.h"
#include "common/trust/seal.h"
#include "common/trust/srp.h"
#include "common/trust/transcript.h"

namespace lectern::trust {
namespace {

namespace json = boost::json;

const json::value vectors = [] {
  std::ifstream file(LECTERN_SOURCE_DIR "/tests/vectors/trust.json");
  return json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
}();

std::string text(const json::value& of, const char* name) {
  return std::string(of.at(name).as_string());
}
std::string bytes(const json::value& of, const char* name) {
  return *from_hex(text(of, name));
}

Meeting meeting(const json::value& of) {
  return {*fixed<32>(bytes(vectors, "presenter_nonce")), *fixed<32>(bytes(vectors, "client_nonce")),
          *fixed<32>(bytes(of, "channel"))};
}

void expect_agreement(const std::string& secret, const Transcript& transcript, const json::value& wanted) {
  EXPECT_EQ(to_hex(transcript.bytes()), text(wanted, "transcript"));
  const Agreement agreement = agree(secret, transcript);
  EXPECT_EQ(to_hex(view(agreement.client_proof)), text(wanted, "client_proof"));
  EXPECT_EQ(to_hex(view(agreement.presenter_proof)), text(wanted, "presenter_proof"));
  EXPECT_EQ(to_hex(view(agreement.device_key)), text(wanted, "device_key"));
  EXPECT_EQ(to_hex(view(agreement.to_presenter)), text(wanted, "to_presenter"));
  EXPECT_EQ(to_hex(view(agreement.to_client)), text(wanted, "to_client"));
  EXPECT_EQ(agreement.words, text(wanted, "words"));
}

SrpSuite with(std::string secret) {
  SrpSuite suite;
  suite.random = [secret](std::uint8_t* out, std::size_t size) { std::copy_n(secret.begin(), size, out); };
  return suite;
}

TEST(Vectors, OfThePin) {
  for (const json::value& of : vectors.at("pin").as_array()) {
    const Meeting here = meeting(of);
    SrpPresenter presenter(pin_identity(here.channel), text(of, "pin"), bytes(of, "salt"),
                           with(bytes(of, "b")));
    EXPECT_EQ(to_hex(presenter.public_key()), text(of, "B"));
    const auto answer = srp_answer(pin_identity(here.channel), text(of, "pin"), presenter.salt(),
                                   presenter.public_key(), with(bytes(of, "a")));
    EXPECT_EQ(to_hex(answer->public_key), text(of, "A"));
    EXPECT_EQ(to_hex(answer->secret), text(of, "S"));
    EXPECT_EQ(presenter.agree(answer->public_key), answer->secret);
    expect_agreement(answer->secret,
                     pin_transcript(here, text(of, "name"),
                                    {presenter.salt(), presenter.public_key(), answer->public_key}),
                     of);
  }
}

TEST(Vectors, OfTheToken) {
  for (const json::value& of : vectors.at("token").as_array())
    expect_agreement(bytes(of, "token"), token_transcript(meeting(of), text(of, "name")), of);
}

TEST(Vectors, OfHello) {
  for (const json::value& of : vectors.at("hello").as_array())
    expect_agreement(
        bytes(of, "key"),
        hello_transcript(meeting(of), static_cast<std::uint32_t>(of.at("device").as_int64()),
                         text(of, "client_id"), static_cast<std::uint8_t>(of.at("role").as_int64())),
        of);
}

TEST(Vectors, OfSealing) {
  const Key key = *fixed<32>(bytes(vectors.at("sealed"), "key"));
  Sealer sealer(key);
  Opener opener(key);
  for (const json::value& message : vectors.at("sealed").at("messages").as_array()) {
    EXPECT_EQ(to_hex(sealer.seal(bytes(message, "plain"))), text(message, "sealed"));
    EXPECT_EQ(opener.open(bytes(message, "sealed")), bytes(message, "plain"));
  }
}

TEST(Vectors, OfTheInvitation) {
  const json::value& of = vectors.at("invitation");
  EXPECT_EQ(invitation_url(text(of, "scheme"), text(of, "host"), 7070, *fixed<32>(bytes(of, "certificate")),
                           *fixed<16>(bytes(of, "token"))),
            text(of, "url"));
  EXPECT_EQ(parse_invitation(text(of, "url")),
            (Invitation{text(of, "host"), 7070, *fixed<32>(bytes(of, "certificate")),
                        *fixed<16>(bytes(of, "token"))}));
}

TEST(Invitation, WhatIsNoneIsNotRead) {
  const Digest certificate{1};
  const Token token{2};
  const std::string url = invitation_url("https", "fe80::1", 7070, certificate, token);
  EXPECT_EQ(parse_invitation(url), (Invitation{"fe80::1", 7070, certificate, token}));
  for (std::size_t length = 0; length < url.size(); ++length)
    EXPECT_EQ(parse_invitation(url.substr(0, length)), std::nullopt) << url.substr(0, length);
  EXPECT_EQ(parse_invitation(url + "A"), std::nullopt);
  EXPECT_EQ(parse_invitation("http://192.168.1.20/#v1.a.b"), std::nullopt) << "it names no port";
}

TEST(Sealing, ARepeatedAMovedAndALeftOutMessageDoNotOpen) {
  const Key key = random_bytes<32>();
  Sealer sealer(key);
  const std::string first = sealer.seal("first");
  const std::string second = sealer.seal("second");
  Opener repeated(key);
  EXPECT_EQ(repeated.open(first), "first");
  EXPECT_EQ(repeated.open(first), std::nullopt);
  EXPECT_EQ(Opener(key).open(second), std::nullopt);
  EXPECT_EQ(Opener(random_bytes<32>()).open(first), std::nullopt);
}

TEST(Transcript, FieldsDoNotRunIntoEachOther) {
  EXPECT_NE(Transcript("a").add("bc").bytes(), Transcript("ab").add("c").bytes());
  EXPECT_NE(Transcript("a").add("").bytes(), Transcript("a").bytes());
}

TEST(Words, AreShortPlainAndDifferent) {
  std::set<std::string> all;
  for (int i = 0; i < 256; ++i) {
    const std::string both = two_words(static_cast<std::uint8_t>(i), 0);
    const std::string word = both.substr(0, both.find(' '));
    EXPECT_GE(word.size(), 3u);
    EXPECT_LE(word.size(), 8u);
    EXPECT_TRUE(std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) << word;
    all.insert(word);
  }
  EXPECT_EQ(all.size(), 256u);
}

TEST(Pin, IsEightDigitsAndSeldomTheSame) {
  std::set<std::string> pins;
  for (int i = 0; i < 100; ++i) {
    const std::string pin = random_pin();
    EXPECT_EQ(pin.size(), 8u);
    EXPECT_TRUE(std::ranges::all_of(pin, [](char c) { return c >= '0' && c <= '9'; })) << pin;
    pins.insert(pin);
  }
  EXPECT_GT(pins.size(), 95u);
}

}  // namespace
}  // namespace lectern::trust
