// lectern-remote: drives a presenter from the command line.
#include "remote/cli/command_line.h"

int main(int argc, char** argv) {
  const auto parsed = lectern::cli::parse_command_line(argc, argv);
  if (const int* code = std::get_if<int>(&parsed)) return *code;
  return lectern::cli::run(std::get<lectern::cli::Call>(parsed));
}
