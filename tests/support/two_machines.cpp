#include "tests/support/two_machines.h"

#include <fstream>
#include <stdexcept>

#include "tests/support/private_network.h"

namespace lectern::test {
namespace {

void must(const std::vector<std::string>& command) {
  const Finished finished = run(command);
  if (finished.exit_code == 0) return;
  std::string words;
  for (const std::string& word : command) words += word + " ";
  throw std::runtime_error(words + "failed: " + finished.errors);
}

/// Packets for a loopback address may come from, and go to, another machine.
constexpr const char* let_loopback_travel =
    "for name in all room remote; do setting=/proc/sys/net/ipv4/conf/$name/route_localnet; "
    "[ ! -e $setting ] || echo 1 >$setting; done";

}  // namespace

TwoMachines::TwoMachines(std::uint16_t port) {
  leave_the_network();
  other_ = std::make_unique<Process>(
      std::vector<std::string>{"unshare", "--net", "sh", "-c", "echo ready; exec sleep infinity"});
  if (!other_->read_line()) throw std::runtime_error("no second network: " + other_->errors());

  const auto here = [](std::vector<std::string> command) { must(command); };
  const auto there = [this](std::vector<std::string> command) { must(over_there(std::move(command))); };
  here({"ip", "link", "add", "room", "type", "veth", "peer", "name", "remote", "netns",
        std::to_string(other_->pid())});
  here({"ip", "address", "add", "10.77.0.1/24", "dev", "room"});
  here({"ip", "link", "set", "room", "up"});
  there({"ip", "address", "add", "10.77.0.2/24", "dev", "remote"});
  there({"ip", "link", "set", "remote", "up"});
  there({"ip", "link", "set", "lo", "up"});
  here({"sh", "-c", let_loopback_travel});
  there({"sh", "-c", let_loopback_travel});

  const std::string at_port = " tcp dport " + std::to_string(port) + " dnat to ";
  here({"nft",
        "add table ip cable;"
        "add chain ip cable lost { type filter hook input priority 0; };"
        "add chain ip cable arriving { type nat hook prerouting priority -100; };"
        "add rule ip cable arriving iifname room" +
            at_port +
            "127.0.0.1;"
            "add chain ip cable received { type nat hook input priority 100; };"
            "add rule ip cable received iifname room snat to 127.0.0.1"});
  there({"nft",
         "add table ip cable;"
         "add chain ip cable lost { type filter hook input priority 0; };"
         "add chain ip cable leaving { type nat hook output priority -100; };"
         "add chain ip cable from { type nat hook postrouting priority 100; };"
         "add rule ip cable from oifname remote masquerade;"
         "add rule ip cable leaving ip daddr 127.0.0.1" +
             at_port + "10.77.0.1"});
}

std::vector<std::string> TwoMachines::over_there(std::vector<std::string> command) const {
  command.insert(command.begin(), {"nsenter", "--net=/proc/" + std::to_string(other_->pid()) + "/ns/net"});
  return command;
}

void TwoMachines::lose(int percent) {
  const std::string dice = percent < 100 ? " numgen random mod 100 < " + std::to_string(percent) : "";
  const auto lossy = [&](const std::string& device) {
    const std::string rule = "add rule ip cable lost iifname " + device + dice + " drop";
    return std::vector<std::string>{"nft", "flush chain ip cable lost;" + (percent > 0 ? rule : "")};
  };
  must(lossy("room"));
  must(over_there(lossy("remote")));
}

void TwoMachines::narrow(int kbit_per_second) {
  const auto slow = [&](const char* device) {
    return std::vector<std::string>{"tc",    "qdisc", "replace",
                                    "dev",   device,  "root",
                                    "tbf",   "rate",  std::to_string(kbit_per_second) + "kbit",
                                    "burst", "4kb",   "latency",
                                    "400ms"};
  };
  must(slow("room"));
  must(over_there(slow("remote")));
}

}  // namespace lectern::test
