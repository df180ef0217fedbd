#include "common/client/network_watch.h"

#include <gtest/gtest.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

namespace lectern::client {
namespace {

/// Of the network namespace that we are in.
void bring_loopback_up() {
  const int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  ifreq request{};
  request.ifr_name[0] = 'l';
  request.ifr_name[1] = 'o';
  request.ifr_flags = IFF_UP;
  EXPECT_EQ(ioctl(fd, SIOCSIFFLAGS, &request), 0);
  close(fd);
}

TEST(NetworkWatch, NoticesANetworkThatComesUp) {
  if (unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) GTEST_SKIP() << "no network namespaces here";
  boost::asio::io_context io(1);
  NetworkWatch watch(io.get_executor());
  std::optional<bool> noticed;
  boost::asio::co_spawn(io, watch.change(), [&](const std::exception_ptr&, bool it) { noticed = it; });
  io.poll();
  EXPECT_FALSE(noticed);
  bring_loopback_up();
  io.run();
  EXPECT_EQ(noticed, true);
}

TEST(NetworkWatch, EndsWhenItIsStopped) {
  boost::asio::io_context io(1);
  NetworkWatch watch(io.get_executor());
  std::optional<bool> noticed;
  boost::asio::co_spawn(io, watch.change(), [&](const std::exception_ptr&, bool it) { noticed = it; });
  io.poll();
  watch.stop();
  io.run();
  EXPECT_EQ(noticed, false);
}

}  // namespace
}  // namespace lectern::client
