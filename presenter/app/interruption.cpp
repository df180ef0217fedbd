#include "presenter/app/interruption.h"

#include <csignal>

namespace lectern::app {
namespace {

volatile std::sig_atomic_t noted = 0;

void note(int signal) {
  noted = signal;
}

}  // namespace

Interruption::Interruption() {
  struct sigaction noting {};
  noting.sa_handler = note;
  noting.sa_flags = SA_RESTART;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    sigaction(signals[i], nullptr, &usual_[i]);
    // What whoever started the program has switched off stays so.
    if (usual_[i].sa_handler != SIG_IGN) sigaction(signals[i], &noting, nullptr);
  }
}

Interruption::~Interruption() {
  for (std::size_t i = 0; i < signals.size(); ++i) sigaction(signals[i], &usual_[i], nullptr);
  if (noted != 0) std::raise(noted);
}

bool Interruption::has_come() const {
  return noted != 0;
}

}  // namespace lectern::app
