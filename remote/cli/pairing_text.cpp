#include "remote/cli/pairing_text.h"

#include <algorithm>
#include <boost/json.hpp>
#include <chrono>

namespace lectern::cli {
namespace {

namespace json = boost::json;

template <class Device>
bool is_in(const std::vector<Device>& devices, DeviceNumber number) {
  return std::ranges::find(devices, number, &Device::number) != devices.end();
}

/// "192.168.1.20:7070", of an invitation.
std::string host_of(const std::string& invitation) {
  const std::size_t start = invitation.find("://") + 3;
  return invitation.substr(start, invitation.find('/', start) - start);
}

std::string opened(const session::PairingWindow& window, const std::string& address, Colors colors) {
  std::string text = "Devices may ask for three minutes.\n\nPIN  " + window.pin.substr(0, 4) + " " +
                     window.pin.substr(4) + "\n";
  if (window.invitations.empty())
    return text +
           "\nOther machines cannot reach the presenter: start it with --listen, such as --listen 0.0.0.0.\n";
  const std::string invitation = invitation_for(window, address);
  text += "     on a laptop: lectern-remote --host " + host_of(invitation) + " pair\n\n";
  text += "For one phone, within two minutes:\n\n";
  if (const auto code = qr::encode(invitation)) text += to_text(*code, colors) + "\n";
  text += invitation + "\n";
  if (invitation.starts_with("http:"))
    text +=
        "The phone comes over plain HTTP: who listens learns nothing, but who can change what is sent "
        "could.\n";
  if (window.invitations.size() > 1) {
    text += "Other addresses, for --address:";
    for (const std::string& other : window.invitations)
      if (other != invitation) text += " " + host_of(other);
    text += "\n";
  }
  return text;
}

}  // namespace

std::string invitation_for(const session::PairingWindow& window, const std::string& address) {
  if (window.invitations.empty()) return {};
  const auto is_there = [&](const std::string& invitation) {
    const std::string host = host_of(invitation);
    return host == address || host.substr(0, host.rfind(':')) == address;
  };
  const auto found = std::ranges::find_if(window.invitations, is_there);
  return found == window.invitations.end() ? window.invitations.front() : *found;
}

std::string pairing_text(const session::Pairing& pairing) {
  std::string text =
      pairing.window ? "devices may ask" : "no device may ask; lectern-remote pairing open lets them";
  for (const session::AskingDevice& asking : pairing.asking)
    text += "\n" + std::to_string(asking.number) + "  " + asking.name + " · asks · " + asking.words;
  for (const session::PairedDevice& device : pairing.devices)
    text += "\n" + std::to_string(device.number) + "  " + device.name + " · " +
            std::string(session::to_word(device.role)) + (device.is_pinned ? " · pinned" : "");
  if (pairing.window && !pairing.window->advice.empty()) text += "\n" + pairing.window->advice;
  return text;
}

std::string pairing_json(const session::Pairing& pairing, Instant presenter_now) {
  json::value window = nullptr;
  if (pairing.window) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(pairing.window->closes - presenter_now);
    window = {{"seconds", std::max<std::int64_t>(left.count(), 0)},
              {"pin", pairing.window->pin},
              {"invitations", json::value_from(pairing.window->invitations)},
              {"advice", pairing.window->advice}};
  }
  json::array asking;
  for (const session::AskingDevice& device : pairing.asking)
    asking.push_back({{"device", device.number}, {"name", device.name}, {"words", device.words}});
  json::array devices;
  for (const session::PairedDevice& device : pairing.devices)
    devices.push_back({{"device", device.number},
                       {"name", device.name},
                       {"role", session::to_word(device.role)},
                       {"pinned", device.is_pinned}});
  return json::serialize(json::object{
      {"window", std::move(window)}, {"asking", std::move(asking)}, {"devices", std::move(devices)}});
}

std::string pairing_news(const session::Pairing& before, const session::Pairing& now,
                         const std::string& address, Colors colors) {
  std::string text;
  if (now.window && (!before.window || before.window->pin != now.window->pin))
    text += opened(*now.window, address, colors);
  for (const session::AskingDevice& device : now.asking) {
    if (is_in(before.asking, device.number)) continue;
    const std::string number = std::to_string(device.number);
    text += "\n" + device.name + " asks. Its screen says “" + device.words +
            "”? Then:  lectern-remote pairing accept " + number +
            " controller   (or timer, notes, follower; decline " + number + ")\n";
  }
  for (const session::PairedDevice& device : now.devices)
    if (!is_in(before.devices, device.number) && is_in(before.asking, device.number))
      text += device.name + " is let in: " + std::string(session::to_word(device.role)) + "\n";
  for (const session::AskingDevice& device : before.asking)
    if (!is_in(now.asking, device.number) && !is_in(now.devices, device.number))
      text += device.name + " asks no more\n";
  const std::string advice = now.window ? now.window->advice : "";
  if (!advice.empty() && (!before.window || before.window->advice != advice)) text += advice + "\n";
  if (before.window && !now.window) text += "No more devices may ask.\n";
  return text;
}

}  // namespace lectern::cli
