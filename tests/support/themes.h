// The themes that come with the program, from their sources.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "common/typeset/read_theme.h"

namespace lectern::test {

inline std::string theme_css(std::string_view name) {
  std::ifstream file(LECTERN_SOURCE_DIR "/common/typeset/themes/" + std::string(name) + ".css",
                     std::ios::binary);
  return {std::istreambuf_iterator(file), {}};
}

inline typeset::Theme theme(std::string_view name) {
  const auto read = typeset::read_theme(theme_css(name));
  EXPECT_TRUE(read && read->remarks.empty()) << name;
  return read ? read->theme : typeset::Theme();
}

inline const typeset::Theme& night() {
  static const typeset::Theme night = theme("night");
  return night;
}

}  // namespace lectern::test
