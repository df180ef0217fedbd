// The stage in a real window, on an X server of the test's own whose screen is a file (Xvfb -fbdir).
#include <SDL2/SDL.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "presenter/stage/keys.h"
#include "tests/unit/stage/showing.h"

namespace lectern::stage {
namespace {

constexpr PixelSize screen{320, 180};

class WindowStage : public testing::Test {
 protected:
  void SetUp() override {
    if (std::system("command -v Xvfb >/dev/null") != 0) GTEST_SKIP() << "Xvfb is not installed";
    folder_ = std::filesystem::temp_directory_path() / ("lectern_x_" + std::to_string(getpid()));
    std::filesystem::create_directories(folder_);
    start_server();
  }

  ~WindowStage() override {
    if (server_ > 0) {
      kill(server_, SIGTERM);
      waitpid(server_, nullptr, 0);
    }
    std::filesystem::remove_all(folder_);
  }

  void start_server() {
    std::array<int, 2> number{};
    ASSERT_EQ(pipe(number.data()), 0);
    server_ = fork();
    if (server_ == 0) {
      const std::string number_fd = std::to_string(number[1]);
      execlp("Xvfb", "Xvfb", "-displayfd", number_fd.c_str(), "-screen", "0", "320x180x24", "-fbdir",
             folder_.c_str(), "-nolisten", "tcp", static_cast<char*>(nullptr));
      _exit(127);
    }
    close(number[1]);
    std::string display = ":";
    for (char digit = 0; read(number[0], &digit, 1) == 1 && digit != '\n';) display += digit;
    close(number[0]);
    ASSERT_GT(display.size(), 1u) << "Xvfb did not start";
    setenv("DISPLAY", display.c_str(), 1);
  }

  /// 0xRRGGBB of the screen. The file is in XWD format: a header of big-endian words, then colours, then
  /// rows.
  std::uint32_t pixel(int x, int y) const {
    std::ifstream file(folder_ / "Xvfb_screen0", std::ios::binary);
    const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
    const auto word = [&](std::size_t index) {
      std::size_t value = 0;
      for (std::size_t i = 0; i < 4; ++i) value = value << 8 | bytes.at(index * 4 + i);
      return value;
    };
    const std::size_t header_bytes = word(0), row_bytes = word(12), color_count = word(19);
    const std::size_t at = header_bytes + color_count * 12 + static_cast<std::size_t>(y) * row_bytes +
                           static_cast<std::size_t>(x) * 4;
    return static_cast<std::uint32_t>(bytes.at(at + 2) << 16 | bytes.at(at + 1) << 8 | bytes.at(at));
  }

  static void press(SDL_Keycode key, int modifiers = KMOD_NONE) {
    SDL_Event event{};
    event.type = SDL_KEYDOWN;
    event.key.keysym.sym = key;
    event.key.keysym.mod = static_cast<Uint16>(modifiers);
    SDL_PushEvent(&event);
  }

  std::filesystem::path folder_;
  pid_t server_ = -1;
};

std::uint32_t rgb(int slide_index) {
  return slide_color(slide_index) & 0xffffff;
}

TEST_F(WindowStage, FullscreenFillsTheScreenWithTheSlide) {
  const auto deck = colored_deck(3);
  Showing(deck).run({Output::fullscreen, 0, {1, 1}}, [&](Showing& showing) {
    Revision revision = 0;
    for (const int index : {0, 2, 1}) {
      showing.show(state_of(*deck, ++revision, index));
      ASSERT_TRUE(showing.wait_until_presented(revision));
      EXPECT_EQ(pixel(0, 0), rgb(index));
      EXPECT_EQ(pixel(screen.width - 1, screen.height - 1), rgb(index));
    }
  });
}

TEST_F(WindowStage, BlackIsBlack) {
  const auto deck = colored_deck(1);
  Showing(deck).run({Output::windowed, 0, screen}, [&](Showing& showing) {
    showing.show(state_of(*deck, 1, 0));
    ASSERT_TRUE(showing.wait_until_presented(1));
    auto black = state_of(*deck, 2, 0);
    black->black = true;
    showing.show(black);
    ASSERT_TRUE(showing.wait_until_presented(2));
    EXPECT_EQ(pixel(160, 90), 0u);
  });
}

TEST_F(WindowStage, KeysBecomeCommands) {
  const auto deck = colored_deck(3);
  Showing(deck).run({Output::windowed, 0, screen}, [&](Showing& showing) {
    showing.show(state_of(*deck, 1, 1));
    ASSERT_TRUE(showing.wait_until_presented(1));
    press(SDLK_F5);
    press(SDLK_ESCAPE);
    press(SDLK_PAGEDOWN);
    ASSERT_TRUE(showing.wait_for_commands(1));
    EXPECT_EQ(
        showing.commands()[0],
        session::Command(session::Step{session::Direction::next, deck->hash, {deck->slides[1].address, 0}}));
  });
}

TEST_F(WindowStage, ControlQTwiceLeaves) {
  const auto deck = colored_deck(1);
  Showing(deck).run({Output::windowed, 0, screen}, [&](Showing& showing) {
    showing.show(state_of(*deck, 1, 0));
    ASSERT_TRUE(showing.wait_until_presented(1));
    press(SDLK_q, KMOD_LCTRL);
    press(SDLK_q, KMOD_LCTRL);
    EXPECT_TRUE(showing.wait_until_closed());
  });
}

TEST_F(WindowStage, ADisplayThatIsNotThereIsSaidSo) {
  const auto stage = open_stage(Showing::material(colored_deck(1)), nullptr, {}, LECTERN_FONT_DIR,
                                {Output::windowed, 7, screen}, Clock(), {});
  ASSERT_FALSE(stage);
  EXPECT_NE(stage.error().message.find("display 7"), std::string::npos);
}

TEST(NoDisplay, IsSaidSo) {
  setenv("DISPLAY", ":4711", 1);
  const auto stage = open_stage(Showing::material(colored_deck(1)), nullptr, {}, LECTERN_FONT_DIR,
                                {Output::windowed, 0, screen}, Clock(), {});
  ASSERT_FALSE(stage);
  EXPECT_NE(stage.error().remedy.find("--headless"), std::string::npos);
}

}  // namespace
}  // namespace lectern::stage
