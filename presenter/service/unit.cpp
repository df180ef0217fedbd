#include "presenter/service/unit.h"

#include <algorithm>
#include <cstdio>

namespace lectern::service {
namespace {

bool is_control(char c) {
  return static_cast<unsigned char>(c) < ' ' || c == 0x7f;
}

/// systemd.unit(5), "Specifiers".
std::string without_specifiers(std::string_view text) {
  std::string escaped;
  for (const char c : text) escaped += c == '%' ? "%%" : std::string(1, c);
  return escaped;
}

enum class Word { program, argument };

/// systemd.syntax(7), "Quoting", and systemd.service(5), "Command lines": of the program alone `$` means
/// nothing.
std::string quoted(std::string_view text, Word word) {
  std::string quote = "\"";
  for (const char c : without_specifiers(text)) {
    char escaped[8];
    if (is_control(c)) {
      std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      quote += escaped;
    } else if (c == '"' || c == '\\') {
      quote += {'\\', c};
    } else if (c == '$' && word == Word::argument) {
      quote += "$$";
    } else {
      quote += c;
    }
  }
  return quote + '"';
}

std::string one_line(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return is_control(c) || c == '\\'; }, ' ');
  return without_specifiers(text);
}

/// Empty where the folder's name has what a line of a unit cannot say.
std::string folder_line(const std::string& folder) {
  const bool is_sayable = std::ranges::none_of(folder, [](char c) { return is_control(c) || c == '\\'; });
  if (folder.empty() || !is_sayable) return {};
  return "WorkingDirectory=-" + without_specifiers(folder) + '\n';  // "-": it may be gone by then
}

}  // namespace

std::string_view target(const Service& service) {
  return service.needs_display ? desktop_target : login_target;
}

std::string unit_text(const Service& service) {
  const std::string wanted_by(target(service));
  std::string text(unit_mark);
  text += "[Unit]\nDescription=Lectern presents " + one_line(service.what) + '\n';
  if (service.needs_display) text += "PartOf=" + wanted_by + "\nAfter=" + wanted_by + '\n';
  text +=
      "# A deck on a stick that is not in yet is waited for.\n"
      "StartLimitIntervalSec=0\n"
      "\n[Service]\nType=exec\nExecStart=" +
      quoted(service.program.string(), Word::program);
  for (const std::string& argument : service.arguments) text += ' ' + quoted(argument, Word::argument);
  text += '\n' + folder_line(service.folder.string()) +
          "# Not after Ctrl+Q, which ends the show.\n"
          "Restart=on-failure\nRestartSec=1\nTimeoutStopSec=5\n"
          "\n[Install]\nWantedBy=" +
          wanted_by + '\n';
  return text;
}

}  // namespace lectern::service
