#include "common/client/known_presenters.h"

#include <gtest/gtest.h>

#include "tests/support/folder.h"

namespace lectern::client {
namespace {

const KnownPresenter chamber{"192.168.1.20", 7070, Fingerprint{1, 2}, {3, trust::Key{4, 5}}};

TEST(KnownPresenters, WhatWasKeptIsFoundByHostAndPort) {
  const test::Folder folder;
  const KnownPresenters known(folder.path() / "lectern");
  EXPECT_EQ(*known.find("192.168.1.20", 7070), std::nullopt) << "there is no file yet";
  ASSERT_TRUE(known.keep(chamber));
  EXPECT_EQ(*known.find("192.168.1.20", 7070), chamber);
  EXPECT_EQ(*known.find("192.168.1.20", 7071), std::nullopt);
}

TEST(KnownPresenters, PairingAgainTakesThePlaceOfWhatWasKnown) {
  const test::Folder folder;
  const KnownPresenters known(folder.path());
  ASSERT_TRUE(known.keep(chamber));
  KnownPresenter again = chamber;
  again.device.number = 8;
  ASSERT_TRUE(known.keep(again));
  EXPECT_EQ((**known.find("192.168.1.20", 7070)).device.number, 8u);
}

TEST(KnownPresenters, WhatSomebodyBrokeIsLeftOut) {
  EXPECT_EQ(known_presenters_of(to_text({chamber})), std::vector{chamber});
  EXPECT_TRUE(known_presenters_of("not JSON").empty());
  EXPECT_TRUE(known_presenters_of(R"({"presenters": 5})").empty());
  EXPECT_TRUE(
      known_presenters_of(R"({"presenters": [{"host": "a", "port": 99999}, 5, {"host": "a"}]})").empty());
}

}  // namespace
}  // namespace lectern::client
