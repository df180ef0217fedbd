// Which devices may come in, in words for the operator or as JSON for a script. Pure.
#pragma once

#include <string>

#include "common/base/time.h"
#include "common/session/pairing.h"
#include "remote/cli/qr_text.h"

namespace lectern::cli {

/// Who asks and who is let in, a line each: "3  Omar’s phone · asks · amber river".
std::string pairing_text(const session::Pairing&);

/// {"window":{"seconds","pin","invitations":[],"advice","on_stage"},"asking":[{"device","name","words"}],
/// "devices":[{"device","name","role","pinned"}],"guessed","problem"}; "window" is null while it is closed.
std::string pairing_json(const session::Pairing&, Instant presenter_now);

/// How the operator's screen is to look.
struct Look {
  std::string command = "lectern-remote";  ///< by which this presenter is reached
  std::string address = {};                ///< that was asked for; empty: any
  Colors colors = Colors::unknown;
};

/// What has happened since `before`, whole lines: the PIN and the code of a window that was opened, who asks
/// now and what to do about it, who was let in, that nobody comes or somebody guesses, and that it is closed.
std::string pairing_news(const session::Pairing& before, const session::Pairing& now, const Look&);

}  // namespace lectern::cli
