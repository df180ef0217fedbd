#include "common/session/pairing.h"

#include <gtest/gtest.h>

namespace lectern::session {
namespace {

TEST(InvitationOnStage, IsTheFirstWhileItIsAskedForThereAndGood) {
  Pairing pairing;
  EXPECT_EQ(invitation_on_stage(pairing), "");
  pairing.window = PairingWindow{Instant{}, "04719382", {"http://a/#v1.b.c", "http://d/#v1.b.c"}, "", true};
  EXPECT_EQ(invitation_on_stage(pairing), "http://a/#v1.b.c");
  pairing.window->is_on_stage = false;
  EXPECT_EQ(invitation_on_stage(pairing), "") << "it is for the operator's screen alone";
  pairing.window->is_on_stage = true;
  pairing.window->invitations.clear();
  EXPECT_EQ(invitation_on_stage(pairing), "") << "it was used, or is too old";
}

}  // namespace
}  // namespace lectern::session
