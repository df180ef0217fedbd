// The real lectern-presenter, headless unless told otherwise, on a free port of the loopback interface.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/support/folder.h"
#include "tests/support/process.h"
#include "tests/support/runtime_folder.h"

namespace lectern::test {

inline const std::string presenter_program = LECTERN_BIN_DIR "/lectern-presenter";
inline const std::string remote_program = LECTERN_BIN_DIR "/lectern-remote";

class Presenter {
 public:
  /// Returns once it can be driven; `port()` is 0 if it never could. `port` 0 takes a free one.
  explicit Presenter(const std::string& deck,
                     std::vector<std::string> options = {"--headless", "--size", "320x180"},
                     const std::vector<std::string>& environment = {}, std::uint16_t port = 0)
      : process_(command(deck, std::move(options), port), with_state_folder(environment)) {
    constexpr std::string_view start = "://127.0.0.1:";
    ready_line_ = process_.read_line().value_or("");
    if (const std::size_t at = ready_line_.find(start);
        ready_line_.starts_with("ready http") && at != std::string::npos)
      port_ = static_cast<std::uint16_t>(std::stoi(ready_line_.substr(at + start.size())));
  }

  std::uint16_t port() const { return port_; }
  const std::string& ready_line() const { return ready_line_; }
  Process& process() { return process_; }

  /// lectern-remote with these arguments, to its end.
  Finished remote(std::vector<std::string> arguments) const {
    return run(remote_command(std::move(arguments)));
  }
  /// Where the show stands, as lectern-remote status says it first, and then of the people.
  std::string status() const {
    const std::string text = remote({"status"}).output;
    return text.substr(0, text.find('\n') + 1);
  }
  std::vector<std::string> remote_command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {remote_program, "--host", "127.0.0.1:" + std::to_string(port_)});
    return arguments;
  }

 private:
  static std::vector<std::string> command(const std::string& deck, std::vector<std::string> options,
                                          std::uint16_t port) {
    options.insert(options.begin(), {presenter_program, deck, "--port", std::to_string(port)});
    return options;
  }

  /// What it remembers from one start to the next is the test's, or else nobody's.
  std::vector<std::string> with_state_folder(std::vector<std::string> environment) const {
    const auto is_given = [](const std::string& entry) { return entry.starts_with("XDG_STATE_HOME="); };
    if (std::ranges::none_of(environment, is_given))
      environment.push_back("XDG_STATE_HOME=" + state_.path().string());
    return environment;
  }

  const Folder state_;
  Process process_;
  std::string ready_line_;
  std::uint16_t port_ = 0;
};

/// `count` slides called "Slide 1"…, with the notes "Notes of slide 1"…; transitions off.
inline std::string plain_deck(int count) {
  std::string text = "---\ntitle: A plain deck\nrevealOptions:\n  transition: none\n---\n";
  for (int number = 1; number <= count; ++number) {
    const std::string name = std::to_string(number);
    if (number > 1) text += "\n---\n\n";
    text += "## Slide " + name + "\n\nNote:\n\nNotes of slide " + name + "\n";
  }
  return text;
}

/// What lectern-remote watch says next that has this in it; the last line where it says no more.
inline std::string line_with(Process& watch, const std::string& text) {
  std::string line;
  while (line.find(text) == std::string::npos) {
    auto next = watch.read_line();
    if (!next) break;
    line = *std::move(next);
  }
  return line;
}

}  // namespace lectern::test
