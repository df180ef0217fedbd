#include "presenter/gallery/orders.h"

#include <gtest/gtest.h>

namespace lectern::gallery {
namespace {

PictureView slide(std::uint32_t number) {
  return {"deck", number, 0};
}

Wanted picture(std::uint32_t number, int width = 960) {
  return {slide(number), {width, width * 9 / 16}};
}

const Done nobody = [](const server::PictureBytes&) {};

void add(Orders& orders, const Wanted& wanted) {
  EXPECT_TRUE(orders.add(wanted, nobody).empty());
}

TEST(Orders, AreMadeOnceForAllWhoWait) {
  Orders orders(10);
  for (int i = 0; i < 3; ++i) add(orders, picture(1));
  EXPECT_EQ(orders.take(), picture(1));
  EXPECT_FALSE(orders.has_any());
  add(orders, picture(1));
  EXPECT_FALSE(orders.has_any()) << "it is in hand";
  EXPECT_EQ(orders.finish(picture(1)).size(), 4u);
}

TEST(Orders, ThatCameLastGoFirst) {
  Orders orders(10);
  for (const std::uint32_t number : {1, 2, 3}) add(orders, picture(number));
  add(orders, picture(1));
  EXPECT_EQ(orders.take(), picture(1));
  EXPECT_EQ(orders.take(), picture(3));
  EXPECT_EQ(orders.take(), picture(2));
  EXPECT_EQ(orders.take(), std::nullopt);
}

TEST(Orders, OfWhatIsOnTheStageComeBeforeAllOthersSmallOnesFirst) {
  Orders orders(10);
  orders.present({slide(1)});
  add(orders, picture(1, 1920));
  add(orders, picture(1, 640));
  add(orders, picture(2));
  EXPECT_EQ(orders.take(), picture(1, 640));
  EXPECT_EQ(orders.take(), picture(1, 1920));
  EXPECT_EQ(orders.take(), picture(2));
}

TEST(Orders, ThatAreTooManyGiveUpTheOldestButNeverWhatIsOnTheStage) {
  Orders orders(2);
  orders.present({slide(1)});
  add(orders, picture(1));
  add(orders, picture(2));
  add(orders, picture(2));
  add(orders, picture(3));
  EXPECT_EQ(orders.add(picture(4), nobody).size(), 2u) << "both who waited for slide 2";
  EXPECT_EQ(orders.take(), picture(1));
  EXPECT_EQ(orders.take(), picture(4));
  EXPECT_EQ(orders.take(), picture(3));
  EXPECT_FALSE(orders.has_any());
}

TEST(Orders, ComeBeforeWhatIsOnlyExpected) {
  Orders orders(10);
  orders.expect({picture(7), picture(8)});
  add(orders, picture(1));
  EXPECT_EQ(orders.take(), picture(1));
  EXPECT_EQ(orders.take(), picture(7));
  EXPECT_EQ(orders.take(), picture(8));
  EXPECT_FALSE(orders.has_any());
}

TEST(Orders, OfWhatIsExpectedAreMadeOnce) {
  Orders orders(10);
  orders.expect({picture(7)});
  add(orders, picture(7));
  EXPECT_EQ(orders.take(), picture(7));
  EXPECT_FALSE(orders.has_any());
  orders.expect({picture(7)});
  EXPECT_FALSE(orders.has_any()) << "it is in hand";
  EXPECT_EQ(orders.finish(picture(7)).size(), 1u);
}

TEST(Orders, ThatAreExpectedTakeThePlaceOfEarlierOnes) {
  Orders orders(10);
  orders.expect({picture(7)});
  orders.expect({picture(8)});
  EXPECT_EQ(orders.take(), picture(8));
  EXPECT_EQ(orders.take(), std::nullopt);
}

TEST(Orders, AreAllCancelledTheOneInHandToo) {
  Orders orders(10);
  for (const std::uint32_t number : {1, 2}) add(orders, picture(number));
  orders.expect({picture(3)});
  orders.take();
  EXPECT_EQ(orders.cancel().size(), 2u);
  EXPECT_FALSE(orders.has_any());
  EXPECT_TRUE(orders.finish(picture(2)).empty());
}

}  // namespace
}  // namespace lectern::gallery
