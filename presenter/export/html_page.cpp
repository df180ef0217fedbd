#include "presenter/export/html_page.h"

#include <algorithm>
#include <cerrno>
#include <string>
#include <string_view>

#include "common/base/new_file.h"
#include "presenter/export/html_section.h"
#include "presenter/html/slide_html.h"
#include "presenter/pages/enclosed.h"

namespace lectern::exporting {
namespace {

namespace fs = std::filesystem;

/// Sharp on a projector in a show, as wide as a column of text beside it in a document; smaller where there
/// are so many that the file would be hard to send.
int width_for(HtmlKind kind, std::size_t picture_count) {
  const int width = kind == HtmlKind::show ? 1600 : 960;
  return picture_count <= 200 ? width : picture_count <= 600 ? width * 3 / 4 : width / 2;
}

std::size_t count_pictures(const deck::Deck& deck, HtmlKind kind) {
  std::size_t count = 0;
  for (const deck::Slide& slide : deck.slides)
    count += kind == HtmlKind::show ? static_cast<std::size_t>(slide.step_count) + 1 : 1;
  return count;
}

/// Nothing may be loaded, and nothing but our own script may run.
std::string policy(HtmlKind kind) {
  std::string text = "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src ";
  if (kind == HtmlKind::document) return text.append(pages::document_style().source);
  text.append(pages::show_style().source).append("; script-src ");
  return text.append(pages::show_script().source);
}

std::string head(const deck::Deck& deck, HtmlKind kind) {
  const std::string language = html::language_of(deck);
  const bool is_mirrored = deck.settings.direction == deck::TextDirection::right_to_left;
  std::string text = "<!DOCTYPE html>\n<html lang=\"" + (language.empty() ? "en" : language) + '"' +
                     (is_mirrored ? " dir=\"rtl\"" : "") + ">\n<head>\n<meta charset=\"utf-8\">\n";
  text += "<title>" + html::escaped(document_title(deck)) + "</title>\n";
  text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  text += "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy(kind) + "\">\n";
  if (!deck.settings.author.empty())
    text += "<meta name=\"author\" content=\"" + html::escaped(deck.settings.author) + "\">\n";
  text += "<style>";
  text += kind == HtmlKind::show ? pages::show_style().text : pages::document_style().text;
  return text + "</style>\n</head>\n";
}

/// For the speaker's clock.
std::string slot_attribute(const deck::Deck& deck, HtmlKind kind) {
  if (kind != HtmlKind::show || !deck.settings.slot) return {};
  return " data-slot-ms=\"" + std::to_string(deck.settings.slot->count()) + '"';
}

std::string opening(const deck::Deck& deck, HtmlKind kind) {
  const Words words(deck);
  std::string text = "<body>\n<a class=\"skip\" href=\"#slides\"" + words.language() +
                     ">Skip to the slides</a>\n<header>\n<h1>" + html::escaped(document_title(deck)) +
                     "</h1>\n";
  for (const std::string* const line : {&deck.settings.author, &deck.settings.date})
    if (!line->empty()) text += "<p>" + html::escaped(*line) + "</p>\n";
  text += "</header>\n<nav aria-labelledby=\"contents\">\n<details>\n<summary id=\"contents\"" +
          words.language() + ">Contents</summary>\n<ol>\n";
  for (std::size_t i = 0; i < deck.slides.size(); ++i)
    text += "<li><a href=\"#slide-" + std::to_string(i + 1) + "\">" + title_of(deck, i) + "</a></li>\n";
  return text + "</ol>\n</details>\n</nav>\n<main id=\"slides\" tabindex=\"-1\"" +
         slot_attribute(deck, kind) + ">\n";
}

std::string closing(HtmlKind kind) {
  std::string text = "</main>\n";
  if (kind == HtmlKind::show) text.append("<script>").append(pages::show_script().text).append("</script>\n");
  return text + "</body>\n</html>\n";
}

/// What is over the limit is not written.
class Output {
 public:
  explicit Output(const NewFile& file) : file_(file) {}

  Result<void> write(std::string_view text) {
    size_ += text.size();
    if (size_ > max_html_file_bytes)
      return Error{file_.path().string() + " would be larger than 256 MB", "export a part of the deck"};
    if (!file_.write(text)) return write_failure(file_.path(), errno);
    return {};
  }

 private:
  const NewFile& file_;
  std::uint64_t size_ = 0;
};

}  // namespace

Result<Outcome> write_html(const deck::Deck& deck, stage::SlidePainter& painter, HtmlKind kind,
                           PixelSize display, const fs::path& path, const Progress& progress) {
  auto file = NewFile::beside(path);
  if (!file) return file.error();
  Output output(*file);
  if (const auto written = output.write(head(deck, kind) + opening(deck, kind)); !written)
    return written.error();
  SlidePictures pictures(deck, painter, display, width_for(kind, count_pictures(deck, kind)));
  for (std::size_t i = 0; i < deck.slides.size(); ++i) {
    if (const auto written = output.write(html_section(deck, i, kind, pictures)); !written)
      return written.error();
    if (progress && progress(i + 1, deck.slides.size()) == Go::stop) return Outcome::stopped;
  }
  if (const auto written = output.write(closing(kind)); !written) return written.error();
  if (const auto replaced = file->replace(); !replaced) return replaced.error();
  return Outcome::written;
}

}  // namespace lectern::exporting
