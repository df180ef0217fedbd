// A real program run by a test: its output, its exit code, and its end when the test ends.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace lectern::test {

/// Started on construction; killed and reaped on destruction if it still runs.
class Process {
 public:
  /// `arguments[0]` is the program. `environment` adds to ours ("NAME=value").
  explicit Process(const std::vector<std::string>& arguments,
                   const std::vector<std::string>& environment = {});
  ~Process();
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// The next line of standard output; nullopt at its end or when nothing comes for so long.
  std::optional<std::string> read_line(std::chrono::seconds patience = std::chrono::seconds(30));

  void send_signal(int signal) const;

  /// Waits for its end: the exit code, or 128 + the signal that ended it.
  int wait();

  /// All of standard output and standard error that was not read yet; wait() first.
  std::string output();
  std::string errors();

  pid_t pid() const { return pid_; }

 private:
  pid_t pid_ = -1;
  int out_ = -1;
  int errors_ = -1;  ///< an unlinked file: it never fills up
  std::string buffer_;
  std::optional<int> exit_code_;
};

/// Runs a program to its end.
struct Finished {
  int exit_code = 0;
  std::string output;
  std::string errors;
};
Finished run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment = {});

}  // namespace lectern::test
