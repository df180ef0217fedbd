#include "common/base/operator_token.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "common/base/folders.h"
#include "tests/support/runtime_folder.h"

namespace lectern {
namespace {

namespace fs = std::filesystem;

constexpr std::uint16_t port = 7070;

/// `text` in the token's file, with these permissions.
void leave(const std::string& text, fs::perms permissions) {
  fs::create_directories(runtime_folder());
  std::ofstream(operator_token_file(port)) << text;
  fs::permissions(operator_token_file(port), permissions);
}

TEST(OperatorToken, IsReadByProgramsOfItsUserAsLongAsItIsThere) {
  {
    const auto token = OperatorToken::make(port);
    ASSERT_TRUE(token.has_value());
    EXPECT_EQ(token->text().size(), 64u);
    EXPECT_EQ(read_operator_token(port), token->text());
    EXPECT_EQ(read_operator_token(port + 1), "");
  }
  EXPECT_EQ(read_operator_token(port), "");
  EXPECT_FALSE(fs::exists(operator_token_file(port)));
}

TEST(OperatorToken, IsForNobodyElse) {
  const auto token = OperatorToken::make(port);
  struct stat file {};
  ASSERT_EQ(stat(operator_token_file(port).c_str(), &file), 0);
  EXPECT_EQ(file.st_mode & 07777u, 0600u);
  struct stat folder {};
  ASSERT_EQ(stat(runtime_folder().c_str(), &folder), 0);
  EXPECT_EQ(folder.st_mode & 07777u, 0700u);
}

TEST(OperatorToken, IsAnotherAtEveryStart) {
  const std::string first = OperatorToken::make(port)->text();
  EXPECT_NE(OperatorToken::make(port)->text(), first);
}

TEST(OperatorToken, TakesThePlaceOfOneThatAKilledPresenterLeft) {
  leave(std::string(64, 'a'), fs::perms::owner_read);
  const auto token = OperatorToken::make(port);
  ASSERT_TRUE(token.has_value());
  EXPECT_EQ(read_operator_token(port), token->text());
}

TEST(OperatorToken, IsNotTakenFromAFileThatOthersCanReadOrThatIsNone) {
  const std::string text(64, 'a');
  leave(text, fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(read_operator_token(port), text);
  leave(text, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  EXPECT_EQ(read_operator_token(port), "");
  leave(text + "a", fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(read_operator_token(port), "");
  const fs::path elsewhere = runtime_folder() / "elsewhere";
  fs::rename(operator_token_file(port), elsewhere);
  std::ofstream(elsewhere) << text;
  fs::create_symlink(elsewhere, operator_token_file(port));
  EXPECT_EQ(read_operator_token(port), "");
  fs::remove(operator_token_file(port));
}

TEST(OperatorToken, LeavesTheOneOfALaterPresenterAlone) {
  const auto later = [] {
    const auto first = OperatorToken::make(port);
    return OperatorToken::make(port);
  }();
  EXPECT_EQ(read_operator_token(port), later->text());
}

TEST(OperatorToken, SaysWhyThereIsNone) {
  fs::remove_all(runtime_folder());
  std::ofstream(runtime_folder()) << "in the way";
  const auto token = OperatorToken::make(port);
  EXPECT_FALSE(token.has_value());
  EXPECT_NE(token.error().message.find("cannot be written"), std::string::npos) << token.error().message;
  fs::remove(runtime_folder());
}

}  // namespace
}  // namespace lectern
