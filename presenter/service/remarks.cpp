// What systemd-analyze says of a unit.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <system_error>
#include <vector>

#include "presenter/service/install.h"

namespace lectern::service {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds patience(10);

/// Gone with this object, and everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "lectern-unit-XXXXXX").string();
    if (const char* made = mkdtemp(name.data())) path_ = made;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// Until everybody who writes there has ended, or for as long as there is patience.
std::string read_all(int descriptor) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  std::string all;
  std::array<char, 4096> chunk;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd readable{descriptor, POLLIN, 0};
    if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) <= 0) return all;
    const ssize_t size = read(descriptor, chunk.data(), chunk.size());
    if (size <= 0) return all;
    all.append(chunk.data(), static_cast<std::size_t>(size));
  }
}

/// What a program says on its terminal; nullopt: it cannot be started.
std::optional<std::string> said_by(std::vector<std::string> arguments, std::vector<std::string> environment) {
  const auto pointers = [](std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (std::string& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
  };
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  for (char** entry = environ; *entry; ++entry) environment.emplace_back(*entry);
  pid_t id = 0;
  const int failed = posix_spawnp(&id, arguments[0].c_str(), &actions, nullptr, pointers(arguments).data(),
                                  pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  std::string said = failed == 0 ? read_all(ends[0]) : std::string();
  close(ends[0]);
  if (failed != 0) return std::nullopt;
  kill(id, SIGKILL);  // where it was not ended by itself
  while (waitpid(id, nullptr, 0) < 0 && errno == EINTR) continue;
  return said;
}

}  // namespace

std::optional<std::string> remarks_on(const std::string& unit_text) {
  const TemporaryFolder folder;
  const fs::path unit = folder.path() / unit_name;
  std::ofstream(unit, std::ios::binary) << unit_text;
  // It wants to know where a session keeps its sockets, though it needs none here.
  std::vector<std::string> environment;
  if (!std::getenv("XDG_RUNTIME_DIR")) environment.push_back("XDG_RUNTIME_DIR=" + folder.path().string());
  const auto said =
      said_by({"systemd-analyze", "--user", "--recursive-errors=no", "verify", unit.string()}, environment);
  if (!said) return std::nullopt;
  // Of other units, and of the machine, it may say more.
  std::string remarks;
  for (std::size_t start = 0; start < said->size();) {
    const std::size_t end = std::min(said->find('\n', start), said->size());
    const std::string line = said->substr(start, end - start);
    if (line.find(unit_name) != std::string::npos) remarks += (remarks.empty() ? "" : "; ") + line;
    start = end + 1;
  }
  return remarks;
}

}  // namespace lectern::service
