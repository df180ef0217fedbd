#include "common/deck/block_builder.h"

#include <utility>

#include "common/deck/deck.h"

namespace lectern::deck {

bool BlockBuilder::open_quote() {
  return open({Kind::quote, {}, {}});
}
bool BlockBuilder::open_list(List list) {
  return open({Kind::list, std::move(list), {}});
}

bool BlockBuilder::open(Open container) {
  if (flattened_count_ > 0 || depth_ == max_nesting) {
    ++flattened_count_;
    return false;
  }
  ++depth_;
  open_.push_back(std::move(container));
  return true;
}

void BlockBuilder::open_item() {
  if (flattened_count_ > 0) {
    ++flattened_count_;
  } else {
    open_.push_back({Kind::item, {}, {}});
  }
}

void BlockBuilder::close() {
  if (flattened_count_ > 0) {
    --flattened_count_;
    return;
  }
  Open done = std::move(open_.back());
  open_.pop_back();
  if (done.kind == Kind::item) {
    open_.back().list.items.push_back({std::move(done.blocks)});
    return;
  }
  --depth_;
  if (done.kind == Kind::quote) {
    add({Quote{std::move(done.blocks)}});
  } else {
    add({std::move(done.list)});
  }
}

void BlockBuilder::add(Block block) {
  open_.back().blocks.push_back(std::move(block));
}

void BlockBuilder::flush_plain() {
  if (!inlines_.empty()) add({Plain{inlines_.take()}});
}

Blocks BlockBuilder::take() {
  flush_plain();
  return std::move(open_.front().blocks);
}

}  // namespace lectern::deck
