#include "common/qr/code.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/read_code.h"

namespace lectern::qr {
namespace {

const std::string invitation =
    "http://192.168.1.20:7070/#v1.Y-65hlql4GqLOyjb9R5V1vqKX5_tcM32e86vrcE8uOg.ZpsVsPHyCxw-L854tH1BSA";

/// As a camera sees it: bytes of grey, so many a module, quiet zone and all.
struct Picture {
  unsigned side = 0;
  std::string grey;
};

Picture draw(const Code& code) {
  constexpr int pixels = 4;
  const int side = (code.side + 2 * quiet_zone) * pixels;
  Picture picture{static_cast<unsigned>(side), {}};
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      picture.grey += code.is_dark(x / pixels - quiet_zone, y / pixels - quiet_zone) ? '\0' : '\xff';
  return picture;
}

std::string read(const Code& code) {
  const Picture picture = draw(code);
  return test::read_code(picture.grey, picture.side);
}

TEST(Code, IsReadByAnotherReader) {
  for (const std::string& text :
       {invitation, std::string("x"), std::string("Tŷ Cyngor 🏛"), std::string(2331, 'm')})
    EXPECT_EQ(read(encode(text).value()), text);
}

TEST(Code, OfAnInvitationFitsFiftyColumnsOfATerminal) {
  EXPECT_LE(encode(invitation)->side + 2 * quiet_zone, 50);
}

TEST(Code, IsReadThoughATenthOfItIsHidden) {
  Code code = encode(invitation).value();
  for (int row = 12; row < 25; ++row)
    for (int column = 12; column < 25; ++column)
      code.dark[static_cast<std::size_t>(row * code.side + column)] = true;
  EXPECT_EQ(read(code), invitation);
}

TEST(Code, OfNothingAndOfTooMuchThereIsNone) {
  EXPECT_FALSE(encode(""));
  EXPECT_FALSE(encode(std::string(2332, 'm')));
}

TEST(Code, IsLightOutside) {
  const Code code = encode("x").value();
  const int last = code.side - 1;
  for (int along = 0; along < 7; ++along) {  // a finder pattern's edge is dark
    EXPECT_TRUE(code.is_dark(along, 0) && code.is_dark(last - along, 0) && code.is_dark(along, last));
    EXPECT_FALSE(code.is_dark(along, -1) || code.is_dark(last + 1, along) || code.is_dark(along, last + 1) ||
                 code.is_dark(-1, along));
  }
}

}  // namespace
}  // namespace lectern::qr
