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

/// Without its secret: "http://192.168.1.20:7070/remote".
std::string page_of(const std::string& invitation) {
  return invitation.substr(0, invitation.find('#'));
}

/// An address with its port or without; of IPv6 with its brackets or without.
bool leads_to(const std::string& invitation, const std::string& address) {
  const bool is_bare_v6 = std::ranges::count(address, ':') > 1 && !address.starts_with('[');
  const std::string wanted = is_bare_v6 ? "[" + address + "]" : address;
  const std::string host = host_of(invitation);
  return wanted.empty() || host == wanted || host.substr(0, host.rfind(':')) == wanted;
}

std::string addresses_of(const session::PairingWindow& window) {
  std::string text;
  for (const std::string& invitation : window.invitations) text += " " + host_of(invitation);
  return text;
}

std::string opened(const session::PairingWindow& window, const Look& look) {
  std::string text = "Devices may ask for three minutes; what to do then is for another terminal.\n\nPIN  " +
                     window.pin.substr(0, 4) + " " + window.pin.substr(4) + "\n";
  if (window.invitations.empty())
    return text +
           "\nNo other machine can reach the presenter: it takes a network, and a start with --listen, such "
           "as "
           "--listen 0.0.0.0\n";
  const std::string& invitation = window.invitations.front();
  if (!leads_to(invitation, look.address))
    text +=
        "\nThe code does not lead to " + look.address + ", but to the first of" + addresses_of(window) + "\n";
  text += "     on a laptop: lectern-remote --host " + host_of(invitation) + " pair\n";
  text += "  in any browser: " + page_of(invitation) + "\n\n";
  text += "For one device that reads codes, within two minutes";
  text += window.is_on_stage ? "; the stage shows it too, until the show begins:\n\n" : ":\n\n";
  if (const auto code = qr::encode(invitation)) text += to_text(*code, look.colors) + "\n";
  text += invitation + "\n";
  if (invitation.starts_with("http:"))
    text +=
        "A phone comes over plain HTTP: who listens learns nothing, but who can change what is sent could.\n";
  if (window.invitations.size() > 1) text += "All addresses, for --address:" + addresses_of(window) + "\n";
  return text;
}

}  // namespace

std::string pairing_text(const session::Pairing& pairing) {
  std::string text =
      pairing.window ? "devices may ask" : "no device may ask; lectern-remote pairing open lets them";
  for (const session::AskingDevice& asking : pairing.asking)
    text += "\n" + std::to_string(asking.number) + "  " + asking.name + " · asks · " + asking.words;
  for (const session::PairedDevice& device : pairing.devices)
    text += "\n" + std::to_string(device.number) + "  " + device.name + " · " +
            std::string(session::to_word(device.role)) + (device.is_pinned ? " · pinned" : "");
  if (pairing.window && !pairing.window->advice.empty()) text += "\n" + pairing.window->advice;
  if (pairing.is_guessed && !pairing.window)
    text += "\nfive wrong PINs have closed the last window: somebody guesses";
  if (!pairing.problem.empty()) text += "\n" + pairing.problem;
  return text;
}

std::string pairing_json(const session::Pairing& pairing, Instant presenter_now) {
  json::value window = nullptr;
  if (pairing.window) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(pairing.window->closes - presenter_now);
    window = {{"seconds", std::max<std::int64_t>(left.count(), 0)},
              {"pin", pairing.window->pin},
              {"invitations", json::value_from(pairing.window->invitations)},
              {"advice", pairing.window->advice},
              {"on_stage", pairing.window->is_on_stage}};
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
  return json::serialize(json::object{{"window", std::move(window)},
                                      {"asking", std::move(asking)},
                                      {"devices", std::move(devices)},
                                      {"guessed", pairing.is_guessed},
                                      {"problem", pairing.problem}});
}

std::string pairing_news(const session::Pairing& before, const session::Pairing& now, const Look& look) {
  std::string text;
  if (now.window && (!before.window || before.window->pin != now.window->pin))
    text += opened(*now.window, look);
  for (const session::AskingDevice& device : now.asking) {
    if (is_in(before.asking, device.number)) continue;
    const std::string number = std::to_string(device.number);
    text += "\n" + device.name + " asks. Its screen says “" + device.words + "”? Then:  " + look.command +
            " pairing accept " + number + " controller   (or timer, notes, follower; decline " + number +
            ")\n";
  }
  for (const session::PairedDevice& device : now.devices)
    if (!is_in(before.devices, device.number) && is_in(before.asking, device.number))
      text += device.name + " is let in: " + std::string(session::to_word(device.role)) + "\n";
  for (const session::AskingDevice& device : before.asking)
    if (!is_in(now.asking, device.number) && !is_in(now.devices, device.number))
      text += device.name + " asks no more\n";
  const std::string advice = now.window ? now.window->advice : "";
  if (!advice.empty() && (!before.window || before.window->advice != advice)) text += advice + "\n";
  if (!now.problem.empty() && now.problem != before.problem) text += now.problem + "\n";
  if (before.window && !now.window)
    text += now.is_guessed ? "Five wrong PINs: somebody guesses, so no more devices may ask. Open it again "
                             "for another PIN.\n"
                           : "No more devices may ask.\n";
  return text;
}

}  // namespace lectern::cli
