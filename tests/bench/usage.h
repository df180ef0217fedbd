// What running programs take of the machine, as the kernel counts it.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace lectern::bench {

/// These and all that descend from them, as far as they run.
std::vector<pid_t> with_descendants(std::vector<pid_t> processes);

/// Their proportional set size: what they share with each other or with others counts by shares.
double pss_megabytes(const std::vector<pid_t>& processes);

/// The processor time that they have used so far.
double cpu_seconds(const std::vector<pid_t>& processes);

/// The machine's load averages, as in /proc/loadavg.
std::string load();

}  // namespace lectern::bench
