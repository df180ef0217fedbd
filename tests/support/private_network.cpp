#include "tests/support/private_network.h"

#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <string>
#include <system_error>

namespace lectern::test {
namespace {

void check(bool holds, const char* what) {
  if (!holds) throw std::system_error(errno, std::generic_category(), what);
}

void raise_loopback() {
  const int any = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq loopback{};
  std::strcpy(loopback.ifr_name, "lo");
  loopback.ifr_flags = IFF_UP;
  check(any >= 0 && ioctl(any, SIOCSIFFLAGS, &loopback) == 0, "no loopback interface");
  close(any);
}

}  // namespace

void leave_the_network() {
  const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
  check(unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0, "no network of our own");
  // user_namespaces(7): we are who we were, and root in here.
  std::ofstream("/proc/self/setgroups") << "deny";
  std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
  std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
  raise_loopback();
}

}  // namespace lectern::test
