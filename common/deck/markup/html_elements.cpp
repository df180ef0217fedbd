#include "common/deck/markup/html_elements.h"

#include <algorithm>
#include <array>

namespace lectern::deck {
namespace {

using enum Frame;
using enum Role;

// In the order of their names.
constexpr std::array elements = {
    // clang-format off
    Element{"a", text}, Element{"abbr", text}, Element{"acronym", text}, Element{"address", group},
    Element{"applet", without_effect}, Element{"area", without_effect, true}, Element{"article", group},
    Element{"aside", group}, Element{"audio", without_effect}, Element{"b", text},
    Element{"base", without_effect, true}, Element{"bdi", text}, Element{"bdo", text}, Element{"big", text},
    Element{"blockquote", quote}, Element{"body", group}, Element{"br", line_break, true},
    Element{"button", without_effect}, Element{"canvas", without_effect}, Element{"caption", group},
    Element{"center", group}, Element{"cite", text}, Element{"code", text},
    Element{"col", transparent, true}, Element{"colgroup", transparent}, Element{"data", text},
    Element{"datalist", without_effect}, Element{"dd", group}, Element{"del", text},
    Element{"details", group}, Element{"dfn", text}, Element{"dialog", without_effect},
    Element{"dir", list}, Element{"div", group}, Element{"dl", group}, Element{"dt", group},
    Element{"em", text}, Element{"embed", without_effect, true}, Element{"fieldset", without_effect},
    Element{"figcaption", group}, Element{"figure", group}, Element{"font", text}, Element{"footer", group},
    Element{"form", without_effect}, Element{"frame", without_effect, true},
    Element{"frameset", without_effect}, Element{"h1", heading}, Element{"h2", heading},
    Element{"h3", heading}, Element{"h4", heading}, Element{"h5", heading}, Element{"h6", heading},
    Element{"head", without_effect}, Element{"header", group}, Element{"hgroup", group},
    Element{"hr", rule, true}, Element{"html", group}, Element{"i", text},
    Element{"iframe", without_effect}, Element{"image", image, true}, Element{"img", image, true},
    Element{"input", without_effect, true}, Element{"ins", text}, Element{"kbd", text},
    Element{"label", text}, Element{"legend", group}, Element{"li", item},
    Element{"link", without_effect, true}, Element{"listing", preformatted}, Element{"main", group},
    Element{"map", without_effect}, Element{"mark", text}, Element{"marquee", without_effect},
    Element{"math", without_effect}, Element{"menu", list}, Element{"meta", without_effect, true},
    Element{"meter", without_effect}, Element{"nav", group}, Element{"nobr", text},
    Element{"noframes", without_effect}, Element{"noscript", without_effect},
    Element{"object", without_effect}, Element{"ol", list}, Element{"optgroup", without_effect},
    Element{"option", without_effect}, Element{"output", without_effect}, Element{"p", paragraph},
    Element{"param", without_effect, true}, Element{"picture", transparent}, Element{"pre", preformatted},
    Element{"progress", without_effect}, Element{"q", text}, Element{"rb", text}, Element{"rp", text},
    Element{"rt", text}, Element{"ruby", text}, Element{"s", text}, Element{"samp", text},
    Element{"script", without_effect}, Element{"search", group}, Element{"section", group},
    Element{"select", without_effect}, Element{"slot", without_effect}, Element{"small", text},
    Element{"source", without_effect, true}, Element{"span", text}, Element{"strike", text},
    Element{"strong", text}, Element{"style", without_effect}, Element{"sub", text},
    Element{"summary", group}, Element{"sup", text}, Element{"svg", without_effect},
    Element{"table", table}, Element{"tbody", transparent}, Element{"td", cell},
    Element{"template", without_effect}, Element{"textarea", without_effect}, Element{"tfoot", transparent},
    Element{"th", cell}, Element{"thead", transparent}, Element{"time", text},
    Element{"title", without_effect}, Element{"tr", row}, Element{"track", without_effect, true},
    Element{"tt", text}, Element{"u", text}, Element{"ul", list}, Element{"var", text},
    Element{"video", without_effect}, Element{"wbr", transparent, true},
    // clang-format on
};

}  // namespace

const Element& find_element(std::string_view lower_case_name) {
  static constexpr Element none;
  const auto found = std::lower_bound(elements.begin(), elements.end(), lower_case_name,
                                      [](const Element& a, std::string_view b) { return a.name < b; });
  return found != elements.end() && found->name == lower_case_name ? *found : none;
}

}  // namespace lectern::deck
