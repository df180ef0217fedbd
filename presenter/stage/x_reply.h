// What XCB allocates.
#pragma once

#include <cstdlib>
#include <memory>

namespace lectern::stage {

struct FreeReply {
  void operator()(void* reply) const { std::free(reply); }
};

template <class T>
using XReply = std::unique_ptr<T, FreeReply>;

}  // namespace lectern::stage
