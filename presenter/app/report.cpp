#include "presenter/app/report.h"

#include <iostream>

namespace lectern::app {

void report_diagnostics(const DeckFile& file) {
  for (const deck::Diagnostic& diagnostic : file.diagnostics)
    std::cerr << (diagnostic.file.empty() ? file.path : file.folder / diagnostic.file).string() << ':'
              << diagnostic.line << ':' << diagnostic.column << ": " << diagnostic.message << "; "
              << diagnostic.remedy << '\n';
}

int fail(const Error& error, ExitCode code) {
  std::cerr << "lectern-presenter: " << error.message << '\n';
  if (!error.remedy.empty()) std::cerr << "  " << error.remedy << '\n';
  return code;
}

}  // namespace lectern::app
