// SVG through lectern-svg, the real program.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "presenter/images/image.h"
#include "tests/unit/images/test_pictures.h"

namespace lectern::images {
namespace {

constexpr PixelSize box{400, 300};

/// An SVG with `attributes` and `content`.
std::string svg(const std::string& attributes, const std::string& content) {
  return "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' " + attributes +
         ">" + content + "</svg>";
}

Result<Image> draw(const std::string& text, Fit fit = Fit::inside) {
  return make_image({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()}, box, fit);
}

const std::string red_ground = "<rect width='100%' height='100%' fill='red'/>";
constexpr std::uint32_t red = 0xffff0000;

std::size_t count(const Image& image, std::uint32_t pixel) {
  return static_cast<std::size_t>(std::ranges::count(image.pixels.pixels, pixel));
}

// What Chromium gives to <img>, where without a size of its own it takes all that its surroundings have.
TEST(Svg, HasTheSizeThatABrowserGivesIt) {
  const struct {
    const char* attributes;
    PixelSize size;
  } cases[] = {
      {"width='120' height='80'", {120, 80}},
      {"width='1in' height='2.54cm'", {96, 96}},
      {"width='200' viewBox='0 0 100 50'", {200, 100}},
      {"height='30' viewBox='0 0 100 50'", {60, 30}},
      {"width='200'", {200, 150}},
      {"", {300, 150}},
      {"viewBox='0 0 100 50'", {1920, 960}},
      {"width='100%' height='100%' viewBox='0 0 50 100'", {540, 1080}},
  };
  for (const auto& each : cases) {
    const auto image = draw(svg(each.attributes, red_ground));
    ASSERT_TRUE(image) << each.attributes;
    EXPECT_EQ(image->natural_size, each.size) << each.attributes;
    EXPECT_TRUE(image->is_drawing);
  }
}

TEST(Svg, IsSharpWhereASlideShowsItLargerThanItIs) {
  const auto image = draw(svg("width='8' height='4'", "<rect width='4' height='4' fill='red'/>"));
  ASSERT_TRUE(image);
  ASSERT_EQ(image->pixels.size, (PixelSize{400, 200}));
  EXPECT_EQ(count(*image, red), 200u * 200u) << "half of it, without a blurred edge";
}

TEST(Svg, CoversFromItsMiddle) {
  const auto image = draw(svg("viewBox='0 0 40 15'",
                              "<rect width='10' height='15' fill='red'/>"
                              "<rect x='10' width='20' height='15' fill='lime'/>"),
                          Fit::cover);
  ASSERT_TRUE(image);
  ASSERT_EQ(image->pixels.size, box);
  EXPECT_EQ(count(*image, 0xff00ff00), 400u * 300u) << "the middle half, and nothing of its left";
}

TEST(Svg, IsKnownBehindWhatMayComeFirst) {
  const std::string drawing = svg("", red_ground);
  for (const std::string& text :
       {"\xef\xbb\xbf" + drawing, "<?xml version='1.0'?>\n<!-- <p> -->\n" + drawing,
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://127.0.0.1:9/svg11.dtd'>" + drawing})
    EXPECT_TRUE(draw(text)) << text;
  EXPECT_FALSE(draw("<html>" + drawing + "</html>"));
  EXPECT_FALSE(draw("<!-- never closed " + drawing));
  EXPECT_FALSE(draw(svg("", "<g>"))) << "cut short";
}

using SvgFile = PictureTest;

TEST_F(SvgFile, SeesNoOtherFile) {
  const std::string seen = svg("width='100' height='100' id='a'", red_ground);
  write("red.svg", {seen.begin(), seen.end()});
  const std::string style = "rect { fill: red }";
  write("red.css", {style.begin(), style.end()});
  const std::string folder = folder_.string();
  for (const std::string& name :
       {std::string("red.svg"), folder + "/red.svg", "file://" + folder + "/red.svg"}) {
    const std::string reference = " xlink:href='" + name + "' href='" + name + "'";
    const auto image =
        draw("<?xml-stylesheet href='" + folder + "/red.css' type='text/css'?>" +
             svg("width='100' height='100'",
                 "<style>@import url('" + folder + "/red.css');</style><rect width='9' height='9'/>" +
                     "<image width='100' height='100'" + reference + "/><use xlink:href='" + name +
                     "#a'/><include xmlns='http://www.w3.org/2001/XInclude' href='" + name + "'/>"));
    ASSERT_TRUE(image);
    EXPECT_EQ(count(*image, red), 0u) << name;
  }
  const auto entity =
      draw("<!DOCTYPE svg [<!ENTITY e SYSTEM 'file://" + folder + "/red.svg'>]>" + svg("", "&e;"));
  EXPECT_TRUE(!entity || count(*entity, red) == 0);
}

TEST_F(SvgFile, ShowsWhatItCarriesWithIt) {
  const auto image =
      draw(svg("width='10' height='10'",
               "<image width='10' height='10' href=\"data:image/svg+xml,%3Csvg "
               "xmlns='http://www.w3.org/2000/svg' width='10' height='10'%3E%3Crect width='10' "
               "height='10' fill='red'/%3E%3C/svg%3E\"/>"));
  ASSERT_TRUE(image);
  EXPECT_GT(count(*image, red), 0u);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

TEST(Svg, ThatWouldNeverEndEndsAndHurtsNobody) {
  std::string entities, uses;
  for (int i = 1; i <= 12; ++i) {
    const std::string before = std::to_string(i - 1);
    entities += "<!ENTITY e" + std::to_string(i) + " '" + repeated("&e" + before + ";", 10) + "'>";
    uses += "<g id='u" + std::to_string(i) + "'>" + repeated("<use href='#u" + before + "'/>", 10) + "</g>";
  }
  for (const std::string& hostile : {
           "<!DOCTYPE svg [<!ENTITY e0 'ha'>" + entities + "]>" + svg("", "<text>&e12;</text>"),
           svg("", "<rect id='u0' width='1' height='1'/>" + uses),
           svg("", repeated("<g>", 100'000)),
           svg("width='1e9' height='1e9'", ""),
           svg("width='0' height='1'", ""),
       }) {
    const auto image = draw(hostile);
    ASSERT_FALSE(image) << hostile.substr(0, 200);
    EXPECT_FALSE(image.error().remedy.empty());
  }
  EXPECT_TRUE(draw(svg("", "<g id='a'><use href='#a'/></g>"))) << "what refers to itself is left out";
  EXPECT_TRUE(draw(svg("", red_ground))) << "and the next one is drawn";
}

}  // namespace
}  // namespace lectern::images
