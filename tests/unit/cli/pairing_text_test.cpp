#include "remote/cli/pairing_text.h"

#include <gtest/gtest.h>

namespace lectern::cli {
namespace {

using session::Pairing;
using session::PairingWindow;
using session::Role;

const std::string one_address = "http://192.168.1.20:7070/#v1.aaaa.bbbb";
const std::string another_address = "http://10.0.0.5:7070/#v1.aaaa.bbbb";

Pairing opened() {
  return {PairingWindow{Instant(std::chrono::seconds(180)), "04719382", {one_address, another_address}, ""},
          {},
          {}};
}
std::string news(const Pairing& before, const Pairing& now) {
  return pairing_news(before, now, {});
}
bool says(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

TEST(PairingText, AnOpenedWindowShowsThePinAndHowToUseIt) {
  const std::string told = news({}, opened());
  EXPECT_TRUE(says(told, "PIN  0471 9382"));
  EXPECT_TRUE(says(told, "lectern-remote --host 192.168.1.20:7070 pair"));
  EXPECT_TRUE(says(told, one_address));
  EXPECT_TRUE(says(told, "All addresses, for --address: 192.168.1.20:7070 10.0.0.5:7070"));
  EXPECT_TRUE(says(told, "plain HTTP"));
  EXPECT_TRUE(says(told, to_text(*qr::encode(one_address), Colors::unknown)));
}

TEST(PairingText, WhereTheCodeLeadsElsewhereThanWasAskedItIsSaid) {
  const auto asked = [](const std::string& address) {
    return pairing_news({}, opened(), {.address = address});
  };
  EXPECT_FALSE(says(asked("192.168.1.20"), "does not lead"));
  EXPECT_FALSE(says(asked("192.168.1.20:7070"), "does not lead"));
  EXPECT_TRUE(says(asked("10.9.9.9"), "does not lead to 10.9.9.9"));
}

TEST(PairingText, WhereTheCodeIsOnTheStageTooItIsSaid) {
  Pairing pairing = opened();
  EXPECT_FALSE(says(news({}, pairing), "stage"));
  pairing.window->is_on_stage = true;
  EXPECT_TRUE(says(news({}, pairing), "the stage shows it too"));
}

TEST(PairingText, WhereNoOtherMachineReachesThePresenterItIsSaid) {
  Pairing pairing = opened();
  pairing.window->invitations.clear();
  EXPECT_TRUE(says(news({}, pairing), "--listen"));
}

TEST(PairingText, WhoAsksIsToldOnceWithTheWordsAndWhatToDo) {
  Pairing asking = opened();
  asking.asking = {{3, "Omar’s phone", "amber river"}};
  const std::string told = news(opened(), asking);
  EXPECT_TRUE(says(told, "Omar’s phone asks"));
  EXPECT_TRUE(says(told, "amber river"));
  EXPECT_TRUE(says(told, "pairing accept 3 controller"));
  EXPECT_FALSE(says(told, "PIN")) << "that was shown before";
  EXPECT_EQ(news(asking, asking), "");
}

TEST(PairingText, WhatBecameOfWhoAskedIsTold) {
  Pairing asking = opened(), in = opened();
  asking.asking = {{3, "Omar’s phone", "amber river"}};
  in.devices = {{3, "Omar’s phone", Role::notes, false}};
  EXPECT_EQ(news(asking, in), "Omar’s phone is let in: notes\n");
  EXPECT_EQ(news(asking, opened()), "Omar’s phone asks no more\n");
  EXPECT_EQ(news(in, Pairing{{}, {}, in.devices}), "No more devices may ask.\n");
}

TEST(PairingText, AnAddressOfIpv6IsNamedWithBracketsOrWithout) {
  Pairing pairing = opened();
  pairing.window->invitations = {"http://[fd00::1]:7070/#v1.a.b"};
  for (const char* const address : {"fd00::1", "[fd00::1]", "[fd00::1]:7070"})
    EXPECT_FALSE(says(pairing_news({}, pairing, {.address = address}), "does not lead")) << address;
}

TEST(PairingText, ThatSomebodyGuessesIsTold) {
  Pairing guessed;
  guessed.is_guessed = true;
  EXPECT_TRUE(says(news(opened(), guessed), "Five wrong PINs"));
  EXPECT_TRUE(says(pairing_text(guessed), "somebody guesses"));
}

TEST(PairingText, ThatDevicesAreNotKeptIsTold) {
  Pairing pairing = opened();
  pairing.problem = "a restart would not know";
  EXPECT_TRUE(says(news(opened(), pairing), "a restart would not know"));
  EXPECT_EQ(news(pairing, pairing), "");
}

TEST(PairingText, TheAdviceIsToldWhenItComes) {
  Pairing advised = opened();
  advised.window->advice = "nobody has connected yet";
  EXPECT_EQ(news(opened(), advised), "nobody has connected yet\n");
  EXPECT_EQ(news(advised, advised), "");
}

TEST(PairingText, TheListHasALineForEach) {
  Pairing pairing = opened();
  pairing.asking = {{3, "Omar’s phone", "amber river"}};
  pairing.devices = {{1, "Lisa’s laptop", Role::controller, true}};
  EXPECT_EQ(pairing_text(pairing),
            "devices may ask\n3  Omar’s phone · asks · amber river\n1  Lisa’s laptop · controller · pinned");
}

TEST(PairingText, InJsonTheTimeIsWhatIsLeft) {
  EXPECT_EQ(pairing_json({}, Instant{}),
            R"({"window":null,"asking":[],"devices":[],"guessed":false,"problem":""})");
  Pairing pairing = opened();
  pairing.window->invitations = {one_address};
  pairing.devices = {{1, "Lisa", Role::controller, false}};
  EXPECT_EQ(
      pairing_json(pairing, Instant(std::chrono::seconds(60))),
      R"({"window":{"seconds":120,"pin":"04719382","invitations":[")" + one_address +
          R"("],"advice":"","on_stage":false},"asking":[],"devices":[{"device":1,"name":"Lisa","role":"controller","pinned":false}],"guessed":false,"problem":""})");
}

}  // namespace
}  // namespace lectern::cli
