#include "presenter/stage/frame_store.h"

#include <gtest/gtest.h>

#include <atomic>
#include <mutex>
#include <semaphore>

namespace lectern::stage {
namespace {

constexpr PixelSize tiny{2, 2};
constexpr std::size_t frame_bytes = 16;

FrameKey slide(std::size_t index, PixelSize size = tiny) {
  return {FrameKey::Subject::slide, index, size};
}

/// A store whose worker paints a frame each time the test lets it, and one that paints drafts at once.
class Store : public testing::Test {
 protected:
  explicit Store(std::size_t max_frames = 100, int worker_count = 1)
      : store_(
            [this]() -> Result<Paint> { return Paint([this](const FrameKey& key) { return paint(key); }); },
            worker_count,
            [this] {
              return Result<Paint>([this](const FrameKey& key) {
                drafted_.release();
                return Pixmap(key.display);
              });
            },
            max_frames* frame_bytes,
            [this](const FrameKey& key) {
              fetched_ = key.slide_index;
              fetched_.notify_all();
            }) {
    store_.on_finished([this] { finished_.release(); });
  }
  ~Store() override { allowed_.release(1000); }

  Pixmap paint(const FrameKey& key) {
    started_.release();
    allowed_.acquire();
    {
      const std::lock_guard lock(mutex_);  // two may paint at once
      order_.push_back(key.slide_index);
    }
    return Pixmap(key.display);
  }
  void paint(int count) {
    for (int i = 0; i < count; ++i) {
      allowed_.release();
      finished_.acquire();
    }
  }

  std::counting_semaphore<> started_{0}, allowed_{0}, finished_{0}, drafted_{0};
  std::mutex mutex_;
  std::vector<std::size_t> order_;        ///< of painting; read between paint()s
  std::atomic<std::size_t> fetched_ = 0;  ///< the last slide whose pictures were
  FrameStore store_;
};

class SmallStore : public Store {
 protected:
  SmallStore() : Store(4) {}
};

class LargerStore : public Store {
 protected:
  LargerStore() : Store(12) {}

