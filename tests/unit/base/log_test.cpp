#include "common/base/log.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <string>

namespace lectern {
namespace {

/// Standard error is a pipe from now on that nobody reads, with no room left.
void stop_the_terminal() {
  int ends[2];
  ASSERT_EQ(pipe2(ends, O_NONBLOCK), 0);
  const std::string block(4096, '.');
  while (write(ends[1], block.data(), block.size()) > 0) {
  }
  fcntl(ends[1], F_SETFL, 0);
  dup2(ends[1], STDERR_FILENO);
}

TEST(Log, AProgramGoesOnAndEndsThoughNobodyReadsWhatItLogs) {
  EXPECT_EXIT(
      {
        stop_the_terminal();
        log_to_stderr();
        for (int line = 0; line < 5000; ++line) log_info("somebody floods the port");
        std::exit(0);
      },
      testing::ExitedWithCode(0), "");
}

}  // namespace
}  // namespace lectern
