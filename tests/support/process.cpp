#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>

extern char** environ;

namespace lectern::test {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

}  // namespace

Process::Process(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  int out[2];
  errors_ = memfd_create("errors", MFD_CLOEXEC);
  if (errors_ < 0 || pipe2(out, O_CLOEXEC) != 0)
    throw std::system_error(errno, std::generic_category(), "pipe");
  out_ = out[0];

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors_, STDERR_FILENO);
  std::vector<std::string> all_environment = environment;
  for (char** entry = environ; *entry; ++entry) all_environment.emplace_back(*entry);
  const int failed = posix_spawnp(&pid_, arguments[0].c_str(), &actions, nullptr, pointers(arguments).data(),
                                  pointers(all_environment).data());
  posix_spawn_file_actions_destroy(&actions);
  close(out[1]);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), arguments[0]);
}

Process::~Process() {
  if (!exit_code_) {
    kill(pid_, SIGKILL);
    wait();
  }
  close(out_);
  close(errors_);
}

std::optional<std::string> Process::read_line(std::chrono::seconds patience) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  for (;;) {
    if (const std::size_t end = buffer_.find('\n'); end != std::string::npos) {
      std::string line = buffer_.substr(0, end);
      buffer_.erase(0, end + 1);
      return line;
    }
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    pollfd readable{out_, POLLIN, 0};
    if (left.count() <= 0 || poll(&readable, 1, static_cast<int>(left.count())) <= 0) return std::nullopt;
    char chunk[4096];
    const ssize_t size = read(out_, chunk, sizeof chunk);
    if (size <= 0) return std::nullopt;
    buffer_.append(chunk, static_cast<std::size_t>(size));
  }
}

void Process::send_signal(int signal) const {
  kill(pid_, signal);
}

int Process::wait() {
  if (!exit_code_) {
    int status = 0;
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }
  return *exit_code_;
}

std::string Process::output() {
  std::string all;
  while (auto line = read_line()) all += *line + '\n';
  return all + buffer_;
}

std::string Process::errors() {
  std::string all;
  char chunk[4096];
  ssize_t size = 0;
  for (off_t at = 0; (size = pread(errors_, chunk, sizeof chunk, at)) > 0; at += size)
    all.append(chunk, static_cast<std::size_t>(size));
  return all;
}

Finished run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
  Process process(arguments, environment);
  std::string output = process.output();
  const int code = process.wait();
  return {code, std::move(output), process.errors()};
}

}  // namespace lectern::test
