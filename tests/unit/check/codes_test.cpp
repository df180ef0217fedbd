// Every code that there is, with a deck that has the fault and one that has it not.
#include <algorithm>
#include <set>

#include "tests/unit/check/checked.h"

namespace lectern::check {
namespace {

struct Example {
  deck::Code code;
  std::string wrong, right;
};

std::string background(const std::string& value) {
  return "<!-- .slide: data-background=\"" + value + "\" -->\n# A\n";
}

std::string picture(const std::string& name, const std::string& alt = "A map") {
  return "# A\n\n![" + alt + "](" + name + ")\n";
}

std::string front(const std::string& lines, const std::string& slides = "# A\n") {
  return "---\n" + lines + "\n---\n" + slides;
}

const std::vector<Example>& examples() {
  using enum deck::Code;
  static const std::vector<Example> all = {
      {text_repaired, "# Don\u00e2\u20ac\u2122t\n", "# Don\u2019t\n"},
      {encoding_converted, "# Caf\xe9\n", "# Caf\u00e9\n"},
      {front_matter_unreadable, front("title: A: B"), front("title: 'A: B'")},
      {front_matter_unclosed, "---\n\n# A\n\n---\n\n# B\n", "---\n---\n# A\n\n---\n\n# B\n"},
      {front_matter_value, front("slot: long"), front("slot: 10m")},
      {front_matter_misplaced, front("transition: fade"), front("revealOptions:\n  transition: fade")},
      {front_matter_duplicate, front("title: A\ntitle: B"), front("title: A\ntheme: night")},
      {front_matter_key, front("Titel: A"), front("title: A")},
      {theme_unknown, front("theme: nigth"), front("theme: night")},
      {separator_unreadable, front("separator: '('"), front("separator: '^==$'")},
      {separator_in_code, "```\na\n\n---\n\nb\n```\n", "```\na\n```\n\n---\n\nb\n"},
      {separator_in_comment, "# A\n\n<!-- b\n\n---\n\nc -->\n", "# A\n\n<!-- b -->\n\n---\n\n# C\n"},
      {separator_underline, "# A\n\nb\n---\nc\n", "# A\n\nb\n\n---\n\nc\n"},
      {separator_missed, "# A\n\n--- \n\n# B\n", "# A\n\n---\n\n# B\n"},
      {notes_shown, "# A\n\n**Note:** smile\n", "# A\n\nNote: smile\n"},
      {comment_unclosed, "# A\n\n<!-- oh\n", "# A\n\n<!-- oh -->\n"},
      {attribute_unreadable, "<!-- .slide: data-state=\u201cx\u201d -->\n# A\n", background("navy")},
      {attribute_unknown, "<!-- .slide: data-backgroud=\"navy\" -->\n# A\n", background("navy")},
      {attribute_value, "<!-- .slide: data-background-opacity=\"7\" -->\n# A\n",
       "<!-- .slide: data-background-opacity=\"0.7\" -->\n# A\n"},
      {attribute_ignored, "<!-- .slide: data-auto-animate -->\n# A\n", background("navy")},
      {background_unusable, background("night sky"), background("navy")},
      {html_unknown, "# A\n\nDear <insert name>\n", "# A\n\nDear <b>all</b>\n"},
      {html_ignored, "# A\n\n<video src=\"a.mp4\">A film</video>\n", "# A\n\n<b>A film</b>\n"},
      {html_unclosed, "# A\n\nThis <b>matters\n", "# A\n\nThis <b>matters</b>\n"},
      {link_dead, "# A\n\n[there](#/7)\n", "# A\n\n[there](#/0)\n"},
      {deck_too_long, repeated("a\n\n---\n\n", 2001), repeated("# A\n\n---\n\n", 20)},
      {slide_too_long, repeated("word ", 2000), repeated("word ", 200)},
      {nesting_too_deep, repeated(">", 101) + " a\n", repeated(">", 9) + " a\n"},
      {table_too_large, repeated("|a", 129) + "|\n" + repeated("|-", 129) + "|\n", "|a|b|\n|-|-|\n|c|d|\n"},
      {links_too_large, "[x]: /" + repeated("y", 50'000) + "\n\n" + repeated("[x] ", 3'000),
       "[x]\n\n[x]: #/0\n"},
      {remarks_too_many, repeated("Notes :\n\n---\n\n", 300), repeated("Notes :\n\n---\n\n", 3)},
      {picture_missing, picture("mop.bmp"), picture("map.bmp")},
      {picture_unreadable, picture("text.jpg"), picture("map.bmp")},
      {picture_case, picture("MAP.bmp"), picture("map.bmp")},
      {picture_elsewhere, picture("https://example.org/map.bmp"), picture("map.bmp")},
      {picture_format, picture("photo.heic"), picture("map.bmp")},
      {picture_small, background("map.bmp"), background("large.bmp")},
      {picture_huge, picture("huge.bmp"), picture("large.bmp")},
      {picture_without_text, picture("map.bmp", ""), picture("map.bmp")},
      {slide_empty, "# A\n\n---\n\n<!-- nothing -->\n", "# A\n\n---\n\nB\n"},
      {slide_overflows, "# A\n\n" + repeated("- one\n", 20), "# A\n\n" + repeated("- one\n", 6)},
      {slide_near_edge, front("revealOptions:\n  margin: 0", repeated("- gypsy\n", 13)),
       repeated("- gypsy\n", 9)},
      {text_small, front("revealOptions:\n  height: 1500", "# A\n\nsmall\n"), "# A\n\nsmall\n"},
      {words_many, repeated("to ", 76), repeated("to ", 75)},
      {contrast_low, "# A\n\n<span style=\"color: #333\">dark</span>\n", "# A\n\nlight\n"},
      {glyph_missing, "# An apple \uF8FF\n", "# A tick \u2705\n"},
      {questions_untimed, "# Questions\n", "<!-- .slide: data-timing=\"300\" -->\n# Questions\n"},
      {notes_long, front("slot: 1m", "# A\n\nNote: " + repeated("word ", 280)),
       front("slot: 3m", "# A\n\nNote: " + repeated("word ", 280))},
      {timing_long, front("slot: 1m", "<!-- .slide: data-timing=\"90\" -->\n# A\n"),
       front("slot: 2m", "<!-- .slide: data-timing=\"90\" -->\n# A\n")},
      {markdown_shown, "#No space\n", "# A space\n"},
      {id_duplicate, repeated("<!-- .slide: id=\"a\" -->\n# A\n\n---\n\n", 2),
       "<!-- .slide: id=\"a\" -->\n# A\n\n---\n\n<!-- .slide: id=\"b\" -->\n# B\n"},
  };
  return all;
}

class EveryCode : public testing::TestWithParam<std::size_t> {
 protected:
  EveryCode() {
    folder.write("map.bmp", bmp({320, 180}, 0));
    folder.write("large.bmp", bmp({640, 360}, 0));
    folder.write("text.jpg", "no picture");
    folder.write("photo.heic", "");
    std::filesystem::resize_file(folder.write("huge.bmp", bmp({320, 180}, 0)), 11u << 20);
  }
  bool finds(deck::Code code, std::string_view text) {
    const auto findings = findings_in(folder, text);
    return std::ranges::find(findings, code, &deck::Diagnostic::code) != findings.end();
  }
  test::Folder folder;
};

TEST_P(EveryCode, IsFoundWhereItBelongsAndNotElsewhere) {
  const Example& example = examples()[GetParam()];
  EXPECT_TRUE(finds(example.code, example.wrong));
  EXPECT_FALSE(finds(example.code, example.right));
}

INSTANTIATE_TEST_SUITE_P(All, EveryCode, testing::Range<std::size_t>(0, examples().size()),
                         [](const auto& index) {
                           std::string name(deck::name_of(examples()[index.param].code));
                           std::ranges::replace(name, '-', '_');
                           return name;
                         });

TEST(Codes, HaveAnExampleEach) {
  // A theme's file is the application's to read, and its tests' to spoil.
  std::set<deck::Code> shown = {deck::Code::theme_unreadable, deck::Code::theme_ignored};
  for (const Example& example : examples()) shown.insert(example.code);
  for (const deck::Code code : deck::all_codes()) EXPECT_TRUE(shown.contains(code)) << deck::name_of(code);
}

}  // namespace
}  // namespace lectern::check
