#include "presenter/certificate/machine.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <limits.h>
#include <net/if.h>
#include <netinet/in.h>
#include <unistd.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace lectern::certificate {
namespace {

constexpr std::size_t max_label_size = 63;  // RFC 1035 §2.3.4
constexpr std::size_t max_name_size = 253;

bool is_label(std::string_view label) {
  const auto is_allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  };
  return !label.empty() && label.size() <= max_label_size && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, is_allowed);
}

std::string small(std::string name) {
  std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
  return name;
}

/// As text; empty for what others cannot reach this machine by, such as a link-local address.
std::string address_text(const sockaddr* address) {
  char text[INET6_ADDRSTRLEN] = {};
  if (address->sa_family == AF_INET) {
    inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
  } else if (address->sa_family == AF_INET6) {
    const in6_addr& v6 = reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr;
    if (!IN6_IS_ADDR_LINKLOCAL(&v6)) inet_ntop(AF_INET6, &v6, text, sizeof text);
  }
  return text;
}

std::vector<std::string> addresses() {
  std::vector<std::string> outside;
  ifaddrs* all = nullptr;
  if (getifaddrs(&all) == 0) {
    const std::unique_ptr<ifaddrs, decltype(&freeifaddrs)> owner(all, freeifaddrs);
    for (const ifaddrs* one = all; one; one = one->ifa_next) {
      if (!one->ifa_addr || (one->ifa_flags & IFF_LOOPBACK) != 0 || (one->ifa_flags & IFF_UP) == 0) continue;
      std::string text = address_text(one->ifa_addr);
      if (!text.empty() && std::ranges::find(outside, text) == outside.end())
        outside.push_back(std::move(text));
    }
  }
  outside.insert(outside.end(), {"127.0.0.1", "::1"});
  return outside;
}

}  // namespace

bool is_host_name(const std::string& name) {
  std::string_view rest = name;
  if (rest.size() > max_name_size) return false;
  for (std::size_t dot = rest.find('.'); dot != std::string_view::npos; dot = rest.find('.')) {
    if (!is_label(rest.substr(0, dot))) return false;
    rest.remove_prefix(dot + 1);
  }
  return is_label(rest);
}

bool is_address(const std::string& text) {
  in6_addr ignored;
  return inet_pton(AF_INET, text.c_str(), &ignored) == 1 || inet_pton(AF_INET6, text.c_str(), &ignored) == 1;
}

Machine this_machine() {
  char host[HOST_NAME_MAX + 1] = {};
  gethostname(host, sizeof host - 1);
  Machine machine{small(host), {}, addresses()};
  if (is_host_name(machine.host) && machine.host != "localhost") {
    machine.names = {machine.host};
    if (machine.host.find('.') == std::string::npos) machine.names.push_back(machine.host + ".local");
  } else {
    machine.host = "lectern";
  }
  machine.names.push_back("localhost");
  return machine;
}

}  // namespace lectern::certificate
