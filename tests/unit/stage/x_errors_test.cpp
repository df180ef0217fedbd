#include "presenter/stage/x_errors.h"

#include <gtest/gtest.h>

#include "tests/support/xvfb.h"

// After the others: Xlib's macros are words such as None and Bool.
#include <X11/Xlib.h>

namespace lectern::stage {
namespace {

TEST(XErrors, DoNotEndTheProgram) {
  const test::Xvfb xvfb({320, 180});
  ::Display* const display = XOpenDisplay(xvfb.display().c_str());
  ASSERT_TRUE(display);
  survive_x_errors();
  XMapWindow(display, 4711);  // there is no such window
  XSync(display, False);
  EXPECT_GT(LastKnownRequestProcessed(display), 1u);
  XCloseDisplay(display);
}

}  // namespace
}  // namespace lectern::stage
