#include "tests/support/describe_deck.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <iterator>
#include <sstream>
#include <vector>

namespace lectern::test {
namespace {

using namespace deck;

std::string number(double value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

std::string fragment_mark(int fragment) {
  return fragment == 0 ? std::string() : "^" + std::to_string(fragment);
}

std::string describe(const TextRun& run) {
  std::string tags;
  const auto add = [&](bool is_set, const std::string& tag) {
    if (is_set) tags += (tags.empty() ? "" : " ") + tag;
  };
  add(run.strong, "strong");
  add(run.emphasis, "em");
  add(run.strike, "strike");
  add(run.code, "code");
  add(run.underline, "underline");
  add(run.mark, "mark");
  add(run.keyboard, "key");
  add(run.baseline == Baseline::sub, "sub");
  add(run.baseline == Baseline::super, "super");
  add(run.size != 1, "size=" + number(run.size));
  add(!run.color.empty(), "color=" + run.color);
  add(!run.href.empty(), "to=" + run.href);
  add(run.fragment != 0, fragment_mark(run.fragment));
  return tags.empty() ? run.text : "{" + tags + "|" + run.text + "}";
}

std::string describe(const std::optional<Length>& length, const char* name) {
  return length ? " " + std::string(name) + "=" + number(length->value) + (length->is_percentage ? "%" : "")
                : std::string();
}

std::string describe(const InlineImage& image) {
  const std::string mark = fragment_mark(image.fragment);
  return "{img " + image.source + (image.alt.empty() ? "" : " “" + image.alt + "”") +
         describe(image.width, "width") + describe(image.height, "height") +
         (mark.empty() ? "" : " " + mark) + "}";
}

std::string describe(const LineBreak&) {
  return "{br}";
}

std::string describe(const Inlines& inlines) {
  std::string text;
  for (const Inline& part : inlines)
    text += std::visit([](const auto& kind) { return describe(kind); }, part);
  return text;
}

constexpr std::array<const char*, 4> aligns = {"", "left", "center", "right"};
constexpr std::array<const char*, 3> directions = {"", "ltr", "rtl"};

std::string describe(TextDirection direction) {
  return direction == TextDirection::unsaid
             ? ""
             : std::string(" ") + directions[static_cast<std::size_t>(direction)];
}

class Writer {
 public:
  std::string take() { return out_.str(); }

  void write(const Blocks& blocks, int depth) {
    for (const Block& block : blocks) {
      suffix_ = aligns[static_cast<std::size_t>(block.align)];
      if (!suffix_.empty()) suffix_ = " " + suffix_;
      suffix_ += describe(block.direction);
      if (block.fragment != 0) suffix_ += " " + fragment_mark(block.fragment);
      std::visit([&](const auto& content) { write(content, depth); }, block.content);
    }
  }

  void line(int depth, const std::string& head, const std::string& text = {}) {
    out_ << std::string(static_cast<std::size_t>(2 * depth), ' ') << head << (text.empty() ? "" : ": ")
         << text << '\n';
  }

 private:
  void write(const Heading& heading, int depth) {
    line(depth, "h" + std::to_string(heading.level) + suffix_, describe(heading.content));
  }
  void write(const Paragraph& paragraph, int depth) {
    line(depth, "p" + suffix_, describe(paragraph.content));
  }
  void write(const Plain& plain, int depth) { line(depth, "text" + suffix_, describe(plain.content)); }
  void write(const CodeBlock& code, int depth) {
    line(depth, "code" + (code.language.empty() ? "" : " " + code.language) + suffix_);
    std::istringstream lines(code.text);
    for (std::string text; std::getline(lines, text);) line(depth, "|" + text);
  }
  void write(const List& list, int depth) {
    line(depth, (list.ordered ? "ol " + std::to_string(list.start) : std::string("ul")) + suffix_);
    for (const ListItem& item : list.items) {
      const char* task = item.task == Task::none ? "" : item.task == Task::open ? " [ ]" : " [x]";
      const std::string mark = fragment_mark(item.fragment);
      line(depth + 1, std::string("li") + task + (mark.empty() ? "" : " " + mark));
      write(item.blocks, depth + 2);
    }
  }
  void write(const Quote& quote, int depth) {
    line(depth, "quote" + suffix_);
    write(quote.blocks, depth + 1);
  }
  void write(const Table& table, int depth) {
    std::string columns;
    for (const Align align : table.columns)
      columns += align == Align::none ? " -" : std::string(" ") + aligns[static_cast<std::size_t>(align)];
    line(depth, "table" + columns + suffix_);
    std::vector<std::vector<std::string>> rows;
    for (const auto* part : {&table.header, &table.body})
      for (const Table::Row& row : *part)
        std::ranges::transform(row, std::back_inserter(rows.emplace_back()),
                               [](const Inlines& cell) { return describe(cell); });
    for (const Span& span : table.spans) point_to(span, rows);
    if (table.header.empty()) line(depth + 1, "th");
    for (std::size_t i = 0; i < rows.size(); ++i)
      line(depth + 1, i < table.header.size() ? "th" : "td", joined(rows[i]));
  }
  /// Where there is no cell, to the one that covers the place.
  static void point_to(const Span& span, std::vector<std::vector<std::string>>& rows) {
    for (std::size_t row = 0; row < span.row_count; ++row)
      for (std::size_t column = 0; column < span.column_count; ++column)
        if (row > 0 || column > 0) rows.at(span.row + row).at(span.column + column) += column > 0 ? "←" : "↑";
  }
  static std::string joined(const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) text += (i == 0 ? "" : " | ") + cells[i];
    return text;
  }
  void write(const Rule&, int depth) { line(depth, "rule" + suffix_); }

  std::ostringstream out_;
  std::string suffix_;
};

constexpr std::array<const char*, 6> transitions = {"none", "fade", "slide", "convex", "concave", "zoom"};

std::string describe(const std::optional<Transition>& transition, const char* name) {
  return transition ? " " + std::string(name) + "=" + transitions[static_cast<std::size_t>(*transition)]
                    : std::string();
}

std::string describe(const std::optional<Duration>& autoslide) {
  return autoslide ? " autoslide=" + std::to_string(autoslide->count()) + "ms" : std::string();
}

/// What is said of a slide besides its content, in the order of deck.h.
std::string traits_of(const Slide& slide) {
  std::string text;
  const Background& background = slide.background;
  const auto add = [&](const std::string& value, const char* name) {
    if (!value.empty()) text += " " + std::string(name) + "=“" + value + "”";
  };
  for (const std::string& image : background.images) add(image, "picture");
  add(background.color, "color");
  add(background.gradient, "gradient");
  add(background.size, "size");
  add(background.position, "position");
  add(background.repeat, "repeat");
  if (background.image_opacity != 1) text += " opacity=" + number(background.image_opacity);
  text += describe(slide.turn.in, "in") + describe(slide.turn.out, "out") +
          describe(slide.turn.background, "background");
  if (slide.turn.speed)
    text += *slide.turn.speed == Speed::fast   ? " speed=fast"
            : *slide.turn.speed == Speed::slow ? " speed=slow"
                                               : " speed=usual";
  add(slide.id, "id");
  text += describe(slide.direction);
  if (!slide.is_counted) text += " uncounted";
  if (slide.timing)
    text +=
        " timing=" + std::to_string(std::chrono::duration_cast<std::chrono::seconds>(*slide.timing).count()) +
        "s";
  text += describe(slide.autoslide);
  if (slide.step_count > 0) text += " steps=" + std::to_string(slide.step_count);
  return text;
}

std::string effect_name(Effect effect) {
  constexpr std::array<const char*, 20> names = {"fade-in",
                                                 "fade-out",
                                                 "fade-in-then-out",
                                                 "fade-in-then-semi-out",
                                                 "semi-fade-out",
                                                 "grow",
                                                 "shrink",
                                                 "strike",
                                                 "highlight-red",
                                                 "highlight-green",
                                                 "highlight-blue",
                                                 "highlight-current-red",
                                                 "highlight-current-green",
                                                 "highlight-current-blue",
                                                 "fade-up",
                                                 "fade-down",
                                                 "fade-left",
                                                 "fade-right",
                                                 "zoom-in",
                                                 "custom"};
  return names[static_cast<std::size_t>(effect)];
}

}  // namespace

std::string describe(const ReadDeck& read) {
  Writer writer;
  for (const Slide& slide : read.deck.slides) {
    writer.line(0, to_string(slide.address) + " “" + slide.title + "”" + traits_of(slide));
    writer.write(slide.content, 1);
    for (std::size_t i = 0; i < slide.fragments.size(); ++i) {
      const Fragment& fragment = slide.fragments[i];
      writer.line(1, fragment_mark(static_cast<int>(i) + 1) + " " + effect_name(fragment.effect) +
                         " at step " + std::to_string(fragment.step) +
                         (fragment.outer == 0 ? "" : " in " + fragment_mark(fragment.outer)) +
                         describe(fragment.autoslide));
    }
    if (!slide.notes.empty()) {
      writer.line(1, "notes");
      writer.write(read_markdown(slide.notes), 2);
    }
    for (const StepNotes& notes : slide.step_notes) {
      writer.line(1, "notes from step " + std::to_string(notes.step));
      writer.write(read_markdown(notes.notes), 2);
    }
  }
  for (const Diagnostic& diagnostic : read.diagnostics)
    writer.line(0, "! " + (diagnostic.file.empty() ? "" : diagnostic.file + ":") +
                       std::to_string(diagnostic.line) + ":" + std::to_string(diagnostic.column) + " " +
                       std::string(name_of(diagnostic.code)));
  return writer.take();
}

}  // namespace lectern::test
