#include "tests/bench/touch.h"

#include <chrono>
#include <cstdio>
#include <stdexcept>
#include <string>

#include "tests/support/process.h"

namespace lectern::bench {

/// It speaks to the page in TypeScript, as the tests of the pages do: tests/web/bench/touch.ts.
void measure_touch(int presses) {
  const std::string npm = LECTERN_NPM_DIR;
  test::Process walk({"node", LECTERN_BIN_DIR "/../tests/web/touch.cjs", std::to_string(presses)},
                     {"LECTERN_BIN_DIR=" LECTERN_BIN_DIR, "LECTERN_SOURCE_DIR=" LECTERN_SOURCE_DIR,
                      "LECTERN_NPM_DIR=" + npm, "NODE_PATH=" + npm + "/node_modules"});
  // It is quiet for as long as it presses.
  while (const auto line = walk.read_line(std::chrono::minutes(10))) {
    std::printf("%s\n", line->c_str());
    std::fflush(stdout);
  }
  if (walk.wait() != 0) throw std::runtime_error("the page cannot be touched: " + walk.errors());
}

}  // namespace lectern::bench
