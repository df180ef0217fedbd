#include "tests/bench/touch.h"

#include <cstdio>
#include <stdexcept>
#include <string>

#include "tests/support/process.h"

namespace lectern::bench {

/// It speaks to the page in TypeScript, as the tests of the pages do: tests/web/bench/touch.ts.
void measure_touch(int presses) {
  const std::string npm = LECTERN_NPM_DIR;
  const test::Finished walked =
      test::run({"node", LECTERN_BIN_DIR "/../tests/web/touch.cjs", std::to_string(presses)},
                {"LECTERN_BIN_DIR=" LECTERN_BIN_DIR, "LECTERN_SOURCE_DIR=" LECTERN_SOURCE_DIR,
                 "LECTERN_NPM_DIR=" + npm, "NODE_PATH=" + npm + "/node_modules"});
  if (walked.exit_code != 0) throw std::runtime_error("the page cannot be touched: " + walked.errors);
  std::printf("%s", walked.output.c_str());
  std::fflush(stdout);
}

}  // namespace lectern::bench