  static std::vector<FrameKey> ten_slides() {
    std::vector<FrameKey> keys;
    for (std::size_t index = 0; index < 10; ++index) keys.push_back(slide(index));
    return keys;
  }
};

class StoreWithAWorkerAhead : public Store {
 protected:
  StoreWithAWorkerAhead() : Store(100, 2) {}
};

TEST_F(Store, PaintsTheMostUrgentFirst) {
  store_.want({slide(5), slide(6), slide(4)});
  paint(3);
  EXPECT_EQ(order_, (std::vector<std::size_t>{5, 6, 4}));
  EXPECT_TRUE(store_.find(slide(4)));
  EXPECT_FALSE(store_.find(slide(7)));
}

TEST_F(Store, ANewWishGoesBeforeOldOnes) {
  store_.want({slide(1), slide(2), slide(3)});
  started_.acquire();
  store_.want({slide(8), slide(1), slide(2)});
  paint(3);
  EXPECT_EQ(order_, (std::vector<std::size_t>{1, 8, 2}));
}

TEST_F(Store, DropsAFrameThatNobodyWantsAnyMore) {
  store_.want({slide(1)});
  started_.acquire();
  store_.want({slide(2)});
  paint(2);
  EXPECT_FALSE(store_.find(slide(1)));
  EXPECT_TRUE(store_.find(slide(2)));
}

TEST_F(Store, PaintsWhatItHasOnlyOnce) {
  store_.want({slide(1), slide(2)});
  paint(2);
  store_.want({slide(2), slide(1), slide(3)});
  paint(1);
  EXPECT_EQ(order_, (std::vector<std::size_t>{1, 2, 3}));
}

TEST_F(Store, TellsDisplaySizesApart) {
  store_.want({slide(1)});
  paint(1);
  store_.want({slide(1, {3, 3})});
  EXPECT_FALSE(store_.find(slide(1, {3, 3})));
  paint(1);
  EXPECT_EQ(store_.find(slide(1, {3, 3}))->size, (PixelSize{3, 3}));
}

TEST_F(Store, ADraftDoesNotWaitForAFrameThatIsInHand) {
  store_.want({slide(1)});
  started_.acquire();
  store_.want({slide(5), draft_of(5, tiny)});
  finished_.acquire();
  EXPECT_TRUE(store_.find(draft_of(5, tiny)));
  EXPECT_FALSE(store_.find(slide(5)));
  paint(2);
  EXPECT_TRUE(store_.find(slide(5)));
}

TEST_F(Store, ADraftIsPractisedBeforeAnybodyWantsOneAndKeptByNobody) {
  store_.want({slide(1), slide(2)});
  paint(2);
  drafted_.acquire();
  EXPECT_FALSE(store_.find(draft_of(1, tiny)));
}

TEST_F(Store, ADraftGoesAsSoonAsItIsNotWanted) {
  store_.want({draft_of(5, tiny)});
  finished_.acquire();
  store_.want({slide(5)});
  EXPECT_FALSE(store_.find(draft_of(5, tiny)));
}

TEST_F(StoreWithAWorkerAhead, WhatIsWantedNowWaitsForNothingThatIsPaintedAhead) {
  store_.want({slide(1), slide(2)});
  started_.acquire();
  paint(1);
  started_.acquire();  // 2, by the worker ahead, who is not let on
  store_.want({slide(9), slide(2)});
  started_.acquire();
  allowed_.release(2);
  finished_.acquire();
  finished_.acquire();
  EXPECT_TRUE(store_.find(slide(9)));
}

TEST_F(StoreWithAWorkerAhead, NothingIsBegunAheadWhileSomebodyWaits) {
  store_.want({slide(1), slide(2)});
  started_.acquire();
  EXPECT_FALSE(started_.try_acquire());
  paint(1);
  started_.acquire();
}

TEST_F(Store, ThePicturesOfWhatIsWantedNowAreFetchedBesideItsPainter) {
  store_.want({slide(7), slide(8)});
  started_.acquire();  // and waits
  fetched_.wait(0);
  EXPECT_EQ(fetched_, 7u);
}

TEST_F(SmallStore, ForgetsWhatWasLongestUnwanted) {
  for (std::size_t index = 0; index < 4; ++index) {
    store_.want({slide(index)});
    paint(1);
  }
  store_.want({slide(0)});
  store_.want({slide(9)});
  paint(1);
  EXPECT_TRUE(store_.find(slide(0)));
  EXPECT_FALSE(store_.find(slide(1)));
  EXPECT_TRUE(store_.find(slide(3)));
  EXPECT_TRUE(store_.find(slide(9)));
}

TEST_F(SmallStore, TakesNoMoreWishesThanThereIsRoomFor) {
  store_.want({slide(0), slide(1), slide(2), slide(3), slide(4), slide(5), slide(6)});
  paint(5);
  store_.want({slide(7)});
  paint(1);
  EXPECT_EQ(order_, (std::vector<std::size_t>{0, 1, 2, 3, 4, 7}));
}

TEST_F(SmallStore, WhereWhatIsAlwaysTakenLeavesLittleAQuarterIsForTheOthersAllTheSame) {
  const FrameKey content{FrameKey::Subject::content, 0, tiny};  // about half a frame
  const FrameKey other{FrameKey::Subject::content, 1, tiny};
  const FrameKey third{FrameKey::Subject::content, 2, tiny};
  store_.want({slide(0), slide(1), slide(2), slide(3), content, slide(5), other, third});
  paint(6);
  EXPECT_FALSE(store_.find(slide(5)));
  EXPECT_TRUE(store_.find(content) && store_.find(other))
      << "what does not fit takes nothing from those after";
  EXPECT_FALSE(store_.find(third));
}

TEST_F(LargerStore, OfHalfItsRoomTakesHalfAsMany) {
  store_.want(ten_slides(), Share::half);
  paint(6);
  store_.want({slide(11)}, Share::half);
  paint(1);
  EXPECT_EQ(order_.back(), 11u) << "no seventh of the ten";
  store_.want(ten_slides());
  paint(5);
  EXPECT_TRUE(store_.find(slide(9)));
}

TEST_F(LargerStore, WithoutAShareItLetsGoAtOnceOfWhatIsNotWanted) {
  store_.want(ten_slides());
  paint(10);
  store_.want({slide(3)}, Share::nothing);
  for (const FrameKey& key : ten_slides()) EXPECT_EQ(store_.find(key) != nullptr, key == slide(3));
}

TEST(FrameStore, SaysWhyThereIsNoPainter) {
  const MakePaint none = []() -> Result<Paint> { return Error{"no fonts", "install them"}; };
  FrameStore store(none, 2, none, 1);
  const auto failure = store.wait_for_painter();
  ASSERT_TRUE(failure);
  EXPECT_EQ(failure->message, "no fonts");
}

}  // namespace
}  // namespace lectern::stage
