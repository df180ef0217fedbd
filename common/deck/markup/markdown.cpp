#include "common/deck/markup/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <string>
#include <utility>

#include "common/deck/markup/block_builder.h"
#include "common/deck/markup/guard.h"
#include "common/deck/markup/markdown_events.h"
#include "common/deck/markup/remarks.h"

namespace lectern::deck {
namespace {

constexpr std::size_t max_address_bytes_per_byte = 8;  // references can repeat addresses
constexpr std::size_t max_work_per_byte = 16;          // a comment can restyle all that is in a large element

/// What md4c wants to hear: 0 goes on. Of what ends it, it passes only negative numbers on to the end.
int go_on(void* events) {
  return static_cast<MarkdownEvents*>(events)->is_full() ? -1 : 0;
}

MD_PARSER parser() {
  MD_PARSER p{};
  p.flags = MD_FLAG_PERMISSIVEAUTOLINKS | MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  p.enter_block = [](MD_BLOCKTYPE type, void* detail, void* events) {
    static_cast<MarkdownEvents*>(events)->enter_block(type, detail);
    return go_on(events);
  };
  p.leave_block = [](MD_BLOCKTYPE type, void* detail, void* events) {
    static_cast<MarkdownEvents*>(events)->leave_block(type, detail);
    return go_on(events);
  };
  p.enter_span = [](MD_SPANTYPE type, void* detail, void* events) {
    static_cast<MarkdownEvents*>(events)->enter_span(type, detail);
    return go_on(events);
  };
  p.leave_span = [](MD_SPANTYPE type, void*, void* events) {
    static_cast<MarkdownEvents*>(events)->leave_span(type);
    return go_on(events);
  };
  p.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* events) {
    static_cast<MarkdownEvents*>(events)->text(type, {text, size});
    return go_on(events);
  };
  return p;
}

std::string_view bounded(std::string_view markdown, std::size_t offset, Report& report) {
  if (markdown.size() <= max_slide_bytes) return markdown;
  const std::string_view first = first_lines(markdown, max_slide_bytes);
  report.add(Code::slide_too_long, offset + first.size(),
             "This slide is too long; what follows on it is left out.", "Divide it into several slides.");
  return first;
}

void remark_on_unclosed(const BlockBuilder::Unclosed& unclosed, Remarks& remarks) {
  const std::string name(unclosed.name);
  remarks.go_to(unclosed.place);
  remarks.once(Code::html_unclosed,
               "<" + name + "> is not closed in the text that it stands in; it " +
                   (unclosed.goes_on ? "goes on in what follows on the slide." : "ends with that."),
               "Write </" + name + "> where it is to end, in the same paragraph or item.");
}

void remark_on_limits(const BlockBuilder& blocks, Remarks& remarks) {
  if (blocks.room().is_full())
    remarks.once(Code::slide_too_long,
                 "There is more on this slide than can be shown; the rest of it is left out.",
                 "Spread it over several slides, or put it into the notes.");
  if (blocks.room().addresses_are_full())
    remarks.once(Code::links_too_large,
                 "Long link addresses are repeated so often here that some are left out.",
                 "Write shorter addresses.");
  if (blocks.is_nested_too_deep())
    remarks.once(
        Code::nesting_too_deep,
        "Lists, quotes or HTML are nested too deep here; the innermost are shown without their form.",
        "Use at most " + std::to_string(max_nesting) + " levels.");
}

Content read(std::string_view markdown, std::size_t offset, std::size_t max_shown, Report& report) {
  const GuardedMarkdown guarded(bounded(markdown, offset, report), offset, report);
  const std::string& text = guarded.text();
  Remarks remarks(guarded, report);
  BlockBuilder blocks(Room(max_shown, max_address_bytes_per_byte * text.size()),
                      max_work_per_byte * text.size());
  MarkdownEvents events(blocks, remarks);
  const MD_PARSER with = parser();
  md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &with, &events);
  Content content{.blocks = blocks.finish(), .fragments = {}, .step_count = 0, .step_notes = {}};
  if (blocks.unclosed()) remark_on_unclosed(*blocks.unclosed(), remarks);
  remarks.go_to(std::min(text.find_first_not_of(" \n"), text.size()));
  remark_on_limits(blocks, remarks);
  FragmentBook::Steps steps = blocks.fragments().finish();
  content.fragments = std::move(steps.fragments);
  content.step_count = steps.step_count;
  content.step_notes = std::move(steps.notes);
  return content;
}

}  // namespace

Content read_markdown(std::string_view markdown, std::size_t offset, Report& report) {
  return read(markdown, offset, max_shown_text_bytes, report);
}

Blocks read_markdown(std::string_view markdown) {
  const SourceText source{std::string(markdown)};
  Report unread(source);
  return read(source.text(), 0, Room::no_limit, unread).blocks;
}

}  // namespace lectern::deck
