// Puts Blocks together from the outside in: containers are opened and closed, leaves are added to the
// innermost one.
#pragma once

#include <vector>

#include "common/deck/document.h"
#include "common/deck/inlines.h"

namespace lectern::deck {

class BlockBuilder {
 public:
  BlockBuilder() : open_(1) {}

  InlineBuilder& inlines() { return inlines_; }

  /// False: this is one too deep; its content goes to the container around it.
  bool open_quote();
  bool open_list(List);
  void open_item();
  /// The innermost container or item that is open.
  void close();

  void add(Block);
  /// Text without a paragraph around it becomes Plain; called where a block begins or ends.
  void flush_plain();

  Blocks take();

 private:
  enum class Kind { document, item, quote, list };
  struct Open {
    Kind kind = Kind::document;
    List list;      // where it is one
    Blocks blocks;  // of the others
  };
  bool open(Open);

  std::vector<Open> open_;   // complete blocks move outwards, so nothing points into a vector that grows
  int depth_ = 0;            // of containers
  int flattened_count_ = 0;  // containers and items that were opened too deep
  InlineBuilder inlines_;
};

}  // namespace lectern::deck
