#include "presenter/check/report.h"

#include <boost/json.hpp>
#include <cmath>
#include <filesystem>

#include "presenter/check/terminal.h"
#include "presenter/check/words.h"

namespace json = boost::json;

namespace lectern::check {
namespace {

constexpr std::string_view margin = "    ";

/// A piece of text in one look, where colours are wanted.
class Painter {
 public:
  explicit Painter(Colors colors) : colors_(colors) {}
  std::string bold(const std::string& text) const { return paint("1", text); }
  std::string faint(const std::string& text) const { return paint("2", text); }
  std::string yellow(const std::string& text) const { return paint("33", text); }
  std::string green(const std::string& text) const { return paint("32", text); }

 private:
  std::string paint(const char* look, const std::string& text) const {
    if (colors_ == Colors::none) return text;
    return "\x1b[" + std::string(look) + "m" + text + "\x1b[0m";
  }
  Colors colors_;
};

/// A file next to the deck is named as the deck is.
std::string file_of(const Report& report, const deck::Diagnostic& finding) {
  if (finding.file.empty()) return report.file;
  return (std::filesystem::path(report.file).parent_path() / finding.file).string();
}

Duration time_of_notes(const deck::Deck& deck) {
  std::size_t words = 0;
  for (const deck::Slide& slide : deck.slides) words += count_note_words(slide);
  return time_to_say(words);
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

std::string sentence(std::string_view text) {
  std::string result = printable(text);
  if (!result.empty() && result.front() >= 'a' && result.front() <= 'z')
    result.front() = static_cast<char>(result.front() - 'a' + 'A');
  if (!result.empty() && std::string_view(".!?").find(result.back()) == std::string_view::npos) result += '.';
  return result;
}

std::string to_text(const Report& report, const deck::Diagnostic& finding, const Painter& painter,
                    int width) {
  const std::string place = printable(file_of(report, finding)) + ":" + std::to_string(finding.line) + ":" +
                            std::to_string(finding.column);
  std::string text = painter.bold(place) + " " + painter.yellow(std::string(deck::name_of(finding.code))) +
                     ": " + printable(finding.message) + "\n";
  if (finding.file.empty()) {
    const auto [line, indent] =
        excerpt(report.source.line(finding.line), finding.column, width - static_cast<int>(margin.size()));
    text += std::string(margin) + line + "\n" + std::string(margin) + indent + painter.green("^") + "\n";
  }
  text += std::string(margin) + painter.faint(std::string(deck::why_it_matters(finding.code))) + "\n";
  if (!finding.remedy.empty()) text += std::string(margin) + sentence(finding.remedy) + "\n";
  return text + "\n";
}

}  // namespace

std::string to_text(const Report& report, Colors colors, int width) {
  const Painter painter(colors);
  std::string text;
  for (const deck::Diagnostic& finding : report.findings) text += to_text(report, finding, painter, width);
  const std::string slides = counted(report.deck.slides.size(), "slide") + ", about " +
                             minutes_text(time_of_notes(report.deck)) + " of notes";
  text += report.findings.empty()
              ? painter.green("No remarks") + ": " + slides + ".\n"
              : painter.bold(counted(report.findings.size(), "remark")) + " on " + slides + ".\n";
  return text;
}

std::string to_json(const Report& report) {
  json::array findings;
  for (const deck::Diagnostic& finding : report.findings) {
    const auto index = finding.file.empty() ? report.source.slide_at(finding.line) : std::nullopt;
    findings.push_back(json::object{
        {"code", deck::name_of(finding.code)},
        {"file", printable(file_of(report, finding))},
        {"line", finding.line},
        {"column", finding.column},
        {"slide", index ? json::value(deck::to_string(report.deck.slides[*index].address)) : json::value()},
        {"message", printable(finding.message)},
        {"why", deck::why_it_matters(finding.code)},
        {"remedy", printable(finding.remedy)}});
  }
  const double minutes = std::chrono::duration<double, std::ratio<60>>(time_of_notes(report.deck)).count();
  return json::serialize(json::object{{"deck", printable(report.file)},
                                      {"findings", std::move(findings)},
                                      {"minutes", std::round(minutes * 10) / 10}});
}

}  // namespace lectern::check
