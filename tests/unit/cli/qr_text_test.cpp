#include "remote/cli/qr_text.h"

#include <gtest/gtest.h>

namespace lectern::cli {
namespace {

/// Such as no text makes; every pair of modules is in it.
const qr::Code small{3,
                     {true, true, false,   //
                      true, false, false,  //
                      false, true, true}};

TEST(QrText, IsBlackOnWhiteWhateverTheTerminalsColors) {
  EXPECT_EQ(to_text(small, Colors::black_on_white),
            "\x1b[0;30;107m           \x1b[0m\n"
            "\x1b[0;30;107m           \x1b[0m\n"
            "\x1b[0;30;107m    █▀     \x1b[0m\n"
            "\x1b[0;30;107m     ▀▀    \x1b[0m\n"
            "\x1b[0;30;107m           \x1b[0m\n"
            "\x1b[0;30;107m           \x1b[0m");
}

TEST(QrText, DrawsWhatIsLightWhereNoColorsAreKnown) {
  EXPECT_EQ(to_text(small, Colors::unknown),
            "███████████\n"
            "███████████\n"
            "████ ▄█████\n"
            "█████▄▄████\n"
            "███████████\n"
            "███████████");
}

TEST(QrText, IsTwiceAsWideInCharactersAsItIsHighSoThatItLooksSquare) {
  const std::string text = to_text(*qr::encode("x"), Colors::unknown);
  const auto lines = std::count(text.begin(), text.end(), '\n') + 1;
  const auto starts_a_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80; };
  const std::string first = text.substr(0, text.find('\n'));
  EXPECT_EQ(std::count_if(first.begin(), first.end(), starts_a_character), 21 + 8);
  EXPECT_EQ(lines, 15);
}

}  // namespace
}  // namespace lectern::cli
