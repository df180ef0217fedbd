#include "presenter/export/pdf.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>

#include "tests/unit/export/exported.h"
#include "tests/unit/images/test_pictures.h"

namespace lectern::exporting {
namespace {

constexpr PixelSize display{960, 540};

class PdfTest : public testing::Test {
 protected:
  Result<Outcome> write(const deck::Deck& deck, Pages pages = Pages::slides, const Progress& progress = {}) {
    auto painter = painter_in(folder_);
    return write_pdf(deck, painter, pages, display, path_, progress);
  }

  PdfFile written(std::string_view text, Pages pages = Pages::slides) {
    const auto outcome = write(deck_from(text), pages);
    EXPECT_TRUE(outcome && *outcome == Outcome::written);
    return PdfFile(path_);
  }

  /// A picture without two equal neighbours, and not the same for another seed.
  void add_photograph(const std::string& name, std::uint32_t seed) {
    std::vector<std::uint32_t> pixels(64 * 36);
    for (std::uint32_t& pixel : pixels) pixel = 0xff000000 | (seed = seed * 1664525 + 1013904223) >> 8;
    const images::FileBytes bytes = images::bmp(64, 36, pixels);
    folder_.write(name, {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
  }

  test::Folder folder_;
  std::filesystem::path path_ = folder_.path() / "out.pdf";
};

TEST_F(PdfTest, HasAPageOfTheDisplaysProportionsForEverySlide) {
  PdfFile pdf =
      written("# One\n\n---\n\n# Two\n\n---\n\n<!-- .slide: data-visibility=\"hidden\" -->\n# Hidden\n");
  ASSERT_EQ(pdf.pages().size(), 2u);
  auto box = pdf.pages()[1].getMediaBox().getArrayAsVector();
  EXPECT_EQ(box[2].getNumericValue(), 960);
  EXPECT_EQ(box[3].getNumericValue(), 540);
}

TEST_F(PdfTest, SaysWhatItIsCalledWhoWroteItAndInWhichLanguage) {
  PdfFile pdf = written("---\ntitle: Łódź 2024\nauthor: Cllr Pervez Choudhury\nlang: en-GB\n---\n# One\n");
  EXPECT_EQ(pdf.about().getKey("/Title").getUTF8Value(), "Łódź 2024");
  EXPECT_EQ(pdf.about().getKey("/Author").getUTF8Value(), "Cllr Pervez Choudhury");
  EXPECT_EQ(pdf.catalog().getKey("/Lang").getUTF8Value(), "en-GB");
  EXPECT_TRUE(pdf.catalog().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
  EXPECT_TRUE(pdf.catalog().getKey("/MarkInfo").getKey("/Marked").getBoolValue());
}

TEST_F(PdfTest, HasAnOutlineWithStacksBelowTheirFirstSlide) {
  PdfFile pdf = written(
      "---\nverticalSeparator: ^\\+{3}\n---\n# One\n\n---\n\n# Two\n+++\n# Two and a half\n\n---\n\n");
  EXPECT_EQ(pdf.outline(), "One > 1 Two > 2 (Two and a half > 3) Slide 3 > 4");
}

TEST_F(PdfTest, LinksLeadToPagesAndToTheWeb) {
  PdfFile pdf = written(
      "[there](#/1), [by name](#/end), [nowhere](#/7), [town](https://example.org/a?b=(c)&d='e'), "
      "[mail](mailto:a@example.org), [bad](javascript:alert(1)), [file](other.pdf)\n\n---\n\n"
      "<!-- .slide: id=\"end\" -->\n# End\n");
  EXPECT_EQ(pdf.links(0), (std::vector<std::string>{"2", "2", "https://example.org/a?b=%28c%29&d=%27e%27",
                                                    "mailto:a@example.org"}));
  EXPECT_TRUE(pdf.links(1).empty());
}

TEST_F(PdfTest, IsTaggedAsWhatTheAuthorWrote) {
  PdfFile pdf = written("# Title\n\nText\n\n---\n\n- a\n  - b\n\n| A | B |\n|---|---|\n| 1 | 2 |\n");
  EXPECT_EQ(pdf.structure(),
            "Document(Sect(H1(Span) P(Span)) Sect("
            "L(LI(LBody(Span L(LI(LBody(Span))))))"
            " Table(TR(TH(Span) TH(Span)) TR(TD(Span) TD(Span)))))");
}

TEST_F(PdfTest, CellsSayOverHowManyColumnsAndRowsTheyGo) {
  add_photograph("map.bmp", 1);
  PdfFile pdf = written(
      "![Map](map.bmp)\n\n<table><tr><th colspan=\"2\">A</th><th>B</th></tr>"
      "<tr><td rowspan=\"2\">1</td><td>2</td><td>3</td></tr><tr><td colspan=\"2\">4</td></tr></table>\n");
  EXPECT_EQ(pdf.structure(),
            "Document(Sect(P(Figure: Map) Table(TR(TH ColSpan=2(Span) TH(Span))"
            " TR(TD RowSpan=2(Span) TD(Span) TD(Span)) TR(TD ColSpan=2(Span)))))");
}

TEST_F(PdfTest, PicturesSayWhatTheyShowAndDecorationSaysNothing) {
  add_photograph("bridge.bmp", 1);
  PdfFile pdf = written(
      "![The new bridge – “open”](bridge.bmp)\n\n---\n\nWords <img src=\"bridge.bmp\" alt=\"\">\n\n---\n\n"
      "And ![A map](missing.png) ![Łódź](bridge.bmp)\n");
  EXPECT_EQ(pdf.structure(),
            "Document(Sect(P(Figure: The new bridge – “open”)) Sect(P(Span))"
            " Sect(P(Span Figure: A map Figure: Łódź)))");
}

TEST_F(PdfTest, PhotographsAreKeptOnceAsJpegAndDrawingsAsTheyAre) {
  add_photograph("a.bmp", 1);
  add_photograph("b.bmp", 2);
  const images::FileBytes flat = images::bmp(8, 8, std::vector<std::uint32_t>(64, 0xff00ff00));
  folder_.write("flat.bmp", {reinterpret_cast<const char*>(flat.data()), flat.size()});
  PdfFile pdf = written("![](a.bmp)\n\n---\n\n![](a.bmp)\n\n---\n\n![](b.bmp)\n\n---\n\n![](flat.bmp)\n");
  const auto picture = [&](std::size_t page_index) {
    auto pictures = pdf.pictures(page_index);
    EXPECT_EQ(pictures.size(), 1u);
    return pictures.front();
  };
  EXPECT_TRUE(picture(0).getDict().getKey("/Filter").isNameAndEquals("/DCTDecode"));
  EXPECT_EQ(picture(0).getObjGen(), picture(1).getObjGen());
  EXPECT_NE(picture(0).getObjGen(), picture(2).getObjGen());
  EXPECT_TRUE(picture(3).getDict().getKey("/Filter").isNameAndEquals("/FlateDecode"));
}

TEST_F(PdfTest, NotesTakeAsManyPagesAsTheyNeed) {
  std::string text = "# One\n\nNote:\n\nShort.\n\n---\n\n# Two\n\nNote:\n\n";
  for (int i = 0; i < 400; ++i) text += "This is what I am going to say about it. ";
  PdfFile pdf = written(text + "\n\n---\n\n# Three\n", Pages::notes);
  const std::size_t count = pdf.pages().size();
  EXPECT_GT(count, 5u);
  EXPECT_EQ(pdf.outline(), "One > 1 Two > 2 Three > " + std::to_string(count));
  EXPECT_EQ(pdf.pages()[3].getMediaBox().getArrayItem(3).getNumericValue(), 842);
}

TEST_F(PdfTest, StoppedItLeavesWhatWasThere) {
  folder_.write("out.pdf", "old");
  std::vector<std::size_t> told;
  const auto outcome = write(deck_from("# One\n\n---\n\n# Two\n\n---\n\n# Three\n"), Pages::slides,
                             [&](std::size_t done, std::size_t all) {
                               told.insert(told.end(), {done, all});
                               return done == 2 ? Go::stop : Go::on;
                             });
  EXPECT_TRUE(outcome && *outcome == Outcome::stopped);
  EXPECT_EQ(told, (std::vector<std::size_t>{1, 3, 2, 3}));
  EXPECT_EQ(names_in(folder_.path()), std::vector<std::string>{"out.pdf"});
  EXPECT_EQ(std::filesystem::file_size(path_), 3u);
}

TEST_F(PdfTest, WhatDoesNotFitOnTheDiskIsSaidAndLeavesNothing) {
  const auto usual = std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual_limit{};
  getrlimit(RLIMIT_FSIZE, &usual_limit);
  for (const rlim_t limit : {1000, 6000}) {  // the pages, then the file
    const rlimit small{limit, usual_limit.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto outcome = write(deck_from("# One\n"));
    setrlimit(RLIMIT_FSIZE, &usual_limit);
    ASSERT_FALSE(outcome);
    EXPECT_NE(outcome.error().message.find("out.pdf"), std::string::npos) << outcome.error().message;
    EXPECT_TRUE(names_in(folder_.path()).empty());
  }
  std::signal(SIGXFSZ, usual);
}

}  // namespace
}  // namespace lectern::exporting
