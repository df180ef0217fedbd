#include "presenter/export/html_section.h"

#include <algorithm>

#include "presenter/export/data_uri.h"
#include "presenter/html/slide_html.h"

namespace lectern::exporting {
namespace {

/// Beside the text, which says what is in it.
std::string picture_element(const SlidePictures::Picture& picture, PixelSize size, HtmlKind kind) {
  if (picture.jpeg.empty()) return {};
  std::string text = "<img class=\"slide\" alt=\"\" width=\"" + std::to_string(size.width) + "\" height=\"" +
                     std::to_string(size.height) + "\"";
  if (kind == HtmlKind::show && picture.is_new)
    text += " data-picture=\"" + std::to_string(picture.number) + '"';
  return text + " src=\"" + jpeg_data_uri(picture.jpeg) + "\">\n";
}

/// The steps' pictures but for the last, which the document shows.
struct Steps {
  std::string numbers;   // "0 1 2 "
  std::string pictures;  // "0":"data:…",
};

Steps draw_steps(const deck::Slide& slide, std::size_t slide_index, SlidePictures& pictures) {
  Steps steps;
  for (int step = 0; step < slide.step_count; ++step) {
    const SlidePictures::Picture picture = pictures.draw(slide_index, step);
    const std::string number = std::to_string(picture.number);
    steps.numbers += number + ' ';
    if (!picture.is_new || picture.jpeg.empty()) continue;
    steps.pictures += steps.pictures.empty() ? "" : ",";
    steps.pictures += '"' + number + "\":\"" + jpeg_data_uri(picture.jpeg) + '"';
  }
  return steps;
}

std::string notes_element(const deck::Deck& deck, const deck::Slide& slide, const Words& words) {
  std::string text;
  const auto add = [&](const std::string& markdown, int step) {
    const std::string html = html::blocks_html(deck, deck::read_markdown(markdown), 4);
    if (html.empty()) return;
    if (step == 0) {
      text += "<div>\n" + html + "</div>\n";
    } else {
      text += "<div data-step=\"" + std::to_string(step) + "\">\n<p" + words.language() + ">From step " +
              std::to_string(step) + ":</p>\n" + html + "</div>\n";
    }
  };
  add(slide.notes, 0);
  for (const deck::StepNotes& notes : slide.step_notes) add(notes.notes, notes.step);
  if (text.empty()) return {};
  return "<div class=\"notes\">\n<h3" + words.language() + ">Notes</h3>\n" + text + "</div>\n";
}

}  // namespace

Words::Words(const deck::Deck& deck) {
  std::string language = html::language_of(deck).substr(0, 3);
  std::ranges::transform(language, language.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (!language.empty() && language != "en" && language != "en-") language_ = " lang=\"en\"";
}

std::string document_title(const deck::Deck& deck) {
  return deck.settings.title.empty() ? "Slides" : deck.settings.title;
}

std::string title_of(const deck::Deck& deck, std::size_t slide_index) {
  const deck::Slide& slide = deck.slides[slide_index];
  if (!slide.title.empty()) return html::escaped(slide.title);
  const Words words(deck);
  const std::string number = "Slide " + std::to_string(slide_index + 1);
  return words.language().empty() ? number : "<span" + words.language() + '>' + number + "</span>";
}

std::string html_section(const deck::Deck& deck, std::size_t slide_index, HtmlKind kind,
                         SlidePictures& pictures) {
  const deck::Slide& slide = deck.slides[slide_index];
  const Words words(deck);
  const std::string number = std::to_string(slide_index + 1);
  const SlidePictures::Picture last = pictures.draw(slide_index, slide.step_count);
  const Steps steps = kind == HtmlKind::show ? draw_steps(slide, slide_index, pictures) : Steps();
  const std::string said = html::slide_html(deck, slide_index, slide.step_count);

  std::string text = "<section id=\"slide-" + number + "\" class=\"slide\"";
  if (kind == HtmlKind::show)
    text += " data-pictures=\"" + steps.numbers + std::to_string(last.number) + "\" data-title=\"" +
            html::escaped(slide.title) + '"';
  text += ">\n";
  // A slide without a heading is known by its number.
  const std::string name = said.find("<h2") == std::string::npos ? "h2" : "p";
  text += '<' + name + " class=\"number\"" + words.language() + ">Slide " + number + " of " +
          std::to_string(deck.slides.size()) + "</" + name + ">\n";
  text += picture_element(last, pictures.size(), kind);
  text += "<div class=\"words\">\n" + said + "</div>\n";
  if (kind == HtmlKind::show) text += notes_element(deck, slide, words);
  if (!steps.pictures.empty())
    text += "<script type=\"application/json\">{" + steps.pictures + "}</script>\n";
  return text + "</section>\n";
}

}  // namespace lectern::exporting
