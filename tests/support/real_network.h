// A meeting between two machines: what is pressed over there happens once or not at all, and whoever pressed
// knows which.
#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/two_machines.h"

namespace lectern::test {

class RealNetwork : public testing::Test {
 protected:
  static constexpr std::uint16_t port = 7070;  // in a network of our own every one is free

  void SetUp() override {
    try {
      machines.emplace(port);
    } catch (const std::runtime_error& refused) {
      GTEST_SKIP() << "no network namespaces here: " << refused.what();
    }
    presenter.emplace(folder.write("slides.md", plain_deck(80)),
                      std::vector<std::string>{"--headless", "--size", "320x180"}, std::vector<std::string>{},
                      port);
    ASSERT_EQ(presenter->port(), port);
  }

  /// lectern-remote on the other machine.
  std::vector<std::string> remote(std::vector<std::string> arguments) const {
    return machines->over_there(presenter->remote_command(std::move(arguments)));
  }

  /// The slide's number, as this machine sees it.
  int number() const { return std::stoi(presenter->remote({"status"}).output); }

  /// Presses `next` over there so often. What was accepted moved one slide, what was refused or found nobody
  /// none, and of what was not confirmed nobody can know.
  void press_and_check(int count) {
    for (int i = 0; i < count; ++i) {
      const int before = number();
      const Finished pressed = run(remote({"next"}));
      const int moved = number() - before;
      if (pressed.exit_code == 0)
        EXPECT_EQ(moved, 1) << pressed.output;
      else if (pressed.exit_code == 4)
        EXPECT_TRUE(moved == 0 || moved == 1) << moved << " " << pressed.errors;
      else
        EXPECT_EQ(moved, 0) << pressed.errors;
      accepted += pressed.exit_code == 0;
    }
  }

  Folder folder;
  std::optional<TwoMachines> machines;
  std::optional<Presenter> presenter;
  int accepted = 0;
};

}  // namespace lectern::test
