#include "common/typeset/read_theme.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "common/deck/theme_name.h"
#include "tests/unit/typeset/slides.h"

namespace lectern::typeset {
namespace {

ReadTheme read(const std::string& properties) {
  auto theme = read_theme(":root {\n" + properties + "\n}\n");
  EXPECT_TRUE(theme);
  return *std::move(theme);
}

Theme good(const std::string& properties) {
  const ReadTheme theme = read(properties);
  for (const ThemeRemark& remark : theme.remarks) ADD_FAILURE() << remark.message;
  return theme.theme;
}

bool is(const Color& a, const Color& b) {
  return a.red == b.red && a.green == b.green && a.blue == b.blue && a.alpha == b.alpha;
}

TEST(ReadTheme, TakesThePropertiesOfRevealJs) {
  const Theme theme = good(
      "--r-background-color: #123; --r-main-font: 'Open Sans', sans-serif; --r-main-font-size: 30px;"
      "--r-main-color: white; --r-link-color: rgb(255, 0, 0); --r-code-font: monospace; --r-block-margin: "
      "1em;"
      "--r-heading-font: Lato; --r-heading-font-weight: bold; --r-heading-text-transform: uppercase;"
      "--r-heading-letter-spacing: -.08em; --r-heading-line-height: 1.1; --r-heading-margin: 5px 0 10px;"
      "--r-heading1-size: 2em; --r-heading2-size: 45px; --r-heading1-text-shadow: 0 1px 0 #ccc, 2px 2px 2px "
      "#222;"
      "--r-selection-color: #fff; --r-anything: (");
  EXPECT_TRUE(is(theme.background, rgb(0x112233)));
  EXPECT_TRUE(is(theme.text, rgb(0xffffff)));
  EXPECT_TRUE(is(theme.link, rgb(0xff0000)));
  EXPECT_EQ(theme.text_family, "Open Sans, sans-serif");
  EXPECT_EQ(theme.text_pixels, 30);
  EXPECT_EQ(theme.block_margin, 30);
  EXPECT_EQ(theme.heading_family, "Lato");
  EXPECT_EQ(theme.heading_weight, 700);
  EXPECT_EQ(theme.heading_case, LetterCase::upper);
  EXPECT_EQ(theme.heading_letter_spacing_em, -0.08);
  EXPECT_EQ(theme.heading_line_height, 1.1);
  EXPECT_EQ(theme.heading_margin_above, 5);
  EXPECT_EQ(theme.heading_margin_below, 10);
  EXPECT_EQ(theme.heading_em[0], 2);
  EXPECT_EQ(theme.heading_em[1], 1.5);
  ASSERT_EQ(theme.title_shadows.size(), 2u);
  EXPECT_EQ(theme.title_shadows[0].y, 1);
  EXPECT_EQ(theme.title_shadows[1].blur, 2);
  EXPECT_TRUE(theme.heading_shadows.empty());
}

TEST(ReadTheme, TakesOurOwn) {
  const Theme theme = good(
      "--lectern-background-gradient: linear-gradient(red, blue); --lectern-text-on-light: #010203;"
      "--lectern-text-on-dark: none; --lectern-text-weight: 300");
  EXPECT_EQ(theme.background_gradient, "linear-gradient(red, blue)");
  EXPECT_TRUE(is(*theme.text_on_light, rgb(0x010203)));
  EXPECT_FALSE(theme.text_on_dark);
  EXPECT_EQ(theme.text_weight, 300);
}

TEST(ReadTheme, HeadingsAreAsTheTextWhereNothingElseIsSaid) {
  const Theme theme = good("--r-main-color: #abc; --r-main-font: Lato");
  EXPECT_TRUE(is(theme.heading, rgb(0xaabbcc)));
  EXPECT_EQ(theme.heading_family, "Lato");
}

TEST(ReadTheme, TextIsReadableOnTheBackgroundThatIsSaid) {
  const Theme theme = good("--r-background-color: white");
  EXPECT_TRUE(is(theme.text, rgb(0x222222)));
  EXPECT_FALSE(theme.text_on_light);
  EXPECT_TRUE(is(*theme.text_on_dark, rgb(0xffffff)));
  EXPECT_TRUE(is(read("--r-background-color: white; --r-main-color: bluish").theme.heading, rgb(0x222222)));
}

TEST(ReadTheme, FontListsAreWithoutEmojiAndNamesOfOtherSystems) {
  EXPECT_EQ(good("--r-main-font: -apple-system, \"Segoe UI\", 'Noto Color Emoji', system-ui").text_family,
            "Segoe UI, sans-serif");
  EXPECT_EQ(read("--r-main-font: 'Segoe UI Emoji'").remarks.size(), 1u);
}

TEST(ReadTheme, NamesEachValueThatItDoesNotKnow) {
  for (const char* bad :
       {"--r-background-color: huge", "--r-main-font-size: 1e9px", "--r-main-font-size: calc(1px + 2px)",
        "--r-main-font-size: 40", "--r-main-font: ,,", "--r-heading-font-weight: heavy",
        "--r-heading-margin: 1 2 3 4 5", "--r-heading-line-height: nan", "--r-heading-letter-spacing: 3px",
        "--r-heading1-size: -1em", "--r-heading1-text-shadow: 1px",
        "--r-heading-text-shadow: 1px 1px -1px red", "--lectern-background-gradient: url(x.png)",
        "--r-main-color: var(--none)", "--r-block-margin:"}) {
    const ReadTheme theme = read(std::string("\n") + bad);
    ASSERT_EQ(theme.remarks.size(), 1u) << bad;
    EXPECT_EQ(theme.remarks[0].line, 3) << bad;
    EXPECT_FALSE(theme.remarks[0].remedy.empty());
  }
}

TEST(ReadTheme, SaysOnceThatOtherRulesDoNotCount) {
  const auto theme = read_theme(":root { --r-main-color: red }\nh1 { color: blue }\nh2 { color: blue }");
  ASSERT_TRUE(theme);
  ASSERT_EQ(theme->remarks.size(), 1u);
  EXPECT_EQ(theme->remarks[0].line, 2);
}

TEST(ReadTheme, SaysThatAFileIsNoTheme) {
  for (const char* css : {"", "h1 { color: red }", "# Not CSS", ":root { --r-main-colour: red }"}) {
    const auto theme = read_theme(css);
    ASSERT_TRUE(theme) << css;
    EXPECT_EQ(theme->remarks.size(), 1u) << css;
  }
}

TEST(ReadTheme, RefusesWhatIsNoTextOrTooLong) {
  EXPECT_FALSE(read_theme("\xff\xfe"));
  EXPECT_FALSE(read_theme(std::string_view("a\0b", 3)));
  EXPECT_FALSE(read_theme(std::string(max_theme_bytes + 1, ' ')));
}

TEST(ReadTheme, HostileTextsTakeNoTime) {
  const std::size_t size = max_theme_bytes;
  std::string definitions = ":root{";
  for (int i = 0; definitions.size() + 40 < size; ++i)
    definitions += "--a" + std::to_string(i) + ":var(--a" + std::to_string(i + 1) + ");";
  std::string brackets = ":root{--r-main-font:" + std::string(size / 2, '(');
  std::string commas = ":root{--r-main-font:" + std::string(size / 2, ',');
  std::string comments = ":root{";
  while (comments.size() + 10 < size) comments += "/*";
  for (const std::string& css : {definitions, brackets, commas, comments, std::string(size, '{'),
                                 std::string(size, '}'), std::string(size, '"'), std::string(size, '\\')})
    EXPECT_TRUE(read_theme(css));
}

class Themes : public testing::TestWithParam<std::string_view> {};

double luminance(const Color& color) {
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(const Color& a, const Color& b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return std::max(one, other) / std::min(one, other);
}

TEST_P(Themes, AreReadableToProgramAndAudience) {
  const auto read = read_theme(test::theme_css(GetParam()));
  ASSERT_TRUE(read);
  for (const ThemeRemark& remark : read->remarks) ADD_FAILURE() << remark.line << ": " << remark.message;
  const Theme& theme = read->theme;
  EXPECT_GE(contrast(theme.text, theme.background), 3);
  EXPECT_GE(contrast(theme.heading, theme.background), 3);
  for (const Color& ground : {rgb(0xffffff), rgb(0x000000)}) {
    const Theme there = on_ground(theme, ground);
    EXPECT_GE(contrast(there.text, there.background), 3);
    EXPECT_GE(contrast(there.heading, there.background), 3);
  }
}

/// A family that is not there looks like any other that is not.
TEST_P(Themes, BeginTheirFontListsWithAFontThatIsThere) {
  Typesetter typesetter = *Typesetter::create(LECTERN_FONT_DIR);
  const auto drawn = [&](std::string_view family) {
    return typesetter.line("Hamburgefonstiv", family, 60, {1, 1, 1, 1}, false).pixels;
  };
  const Theme theme = test::theme(GetParam());
  for (const std::string& list : {theme.text_family, theme.heading_family, theme.code_family}) {
    const std::string first = list.substr(0, list.find(','));
    EXPECT_NE(drawn(first), drawn("No Such Font")) << first;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Themes, testing::ValuesIn(deck::theme_names),
                         [](const auto& name) { return std::string(name.param); });

TEST(OnGround, TextOfTheThemeOnlyWhereItsOwnKindOfGroundIs) {
  const Theme white = test::theme("white"), solarized = test::theme("solarized");
  EXPECT_TRUE(is(on_ground(white, rgb(0xeeeeee)).text, white.text));
  EXPECT_TRUE(is(on_ground(white, rgb(0x000080)).text, rgb(0xffffff)));
  EXPECT_TRUE(is(on_ground(white, rgb(0x000080)).heading, rgb(0xffffff)));
  EXPECT_TRUE(is(on_ground(white, rgb(0x000080, 0.1)).text, white.text)) << "hardly darker than white";
  EXPECT_TRUE(is(on_ground(solarized, rgb(0x000000)).text, solarized.text));
  EXPECT_TRUE(is(on_ground(test::theme("dracula"), rgb(0xffffff)).text, rgb(0x282a36)));
}

using ThemedText = TypesetterTest;

TEST_F(ThemedText, HeadingsAreInCapitalsWhereTheThemeSaysSo) {
  const Theme black = test::theme("black");
  const auto drawn = [&](const char* words, const Theme& theme) {
    Pixmap result(design_size);
    typesetter_.draw(typesetter_.layout(slide({heading(2, words)}), without_margin(), theme, design_size, {}),
                     theme, result);
    return result.pixels;
  };
  EXPECT_EQ(drawn("Straße", black), drawn("STRASSE", black));
  EXPECT_NE(drawn("Council", night()), drawn("COUNCIL", night()));
}

TEST_F(ThemedText, CodeInAHeadingIsNotInCapitals) {
  Theme upper = night();
  upper.heading_case = LetterCase::upper;
  deck::Inlines code = text("main");
  std::get<deck::TextRun>(code[0]).code = true;
  const deck::Slide one = slide({{deck::Heading{2, code}}});
  Pixmap as_upper(design_size), as_written(design_size);
  typesetter_.draw(typesetter_.layout(one, without_margin(), upper, design_size, {}), upper, as_upper);
  typesetter_.draw(typesetter_.layout(one, without_margin(), night(), design_size, {}), night(), as_written);
  EXPECT_EQ(as_upper.pixels, as_written.pixels);
}

TEST_F(ThemedText, WeightsAreThoseOfTheTheme) {
  const auto width = [&](int weight) {
    Theme theme = test::theme("blood");
    theme.text_weight = weight;
    deck::List one = list({"Hamburgefonstiv"});
    return find(typesetter_.layout(slide({{one}}), without_margin(), theme, design_size, {}).boxes(), "li")
        .width;
  };
  EXPECT_LT(width(300), width(400));
  EXPECT_LT(width(400), width(700));
}

TEST_F(ThemedText, TitlesHaveShadowsBehindThem) {
  const auto ink = [&](int level, const Theme& theme) {
    Pixmap result(design_size);
    typesetter_.draw(
        typesetter_.layout(slide({heading(level, "Shadow")}), without_margin(), theme, design_size, {}),
        theme, result);
    return std::ranges::count_if(result.pixels, [](std::uint32_t pixel) { return pixel >> 24 > 128; });
  };
  Theme shadowed = night();
  for (const double blur : {0.0, 4.0}) {
    shadowed.title_shadows = {{0, 5, rgb(0xff0000), blur}};
    EXPECT_GT(ink(1, shadowed), ink(1, night()));
    EXPECT_EQ(ink(2, shadowed), ink(2, night()));
  }
  shadowed.heading_shadows = shadowed.title_shadows;
  EXPECT_GT(ink(2, shadowed), ink(2, night()));
}

}  // namespace
}  // namespace lectern::typeset
