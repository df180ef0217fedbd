#include "common/client/network_watch.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace lectern::client {
namespace {

/// A socket that the kernel tells of links and addresses (rtnetlink(7)); -1: it does not.
int open_netlink() {
  const int fd = socket(AF_NETLINK, SOCK_RAW | SOCK_NONBLOCK | SOCK_CLOEXEC, NETLINK_ROUTE);
  if (fd < 0) return -1;
  sockaddr_nl address{};
  address.nl_family = AF_NETLINK;
  address.nl_groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
  if (bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  close(fd);
  return -1;
}

}  // namespace

NetworkWatch::NetworkWatch(const boost::asio::any_io_executor& executor) : messages_(executor) {
  if (const int fd = open_netlink(); fd >= 0) messages_.assign(fd);
}

void NetworkWatch::stop() {
  boost::system::error_code ignored;
  messages_.close(ignored);
}

/// What the messages say does not matter; that there are any does.
boost::asio::awaitable<bool> NetworkWatch::change() {
  if (!messages_.is_open()) co_return false;
  const auto [error] = co_await messages_.async_wait(boost::asio::posix::stream_descriptor::wait_read,
                                                     boost::asio::as_tuple(boost::asio::use_awaitable));
  if (error || !messages_.is_open()) co_return false;
  std::array<char, 8192> drained;
  while (recv(messages_.native_handle(), drained.data(), drained.size(), 0) > 0) {
  }
  co_return true;
}

}  // namespace lectern::client
