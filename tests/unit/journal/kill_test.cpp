#include "tests/support/journal_kills.h"

namespace lectern::journal {
namespace {

TEST(KilledAtAnyInstant, TheNextRunFindsEveryRecordedState) {
  test::kill_while_writing(200, 1);
}

}  // namespace
}  // namespace lectern::journal
