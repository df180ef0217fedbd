// What the build makes of remote/web.
#pragma once

#include <vector>

#include "presenter/pages/pages.h"

namespace lectern::pages {

/// In the order of their paths. Any thread.
const std::vector<Page>& table();

}  // namespace lectern::pages
