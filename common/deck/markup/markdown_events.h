// Turns md4c's events into blocks.
#pragma once

#include <md4c.h>

#include <string>
#include <string_view>
#include <vector>

#include "common/deck/markup/block_builder.h"
#include "common/deck/markup/html.h"
#include "common/deck/markup/html_pieces.h"
#include "common/deck/markup/remarks.h"

namespace lectern::deck {

class MarkdownEvents {
 public:
  MarkdownEvents(BlockBuilder& blocks, Remarks& remarks)
      : blocks_(blocks), remarks_(remarks), html_(blocks, remarks) {}

  void enter_block(MD_BLOCKTYPE, const void* detail);
  void leave_block(MD_BLOCKTYPE, const void* detail);
  void enter_span(MD_SPANTYPE, const void* detail);
  void leave_span(MD_SPANTYPE);
  void text(MD_TEXTTYPE, std::string_view);

  bool is_full() const { return blocks_.room().is_full(); }

 private:
  enum class Kind { block, span };
  void open(Kind, Opening);
  void close_block();
  void end_image();
  void add_text(std::string_view);
  void add_break();
  void add_html(std::string_view part);
  std::string attribute_text(const MD_ATTRIBUTE&) const;

  BlockBuilder& blocks_;
  Remarks& remarks_;
  HtmlReader html_;
  struct Entered {
    Kind kind = Kind::block;
    BlockBuilder::Handle handle;
  };
  std::vector<Entered> open_;  // what md4c has entered and not left
  int image_depth_ = 0;        // an image's text can hold images; they are part of its alternative text
  InlineImage image_;
  bool is_verbatim_ = false;  // in a block of code or HTML
  std::string verbatim_;
  std::string tag_;  // in a line, so far
  TagScan tag_scan_;
};

}  // namespace lectern::deck
