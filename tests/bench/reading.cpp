#include "tests/bench/reading.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"

namespace lectern::bench {
namespace {

constexpr std::size_t deck_bytes = 10'000'000;
constexpr std::size_t slide_bytes = deck_bytes / deck::max_slides;

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

/// One slide of nothing else.
std::string in_one(std::string_view part) {
  return repeated(part, deck_bytes);
}

/// As many slides as there may be, each of nothing else.
std::string in_all(std::string_view part) {
  return in_one(repeated(part, slide_bytes) + "\n\n---\n\n");
}

/// "- " 1, 2, 3… deep, again from every thousandth on.
std::string deeper_and_deeper(std::string_view mark) {
  std::string text;
  for (std::size_t depth = 0; text.size() < deck_bytes; depth = (depth + 1) % 1000)
    text += repeated(mark, mark.size() * depth) + "x\n";
  return text;
}

std::string table(std::size_t columns) {
  const std::string row = repeated("| a ", 4 * columns) + "|\n";
  return row + repeated("|---", 4 * columns) + "|\n" + in_one(row);
}

/// Half the text defines links, the other half uses them.
std::string references() {
  std::string text;
  for (int i = 0; text.size() < deck_bytes / 2; ++i) {
    const std::string name = std::to_string(i);
    text += "[" + name + "]: /" + repeated("address", 100) + name + "\n\n";
  }
  return text + repeated("[1] [2] [3]\n", deck_bytes / 2);
}

/// Slides of short paragraphs, in all of which as much goes on as can.
std::string unclosed() {
  constexpr std::size_t paragraphs_bytes = 1400;  // more are not shown
  return in_one("<b><i><u><s><big><small><em><tt>\n\n" + repeated("a\n\n", paragraphs_bytes) + "\n---\n\n");
}

/// Code spans that open with ever more back-ticks and never close.
std::string backticks() {
  std::string text;
  for (std::size_t length = 1; text.size() < deck_bytes; length = length % 300 + 1)
    text += std::string(length, '`') + "a ";
  return text;
}

constexpr std::string_view ordinary =
    "## Reporting back\n\nWhat residents told us, and what **we did**:\n\n- Streets are [cleaner](#/2)\n- "
    "Bins "
    "are emptied\n\n| Ward | Visits |\n|---|---|\n| North | 12 |\n\nNote:\nThank the team.\n\n---\n\n";

struct Kind {
  const char* name;
  std::function<std::string()> text;
};

const std::vector<Kind> kinds = {
    {"an ordinary deck", [] { return in_one(ordinary); }},
    {"separators", [] { return in_one("---\n\n"); }},
    {"vertical separators", [] { return in_one("\n----\n"); }},
    {"separators below text", [] { return in_one("text\n---\n"); }},
    {"lists, deep", [] { return deeper_and_deeper("- "); }},
    {"lists, indented", [] { return deeper_and_deeper("  ") + in_one("  - "); }},
    {"quotes, deep", [] { return deeper_and_deeper("> "); }},
    {"quotes and lists", [] { return in_one("> - 1. "); }},
    {"a table of 100 columns", [] { return table(100); }},
    {"a table of a million columns", [] { return table(1'000'000); }},
    {"tables", [] { return in_all("|a|b|\n|-|-|\n|c|\n\n"); }},
    {"references", references},
    {"definitions on all slides", [] { return in_all("[a]: b\n\n[a][a]\n\n"); }},
    {"emphasis", [] { return in_one("*a "); }},
    {"emphasis on all slides", [] { return in_all("*a **b _c "); }},
    {"tildes", [] { return in_all("~~a ~b "); }},
    {"links", [] { return in_one("[a]("); }},
    {"links on all slides", [] { return in_all("[a]("); }},
    {"pictures on all slides", [] { return in_all("![a]("); }},
    {"brackets on all slides", [] { return in_all("["); }},
    {"closing brackets on all slides", [] { return in_all("[a]] "); }},
    {"angles on all slides", [] { return in_all("<a b=\""); }},
    {"code spans", backticks},
    {"fences", [] { return in_one("```a\n"); }},
    {"fences on all slides", [] { return in_all("~~~\n```\n"); }},
    {"comments", [] { return in_one("<!-- "); }},
    {"closed comments", [] { return in_one("<!-- a -->"); }},
    {"the shortest comments", [] { return in_one("<!--->"); }},
    {"comments on all slides", [] { return in_all("a<!-- .element: class=\"fragment\" -->\n"); }},
    {"attributes", [] { return "<!-- .slide: " + in_one("data-background=\"a\" ") + "-->"; }},
    {"elements", [] { return in_one("<div><b>"); }},
    {"elements on all slides", [] { return in_all("<ul><li><span style=\"color:red\">a"); }},
    {"fragments", [] { return in_all("<span class=\"fragment\">a</span> "); }},
    {"formatting that is not closed", unclosed},
    {"cells over others",
     [] { return in_all("<table><tr><td rowspan=0 colspan=127>a<td rowspan=9>b<tr><td>"); }},
    {"entities", [] { return in_all("&amp;&#x1F534;&nope;"); }},
    {"entities without semicolon", [] { return in_all("&ampamp&#38&CounterClockwise"); }},
    {"addresses", [] { return in_all("https://example.org/a www.example.org "); }},
    {"one word", [] { return in_one("word"); }},
    {"one line of words", [] { return in_one("a word "); }},
    {"empty lines", [] { return in_one("\n"); }},
    {"notes", [] { return in_all("Note:\na\n"); }},
    {"front matter", [] { return "---\n" + in_one("a: b\n") + "---\n"; }},
    {"front matter, deep", [] { return "---\n" + in_one("[{a: ") + "\n---\n"; }},
    {"broken text", [] { return in_one("‚Äô √© Â£ üî¥ "); }},
    {"bytes that are no text", [] { return in_one("\xE9\x80 \xFF"); }},
};

struct Cost {
  double seconds = 0;    ///< of processor time
  double megabytes = 0;  ///< at the peak
  bool is_done = false;
};

/// In a process of its own, whose memory and time nothing else touches.
Cost cost(const std::function<void()>& work) {
  const pid_t child = fork();
  if (child == 0) {
    work();
    std::_Exit(0);
  }
  int status = 0;
  rusage used{};
  if (child < 0 || wait4(child, &status, 0, &used) != child) return {};
  const auto seconds = [](const timeval& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
  };
  return {seconds(used.ru_utime) + seconds(used.ru_stime), static_cast<double>(used.ru_maxrss) / 1024,
          WIFEXITED(status) && WEXITSTATUS(status) == 0};
}

Cost reading_cost(const Kind& kind) {
  const Cost made = cost([&] { kind.text(); });
  static std::optional<Result<deck::ReadDeck>> kept;  // a show keeps it too: nothing is given back
  Cost read = cost([&] { kept.emplace(deck::read_deck(kind.text())); });
  read.seconds = std::max(0.0, read.seconds - made.seconds);
  return read;
}

}  // namespace

void measure_reading() {
  double floor = 0;
  for (const Kind& kind : kinds) {
    const Cost read = reading_cost(kind);
    if (floor == 0) floor = read.seconds;
    std::printf("read 10 MB: %-32s %6.2f s %6.0f MB %6.1f times an ordinary deck%s\n", kind.name,
                read.seconds, read.megabytes, read.seconds / floor, read.is_done ? "" : "  DIED");
    std::fflush(stdout);
  }
}

}  // namespace lectern::bench
