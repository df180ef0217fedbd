// One direction of a sealed connection: each message under the next number, so that none can be repeated,
// left out or moved.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/trust/bytes.h"

namespace lectern::trust {

class Sealer {
 public:
  explicit Sealer(const Key& key) : key_(key) {}
  std::string seal(std::string_view message);

 private:
  Key key_;
  std::uint64_t next_ = 0;
};

class Opener {
 public:
  explicit Opener(const Key& key) : key_(key) {}

  /// nullopt: it is not the message that the other end sealed next. Nothing more is to be taken from there.
  std::optional<std::string> open(std::string_view sealed);

 private:
  Key key_;
  std::uint64_t next_ = 0;
};

}  // namespace lectern::trust
