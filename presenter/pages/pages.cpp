#include "presenter/pages/pages.h"

#include <algorithm>

#include "presenter/pages/table.h"

namespace lectern::pages {

const Page* find(std::string_view path) {
  const auto found =
      std::find_if(table().begin(), table().end(), [&](const Page& page) { return page.path == path; });
  return found == table().end() ? nullptr : &*found;
}

}  // namespace lectern::pages
