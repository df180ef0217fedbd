#include "tests/bench/usage.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace lectern::bench {
namespace {

std::string contents(const std::filesystem::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::filesystem::path folder_of(pid_t process) {
  return std::filesystem::path("/proc") / std::to_string(process);
}

/// proc(5): utime and stime, fields 14 and 15 of stat; the name before them may hold anything but ends the
/// last bracket.
double cpu_ticks(pid_t process) {
  const std::string stat = contents(folder_of(process) / "stat");
  std::istringstream fields(stat.substr(stat.rfind(')') + 1));
  std::string field;
  double ticks = 0;
  for (int number = 3; number <= 15 && fields >> field; ++number)
    if (number >= 14) ticks += std::stod(field);
  return ticks;
}

}  // namespace

std::vector<pid_t> with_descendants(std::vector<pid_t> processes) {
  for (std::size_t i = 0; i < processes.size(); ++i) {
    std::error_code gone;
    for (const auto& task : std::filesystem::directory_iterator(folder_of(processes[i]) / "task", gone)) {
      std::istringstream children(contents(task.path() / "children"));
      for (pid_t child = 0; children >> child;) processes.push_back(child);
    }
  }
  return processes;
}

double pss_megabytes(const std::vector<pid_t>& processes) {
  double kilobytes = 0;
  for (const pid_t process : processes) {
    std::istringstream lines(contents(folder_of(process) / "smaps_rollup"));
    for (std::string line; std::getline(lines, line);)
      if (line.starts_with("Pss:")) kilobytes += std::stod(line.substr(4));
  }
  return kilobytes / 1024;
}

double cpu_seconds(const std::vector<pid_t>& processes) {
  double ticks = 0;
  for (const pid_t process : processes) ticks += cpu_ticks(process);
  return ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

std::string load() {
  return contents("/proc/loadavg").substr(0, 14);
}

}  // namespace lectern::bench
