// A deck shown on an X display by some program, as the bench sees it: from outside.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/xvfb.h"

namespace lectern::bench {

class Show {
 public:
  virtual ~Show() = default;

  /// What jumps to a slide of the first row (number from 1) when it is called; all that takes time before is
  /// done. The show must be up.
  virtual std::function<void()> jump_to(int number) = 0;

  /// The number of the slide that it is at.
  virtual int number() = 0;

  /// Its processes, whose children count as well.
  virtual std::vector<pid_t> processes() const = 0;
};

struct Program {
  std::string name;
  std::function<std::unique_ptr<Show>()> start;  ///< returns as soon as it is executed
};

Program lectern(const std::string& deck, const test::Xvfb&);

/// reveal-md in Chromium in kiosk mode. Its server starts here, so that a start is Chromium's alone.
Program reveal_md(const std::string& deck, const test::Xvfb&);

}  // namespace lectern::bench
