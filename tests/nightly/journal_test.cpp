#include "tests/support/journal_kills.h"

namespace lectern {
namespace {

class KilledAtTenThousandInstants : public testing::TestWithParam<unsigned> {};

TEST_P(KilledAtTenThousandInstants, TheNextRunFindsEveryRecordedState) {
  test::kill_while_writing(1000, GetParam());
}

INSTANTIATE_TEST_SUITE_P(Thousands, KilledAtTenThousandInstants, testing::Range(1u, 11u));

}  // namespace
}  // namespace lectern
