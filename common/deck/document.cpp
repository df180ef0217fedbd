#include "common/deck/document.h"

#include "common/text/text.h"

namespace lectern::deck {
namespace {

/// Appends to a text in which white space is folded and words are asked for at borders.
class Speech {
 public:
  explicit Speech(Alternatives alternatives) : alternatives_(alternatives) {}

  void say(std::string_view text) {
    for (const char c : text) {
      if (is_space(c)) {
        pause();
        continue;
      }
      if (pause_ && !text_.empty()) text_ += ' ';
      pause_ = false;
      text_ += c;
    }
  }
  void pause() { pause_ = true; }

  void say(const Inlines& inlines) {
    for (const Inline& part : inlines) {
      if (const auto* run = std::get_if<TextRun>(&part)) {
        say(run->text);
      } else if (const auto* image = std::get_if<InlineImage>(&part)) {
        if (alternatives_ == Alternatives::include) say(image->alt);
      } else {
        pause();
      }
    }
    pause();
  }

  void say(const Blocks& blocks) {
    for (const Block& block : blocks) {
      std::visit([&](const auto& content) { say_block(content); }, block.content);
      pause();
    }
  }

  std::string take() { return std::move(text_); }

 private:
  void say_block(const Heading& heading) { say(heading.content); }
  void say_block(const Paragraph& paragraph) { say(paragraph.content); }
  void say_block(const Plain& plain) { say(plain.content); }
  void say_block(const CodeBlock& code) { say(code.text); }
  void say_block(const Quote& quote) { say(quote.blocks); }
  void say_block(const Rule&) {}
  void say_block(const List& list) {
    for (const ListItem& item : list.items) say(item.blocks);
  }
  void say_block(const Table& table) {
    for (const auto* rows : {&table.header, &table.body}) {
      for (const Table::Row& row : *rows)
        for (const Inlines& cell : row) say(cell);
    }
  }

  Alternatives alternatives_;
  std::string text_;
  bool pause_ = false;
};

template <class Content>
std::string spoken(const Content& content, Alternatives alternatives) {
  Speech speech(alternatives);
  speech.say(content);
  return speech.take();
}

}  // namespace

std::string plain_text(const Inlines& inlines, Alternatives alternatives) {
  return spoken(inlines, alternatives);
}
std::string plain_text(const Blocks& blocks, Alternatives alternatives) {
  return spoken(blocks, alternatives);
}

}  // namespace lectern::deck
