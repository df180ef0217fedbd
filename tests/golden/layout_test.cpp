// What a browser showed of the shared decks, against what is laid out here: the same slides, texts and
// backgrounds, and boxes in the same places.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/export/layout_json.h"
#include "presenter/stage/slide_painter.h"
#include "tests/support/themes.h"

namespace lectern {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr double tolerance = 0.03;  // of the window's width or height
constexpr double share_wanted = 0.9;

const fs::path shared = fs::path(LECTERN_SOURCE_DIR) / ".." / "shared";

struct Case {
  std::string deck;
  PixelSize size;
  std::string expected;
};

std::ostream& operator<<(std::ostream& out, const Case& c) {
  return out << c.expected;
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// White space folded, and without U+FE0F, which some authors write after an emoji and browsers keep.
std::string plain(std::string_view text) {
  constexpr std::string_view variation_selector = "\uFE0F";
  std::string result;
  for (std::size_t i = 0; i < text.size();) {
    if (text.substr(i).starts_with(variation_selector)) {
      i += variation_selector.size();
      continue;
    }
    const char c = text[i++];
    if (c != ' ' && c != '\n' && c != '\t') {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

std::string field(const json::value& object, const char* key) {
  const auto* value = object.as_object().if_contains(key);
  return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

double number(const json::value& object, const char* key, double otherwise = 0) {
  const auto* value = object.as_object().if_contains(key);
  return value && value->is_number() ? value->to_number<double>() : otherwise;
}

std::string name_of(const json::value& box) {
  return field(box, "kind") + " '" + plain(field(box, "text")) + "'";
}

/// The name of the picture alone: the browser tells its address.
std::pair<std::string, double> background(const json::value& slide) {
  const json::value& background = slide.at("background");
  const std::string image = fs::path(field(background, "image")).filename();
  if (image.empty() || image == "none") return {"", 1};
  return {image, number(background, "opacity", 1)};
}

std::vector<std::string> sorted_names(const json::value& slide) {
  std::vector<std::string> names;
  for (const auto& box : slide.at("boxes").as_array()) names.push_back(name_of(box));
  std::sort(names.begin(), names.end());
  return names;
}

struct Tally {
  int fitting = 0;
  int total = 0;
  std::string misfits;
};

bool fits(const json::value& actual, const json::value& expected, PixelSize window) {
  const auto is_near = [&](const char* key, int side) {
    return std::abs(number(actual, key) - number(expected, key)) <= tolerance * side;
  };
  return is_near("x", window.width) && is_near("w", window.width) && is_near("y", window.height) &&
         is_near("h", window.height);
}

/// Each box against the first of the same kind and text that is still free.
void compare_boxes(const json::value& actual, const json::value& expected, PixelSize window, Tally& tally) {
  std::vector<json::value> free(actual.at("boxes").as_array().begin(), actual.at("boxes").as_array().end());
  for (const auto& box : expected.at("boxes").as_array()) {
    const auto found = std::find_if(free.begin(), free.end(),
                                    [&](const json::value& other) { return name_of(other) == name_of(box); });
    if (found == free.end()) continue;  // told by the comparison of texts
    ++tally.total;
    if (fits(*found, box, window)) {
      ++tally.fitting;
    } else {
      tally.misfits += "\n" + field(expected, "slide") + " " + json::serialize(*found) + "\nbrowser " +
                       json::serialize(box);
    }
    free.erase(found);
  }
}

class GoldenLayout : public testing::TestWithParam<Case> {};

TEST_P(GoldenLayout, AgreesWithTheBrowser) {
  const Case& c = GetParam();
  const fs::path expected_path = shared / "expected" / c.expected;
  if (!fs::exists(expected_path)) GTEST_SKIP() << expected_path << " is not on this machine";

  const fs::path folder = shared / "decks" / c.deck;
  const auto deck = deck::read_deck(read(folder / "slides.md"));
  ASSERT_TRUE(deck) << deck.error().message;
  auto painter = stage::SlidePainter::create(folder, LECTERN_FONT_DIR, test::night());
  ASSERT_TRUE(painter) << painter.error().message;

  const json::value actual = json::parse(exporting::layout_json(deck->deck, c.size, *painter));
  const json::value expected = json::parse(read(expected_path));
  const json::array& actual_slides = actual.at("slides").as_array();
  const json::array& expected_slides = expected.at("slides").as_array();
  ASSERT_EQ(actual_slides.size(), expected_slides.size());

  Tally tally;
  for (std::size_t i = 0; i < expected_slides.size(); ++i) {
    const json::value& mine = actual_slides[i];
    const json::value& theirs = expected_slides[i];
    EXPECT_EQ(field(mine, "slide"), field(theirs, "slide"));
    EXPECT_EQ(background(mine), background(theirs)) << "slide " << field(theirs, "slide");
    EXPECT_EQ(sorted_names(mine), sorted_names(theirs)) << "slide " << field(theirs, "slide");
    const auto* overflows = theirs.as_object().if_contains("overflows");
    if (overflows && *overflows == true) continue;  // runs off the window there, is fitted here
    compare_boxes(mine, theirs, c.size, tally);
  }
  ASSERT_GT(tally.total, 0);
  RecordProperty("boxes", tally.total);
  RecordProperty("boxes_within_tolerance", tally.fitting);
  EXPECT_GE(tally.fitting, share_wanted * tally.total) << tally.misfits;
}

INSTANTIATE_TEST_SUITE_P(
    Decks, GoldenLayout,
    testing::Values(Case{"community-safety-2022", {1920, 1080}, "community-safety-2022.json"},
                    Case{"community-safety-2022", {1024, 768}, "community-safety-2022.1024x768.json"},
                    Case{"policy-review-2021", {1920, 1080}, "policy-review-2021.json"},
                    Case{"policy-review-2021", {1024, 768}, "policy-review-2021.1024x768.json"},
                    Case{"photographs", {1920, 1080}, "photographs.json"}));

}  // namespace
}  // namespace lectern
