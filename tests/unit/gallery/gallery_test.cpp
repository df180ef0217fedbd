#include "presenter/gallery/gallery.h"

#include <gtest/gtest.h>
#include <turbojpeg.h>

#include <condition_variable>
#include <deque>

#include "tests/support/decks.h"

namespace lectern::gallery {
namespace {

constexpr std::chrono::seconds patience(60);

Pixmap decoded(const std::string& jpeg) {
  const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), tjDestroy);
  const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg.data());
  PixelSize size;
  int sampling = 0, space = 0;
  if (tjDecompressHeader3(decoder.get(), bytes, jpeg.size(), &size.width, &size.height, &sampling, &space) !=
      0)
    return {};
  Pixmap pixels(size);
  tjDecompress2(decoder.get(), bytes, jpeg.size(), reinterpret_cast<unsigned char*>(pixels.pixels.data()),
                size.width, 0, size.height, TJPF_BGRX, 0);
  return pixels;
}

/// A gallery of six slides, each of another grey and with one step; this thread is the engine's.
class OpenGallery : public testing::Test {
 protected:
  OpenGallery() {
    deck = std::make_shared<deck::Deck>(test::deck_of(std::vector<int>(6, 1), 1));
    for (std::size_t i = 0; i < deck->slides.size(); ++i) {
      const char digit = static_cast<char>('1' + i);
      deck->slides[i].background.color = "#" + std::string(6, digit);
    }
    open(Duration(60'000));
  }

  void open(Duration quiet) {
    gallery.reset();
    gallery = std::make_unique<Gallery>(
        [this](const DeckHash& hash) -> std::optional<stage::Material> {
          if (hash != deck->hash) return std::nullopt;
          return stage::Material{deck, images::pictures_below("."), {}};
        },
        Options{LECTERN_FONT_DIR, 24u << 20, quiet}, Clock(),
        [this](std::function<void()> call) {
          {
            const std::lock_guard lock(mutex);
            posted.push_back(std::move(call));
          }
          has_posted.notify_one();
        });
  }

  void show(std::size_t index, int step = 0) {
    auto state = std::make_shared<session::State>(session::first_state(*deck, 7));
    state->position = {deck->slides[index].address, step};
    gallery->see(std::move(state));
  }

  /// Does what is posted until that holds.
  [[nodiscard]] bool run_until(const std::function<bool()>& holds) {
    const auto hopeless = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
      std::unique_lock lock(mutex);
      if (!has_posted.wait_until(lock, hopeless, [&] { return !posted.empty(); })) return false;
      const auto call = std::move(posted.front());
      posted.pop_front();
      lock.unlock();
      call();
    }
    return true;
  }

  /// For what the worker does without telling.
  static void wait_until(const std::function<bool()>& holds) {
    const auto hopeless = std::chrono::steady_clock::now() + patience;
    while (!holds()) {
      ASSERT_LT(std::chrono::steady_clock::now(), hopeless);
      std::this_thread::yield();
    }
  }

  std::string name(std::uint32_t number, int step = 0) { return gallery->name_of(*deck, number, step); }

  /// Waits for it.
  server::PictureBytes picture(const std::string& of, int width) {
    bool is_done = false;
    server::PictureBytes bytes;
    gallery->order(of, width, [&](server::PictureBytes made) {
      is_done = true;
      bytes = std::move(made);
    });
    EXPECT_TRUE(run_until([&] { return is_done; }));
    return bytes;
  }

  std::shared_ptr<deck::Deck> deck;
  std::mutex mutex;
  std::condition_variable has_posted;
  std::deque<std::function<void()>> posted;
  std::unique_ptr<Gallery> gallery;
};

TEST_F(OpenGallery, PaintsASlideInTheWidthOrderedAndTheShapeOfTheStage) {
  gallery->stage_is({1024, 768});
  const auto jpeg = picture(name(3), 600);
  ASSERT_TRUE(jpeg);
  const Pixmap pixels = decoded(*jpeg);
  EXPECT_EQ(pixels.size, (PixelSize{640, 480}));
  EXPECT_NEAR(pixels.row(5)[5] & 0xff, 0x33, 3);
}

TEST_F(OpenGallery, IsSixteenToNineUntilItIsToldOtherwise) {
  EXPECT_EQ(decoded(*picture(name(1), 320)).size, (PixelSize{320, 180}));
}

TEST_F(OpenGallery, KnowsOnlyTheNamesThatItTold) {
  EXPECT_TRUE(gallery->knows(name(1)));
  EXPECT_FALSE(gallery->knows(std::string(32, 'a')));
  EXPECT_FALSE(picture(std::string(32, 'a'), 320));
}

TEST_F(OpenGallery, GivesTheSamePictureAtOnceTheSecondTime) {
  const auto first = picture(name(2), 320);
  server::PictureBytes second;
  gallery->order(name(2), 320, [&](server::PictureBytes made) { second = std::move(made); });
  EXPECT_EQ(first, second);
}

TEST_F(OpenGallery, MakesAheadWhatComesNextInTheWidthsAskedForLately) {
  show(1);
  picture(name(2), 320);
  picture(name(2), 480);
  wait_until([&] { return gallery->is_finished(name(2, 1), 320) && gallery->is_finished(name(2, 1), 480); });
  show(1, 1);
  wait_until([&] { return gallery->is_finished(name(3), 320) && gallery->is_finished(name(3), 480); });
  EXPECT_FALSE(gallery->is_finished(name(3), 640)) << "which nobody has asked for";
}

TEST_F(OpenGallery, OfADeckThatIsGoneThereIsNoPicture) {
  const std::string of_it = name(1);
  deck = std::make_shared<deck::Deck>(*deck);
  deck->hash = "another";
  EXPECT_TRUE(gallery->knows(of_it));
  EXPECT_FALSE(picture(of_it, 320));
}

TEST_F(OpenGallery, LetsItsPainterGoAfterAWhileAndFindsAnother) {
  open(Duration(1));
  EXPECT_FALSE(gallery->is_awake());
  EXPECT_TRUE(picture(name(1), 320));
  wait_until([&] { return !gallery->is_awake(); });
  EXPECT_TRUE(picture(name(2), 320));
}

TEST_F(OpenGallery, TellsEverybodyOfAThousandWhoWait) {
  int told = 0;
  for (int i = 0; i < 1000; ++i)
    gallery->order(name(1), 320, [&](const server::PictureBytes& made) { told += made ? 1 : 0; });
  EXPECT_TRUE(run_until([&] { return told == 1000; }));
}

TEST_F(OpenGallery, ThatIsClosedTellsEverybodyThatThereIsNothing) {
  int told = 0;
  const auto count = [&](const server::PictureBytes& made) { told += made ? 1000 : 1; };
  for (const std::uint32_t number : {1, 2, 3}) gallery->order(name(number), 2560, count);
  gallery->close();
  EXPECT_EQ(told, 3);
  gallery->order(name(4), 320, count);
  EXPECT_EQ(told, 4);
}

}  // namespace
}  // namespace lectern::gallery
