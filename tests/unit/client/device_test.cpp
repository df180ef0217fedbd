// What a client's machine says and believes where it was paired.
#include <gtest/gtest.h>

#include "common/trust/agreement.h"
#include "common/trust/transcript.h"
#include "tests/unit/client/meeting.h"

namespace lectern::client {
namespace {

const DeviceKey key{3, trust::Key{42}};
const Opened opened{trust::Nonce{1}, trust::Digest{2}};
const trust::Nonce presenters_nonce{9};

struct DeviceMeeting : Meeting {
  DeviceMeeting() : Meeting{.machine = Machine{{"lisa", "a test", session::Role::controller, key}, 1}} {}

  void say_hello() {
    step(Woken{});
    step(opened);
  }
  trust::Agreement agreement() const {
    return trust::agree(trust::view(key.key),
                        trust::hello_transcript({presenters_nonce, opened.nonce, opened.channel}, key.number,
                                                "lisa", protocol::role_number(session::Role::controller)));
  }
  protocol::Challenge challenge() const { return {presenters_nonce, opened.channel}; }
  protocol::Welcome proven() const {
    protocol::Welcome said = welcome();
    said.proof = agreement().presenter_proof;
    return said;
  }
};

TEST(Device, SaysWhichItIsAndProvesItWhenAsked) {
  DeviceMeeting meeting;
  meeting.step(Woken{});
  const auto hello = only<protocol::Hello>(meeting.step(opened));
  EXPECT_EQ(hello.device, 3u);
  EXPECT_EQ(hello.nonce, opened.nonce);
  EXPECT_EQ(only<protocol::Prove>(meeting.receive(meeting.challenge())).proof,
            meeting.agreement().client_proof);
  meeting.receive(meeting.proven());
  meeting.receive(meeting.state);
  EXPECT_EQ(meeting.view().link, Link::connected);
}

TEST(Device, BelievesNobodyWhoDoesNotProveToKnowItsKey) {
  for (const bool is_challenged : {false, true}) {
    DeviceMeeting meeting;
    meeting.say_hello();
    if (is_challenged) meeting.receive(meeting.challenge());
    EXPECT_TRUE(has<Disconnect>(meeting.receive(meeting.welcome())));
    EXPECT_EQ(meeting.view().link, Link::refused);
    EXPECT_NE(meeting.view().trouble.find("not the presenter"), std::string::npos);
  }
}

TEST(Device, SaysNothingMoreWhereSomebodyStandsInBetween) {
  DeviceMeeting meeting;
  meeting.say_hello();
  const auto effects = meeting.receive(protocol::Challenge{presenters_nonce, trust::Digest{77}});
  EXPECT_FALSE(has<protocol::Prove>(effects));
  EXPECT_TRUE(has<Disconnect>(effects));
  EXPECT_EQ(meeting.view().link, Link::refused);
}

TEST(Device, ThatIsNotPairedAnyMoreDoesNotTryAgain) {
  DeviceMeeting meeting;
  meeting.say_hello();
  meeting.step(Lost{{"not paired", ""}, static_cast<std::uint16_t>(protocol::CloseCode::not_paired)});
  EXPECT_EQ(meeting.view().link, Link::refused);
}

TEST(Device, WhoIsNoneAnswersNoChallenge) {
  Meeting meeting;
  meeting.open();
  EXPECT_FALSE(has<protocol::Prove>(meeting.receive(protocol::Challenge{presenters_nonce})));
  EXPECT_EQ(meeting.view().link, Link::refused);
}

}  // namespace
}  // namespace lectern::client
