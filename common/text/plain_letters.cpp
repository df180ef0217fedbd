#include "common/text/plain_letters.h"

#include "common/text/small_letters.h"
#include "common/text/text.h"

namespace lectern {
namespace {

/// For each character of a row of Unicode the letter that it is an accented form of; '.': it is none.
struct Row {
  char32_t first;
  std::string_view letters;
};

constexpr Row rows_of_letters[] = {{0x00C0,
                                    "aaaaaa.ceeeeiiiidnooooo.ouuuuy..aaaaaa.ceeeeiiiidnooooo.ouuuuy.y"
                                    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.lllllll"
                                    "lllnnnnnn.nnoooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"},
                                   {0x1E00,
                                    "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmm"
                                    "mmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv"
                                    "wwwwwwwwwwxxxxyyzzzzzzhtwy......aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
                                    "eeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy......"}};

bool is_combining_mark(char32_t c) {
  return c >= 0x0300 && c <= 0x036F;
}

char32_t without_accent(char32_t c) {
  for (const Row& row : rows_of_letters)
    if (c >= row.first && c - row.first < row.letters.size() && row.letters[c - row.first] != '.')
      return static_cast<char32_t>(row.letters[c - row.first]);
  return c;
}

}  // namespace

std::string plain_letters(std::string_view utf8) {
  const std::string small = small_letters(utf8);
  std::string plain;
  plain.reserve(small.size());
  for (std::string_view rest = small; !rest.empty();)
    if (const char32_t c = take_code_point(rest); !is_combining_mark(c))
      append_code_point(plain, without_accent(c));
  return plain;
}

}  // namespace lectern
