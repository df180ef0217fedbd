// Two machines with a cable between them, as network namespaces of this process's: the presenter runs on this
// one, remotes on the other. What the cable does to TCP is the kernel's own doing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "tests/support/process.h"

namespace lectern::test {

class TwoMachines {
 public:
  /// The process, which must have one thread, is on a network of its own from now on. What the other machine
  /// sends to its own 127.0.0.1:port arrives at ours, as if it were from there: nobody else may drive a
  /// presenter that is not paired. Throws std::runtime_error where the system does not allow it, or a tool is
  /// missing.
  explicit TwoMachines(std::uint16_t port);

  /// This command on the other machine.
  std::vector<std::string> over_there(std::vector<std::string> command) const;

  /// Of a hundred packets so many are lost, each way, at random. All: the cable is out, and nobody is told.
  void lose(int percent);

  /// Each way; what has to wait longer than 400 ms is lost.
  void narrow(int kbit_per_second);

 private:
  std::unique_ptr<Process> other_;  ///< keeps its network
};

}  // namespace lectern::test
