// What is known of a connection's other end before it has said anything.
#pragma once

#include <string>

namespace lectern::server {

struct Peer {
  std::string
      network;  ///< that one person can have all addresses of: an IPv4 address, 64 bits of an IPv6 one
  bool is_this_machine = false;
  bool is_secure = false;  ///< speaks TLS
};

}  // namespace lectern::server
