// A meeting in which everything goes wrong: people press, networks fail, disks fill up, the presenter dies
// and is started again. The same for the same seed.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace lectern::simulation {

struct Outcome {
  std::optional<std::string> fault;  ///< that the checker found
  std::vector<std::string> story;    ///< what happened, a line each, where it was to be told
  int accepted_count = 0;            ///< commands
  int run_count = 0;                 ///< lives of the presenter
};

enum class Story { untold, told };

Outcome meet(unsigned seed, Story = Story::untold);

}  // namespace lectern::simulation
