// The presenter as a service of the user's, in the words of systemd. Pure.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::service {

inline constexpr std::string_view unit_name = "lectern-presenter.service";
inline constexpr std::string_view unit_mark =
    "# Written by “lectern-presenter service install”; “lectern-presenter service remove” takes it away.\n";

inline constexpr std::string_view desktop_target = "graphical-session.target";
inline constexpr std::string_view login_target = "default.target";

/// What is to be run.
struct Service {
  std::filesystem::path program;
  std::vector<std::string> arguments;
  std::filesystem::path folder;  ///< what relative paths among the arguments start from
  std::string what;              ///< is shown, for people
  bool needs_display = true;
};

/// What brings it up: the user's graphical session, or without a display their login.
std::string_view target(const Service&);

/// The unit's file. systemd restarts the presenter a second after it was cut off, however often that is, and
/// not after somebody ended the show.
std::string unit_text(const Service&);

}  // namespace lectern::service
