// lectern-presenter: shows a deck on this machine's display and lets remotes drive it.
#include <malloc.h>

#include <csignal>

#include "common/base/log.h"
#include "presenter/app/options.h"
#include "presenter/app/run.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads our output may go away; the show goes on
  // Photographs and painted slides go back to the system as soon as they are let go, instead of staying
  // behind in pieces: a third of what a show of photographs takes otherwise.
  mallopt(M_MMAP_THRESHOLD, 1 << 20);
  lectern::log_to_stderr();
  const auto parsed = lectern::app::parse_command_line(argc, argv);
  if (const int* code = std::get_if<int>(&parsed)) return *code;
  return std::visit([](const auto& verb) { return lectern::app::run(verb); }, std::get<0>(parsed));
}
