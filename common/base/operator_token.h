// By which a presenter knows its own user's programs on the same machine: a secret in a file that nobody else
// can read.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "common/base/result.h"

namespace lectern {

/// A token of this start in its file, which goes when this goes.
class OperatorToken {
 public:
  /// Of the presenter that listens on this port of 127.0.0.1. It takes the place of one that was left behind.
  static Result<OperatorToken> make(std::uint16_t port);

  /// Nobody's: no program can prove itself.
  OperatorToken() = default;
  OperatorToken(OperatorToken&&) noexcept;
  OperatorToken& operator=(OperatorToken&&) = delete;
  ~OperatorToken();

  const std::string& text() const { return text_; }

 private:
  std::uint16_t port_ = 0;
  std::string text_;  ///< 64 hexadecimal digits, or empty
};

/// Where the presenter of this user on this port keeps its token; empty where there is no folder for it.
std::filesystem::path operator_token_file(std::uint16_t port);

/// The token in that file; empty where there is none, or one that others can read or have made.
std::string read_operator_token(std::uint16_t port);

}  // namespace lectern
