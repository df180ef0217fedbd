// HTML in a deck: its elements opened and closed in a BlockBuilder.
#pragma once

#include <string>
#include <string_view>

#include "common/deck/markup/block_builder.h"
#include "common/deck/markup/remarks.h"

namespace lectern::deck {

class HtmlReader {
 public:
  HtmlReader(BlockBuilder& blocks, Remarks& remarks) : blocks_(blocks), remarks_(remarks) {}

  /// A whole block of HTML, which begins at the place of the remarks.
  void read(std::string_view html);

  /// One tag or comment, whole.
  void read_tag(std::string_view tag);

 private:
  void read_comment(std::string_view comment);
  void open(std::string_view tag, const std::string& name);
  void unknown(std::string_view tag);

  BlockBuilder& blocks_;
  Remarks& remarks_;
  int foreign_depth_ = 0;  // of elements such as <svg>, whose inner tags are their own affair
};

}  // namespace lectern::deck
