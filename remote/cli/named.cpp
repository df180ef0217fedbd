#include "remote/cli/named.h"

#include <algorithm>

#include "common/deck/find_slides.h"
#include "common/text/text.h"

namespace lectern::cli {

std::string several(const std::vector<std::size_t>& found, const std::vector<std::string>& titles) {
  constexpr std::size_t listed_count = 12;
  std::string text = "several slides match: ";
  for (std::size_t i = 0; i < std::min(found.size(), listed_count); ++i)
    text += (i > 0 ? ", " : "") + std::to_string(found[i] + 1) + " " + in_quotes(titles[found[i]]);
  if (found.size() > listed_count) text += " and " + std::to_string(found.size() - listed_count) + " more";
  return text + "; name one by its number";
}

std::vector<session::Sender> find_drivers(const client::View& view, const std::string& called) {
  std::vector<session::Sender> drivers;
  std::vector<session::Sender> exactly;
  std::vector<std::string> names;
  for (const session::RosterEntry& entry : view.roster->entries) {
    if (!session::may_control(entry.who.role) || entry.who.client == view.client) continue;
    if (entry.who.name == called || entry.who.client == called) exactly.push_back(entry.who);
    drivers.push_back(entry.who);
    names.push_back(entry.who.name);
  }
  if (!exactly.empty()) return exactly;
  std::vector<session::Sender> found;
  for (const std::size_t index : deck::find_slides(names, called)) found.push_back(drivers[index]);
  return found;
}

}  // namespace lectern::cli
