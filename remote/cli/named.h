// Slides and people that somebody names in words. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/client/view.h"
#include "common/session/sender.h"

namespace lectern::cli {

/// "several slides match: 4 “Cyngor Gwynedd”, 7 “Cyngor Môn”; name one by its number"
std::string several(const std::vector<std::size_t>& found, const std::vector<std::string>& titles);

/// Who may drive and is called so, or has this client id; else whose name has words that begin so.
std::vector<session::Sender> find_drivers(const client::View&, const std::string& called);

}  // namespace lectern::cli
