#include "presenter/app/folder_watch.h"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <filesystem>
#include <string_view>

#include "tests/support/folder.h"

namespace lectern::app {
namespace {

namespace fs = std::filesystem;

class FolderWatchTest : public testing::Test {
 protected:
  FolderWatchTest() {
    write("deck/slides.md", "# One");
    watch_.add({deck_});
  }

  void write(const fs::path& file, std::string_view text) const {
    fs::create_directory((folder_.path() / file).parent_path());
    folder_.write(file, text);
  }

  /// Whether it notices what is done, or was done since it last noticed something.
  bool notices() {
    bool has_noticed = false;
    io_.restart();
    boost::asio::co_spawn(io_, watch_.changed(std::chrono::milliseconds(1)),
                          [&](const std::exception_ptr&) { has_noticed = true; });
    io_.run_for(std::chrono::seconds(20));
    return has_noticed;
  }

  test::Folder folder_;
  const fs::path deck_ = folder_.path() / "deck";
  boost::asio::io_context io_;
  FolderWatch watch_{io_};
};

TEST_F(FolderWatchTest, NoticesAFileThatIsWritten) {
  write("deck/slides.md", "# Two");
  EXPECT_TRUE(notices());
}

TEST_F(FolderWatchTest, WatchesAFolderThatIsRemovedAndMadeAgain) {
  fs::remove_all(deck_);
  EXPECT_TRUE(notices());
  write("deck/slides.md", "# Two");
  EXPECT_TRUE(notices());
  write("deck/slides.md", "# Three");
  EXPECT_TRUE(notices());
}

TEST_F(FolderWatchTest, WatchesAFolderThatIsMovedAwayAndBack) {
  fs::rename(deck_, folder_.path() / "elsewhere");
  EXPECT_TRUE(notices());
  fs::rename(folder_.path() / "elsewhere", deck_);
  EXPECT_TRUE(notices());
  write("deck/slides.md", "# Two");
  EXPECT_TRUE(notices());
}

TEST_F(FolderWatchTest, WatchesAFolderThatIsThereOnlyLater) {
  watch_.add({folder_.path() / "img"});
  write("img/bridge.jpg", "");
  EXPECT_TRUE(notices());
  write("img/bridge.jpg", "x");
  EXPECT_TRUE(notices());
}

TEST_F(FolderWatchTest, EndsAWaitWhenItIsClosed) {
  watch_.add({folder_.path() / "img"});
  boost::asio::post(io_, [this] { watch_.close(); });
  EXPECT_TRUE(notices());
}

}  // namespace
}  // namespace lectern::app
