#include "presenter/app/sealed_pictures.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "tests/support/folder.h"

namespace lectern::app {
namespace {

namespace fs = std::filesystem;

deck::Deck deck_with(std::string_view text) {
  return std::move(deck::read_deck(text)->deck);
}

std::string content(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

fs::path copy_of(const SealedPictures& pictures, std::string_view name, const fs::path& original) {
  auto path = pictures.find(name);
  for (; path == original; path = pictures.find(name)) std::this_thread::yield();
  return path.value_or("");
}

TEST(SealedPictures, StayWhenTheirMediumIsPulled) {
  const test::Folder folder;
  const fs::path map = folder.write("map.png", "a map");
  fs::path copy;
  {
    SealedPictures pictures(deck_with("![Map](map.png)\n\n![None](none.png)"), map.parent_path());
    EXPECT_EQ(pictures.find("map.png"), map);
    EXPECT_FALSE(pictures.find("none.png"));
    pictures.begin();
    copy = copy_of(pictures, "map.png", map);
    fs::remove(map);
    EXPECT_EQ(content(copy), "a map");
    EXPECT_EQ(fs::status(copy.parent_path()).permissions(), fs::perms::owner_all);
  }
  EXPECT_FALSE(fs::exists(copy.parent_path()));
}

TEST(SealedPictures, AreCopiedAgainOnlyWhereTheyChanged) {
  const test::Folder folder;
  const fs::path same = folder.write("same.png", "same"), other = folder.write("other.png", "before");
  const deck::Deck deck = deck_with("![](same.png) ![](other.png)");
  SealedPictures first(deck, same.parent_path());
  first.begin();
  const fs::path first_same = copy_of(first, "same.png", same),
                 first_other = copy_of(first, "other.png", other);
  EXPECT_EQ(SealedPictures(deck, same.parent_path(), &first).stamp(), first.stamp());

  folder.write("other.png", "afterwards");
  SealedPictures second(deck, same.parent_path(), &first);
  EXPECT_NE(second.stamp(), first.stamp());
  second.begin();
  EXPECT_EQ(copy_of(second, "same.png", same), first_same);
  EXPECT_EQ(content(copy_of(second, "other.png", other)), "afterwards");
  EXPECT_EQ(content(first_other), "before");
}

TEST(SealedPictures, WhatAKilledProcessLeftGoes) {
  const fs::path left = fs::temp_directory_path() / "lectern-pictures-999999999-abcdef";
  fs::create_directories(left);
  const test::Folder folder;
  const fs::path map = folder.write("map.png", "a map");
  SealedPictures pictures(deck_with("![Map](map.png)"), map.parent_path());
  pictures.begin();
  copy_of(pictures, "map.png", map);
  EXPECT_FALSE(fs::exists(left));
}

}  // namespace
}  // namespace lectern::app
