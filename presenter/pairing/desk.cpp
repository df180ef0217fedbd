#include "presenter/pairing/desk.h"

#include <algorithm>
#include <utility>

namespace lectern::pairing {
namespace {

/// One step: what happens to the desk, and what follows.
class Step {
 public:
  Step(Desk& desk, Instant now) : desk_(desk), now_(now) {}

  std::vector<Effect> take(const Event& event) {
    const Desk before = desk_;
    let_time_pass();
    std::visit([this](const auto& happened) { take(happened); }, event);
    if (desk_.devices != before.devices) effects_.push_back(Keep{});
    if (desk_ != before) effects_.push_back(Tell{});
    return std::move(effects_);
  }

 private:
  void let_time_pass() {
    if (desk_.window && now_ >= desk_.window->closes) desk_.window.reset();
    if (desk_.window && desk_.window->invitation) {
      const Invitation& invitation = *desk_.window->invitation;
      desk_.window->is_unanswered = !invitation.anybody_came && now_ >= invitation.shown + advice_time;
      if (now_ >= invitation.shown + token_time) desk_.window->invitation.reset();
    }
    turn_away([this](const Asking& asking) { return now_ >= asking.since + window_time; },
              Refusal::unanswered);
  }

  template <class Which>
  void turn_away(Which which, Refusal why) {
    for (const Asking& asking : desk_.asking)
      if (which(asking)) effects_.push_back(Refuse{asking.connection, why});
    std::erase_if(desk_.asking, which);
  }

  void take(const Open& open) {
    desk_.is_guessed = false;
    const std::uint32_t number = ++desk_.window_count;
    desk_.window = Window{
        number, now_ + window_time, open.pin, 0, Invitation{open.token, now_, false, open.asked}, false};
  }

  void take(const Close&) {
    desk_.window.reset();
    turn_away([](const Asking&) { return true; }, Refusal::declined);
  }

  void take(const Look&) {}

  void take(const Came&) {
    if (!desk_.window) return;
    desk_.window->is_unanswered = false;
    if (desk_.window->invitation) desk_.window->invitation->anybody_came = true;
  }

  void take(const Proved& proved) {
    take(Came{});
    const bool is_open = desk_.window && desk_.window->number == proved.window;
    const bool by_token = proved.by == Proved::By::token;
    if (!is_open || (by_token && !desk_.window->invitation))
      return refuse(proved.connection, Refusal::closed);
    if (desk_.asking.size() == max_asking) return refuse(proved.connection, Refusal::busy);
    if (by_token) desk_.window->invitation.reset();
    desk_.asking.push_back(
        {++desk_.last_number, proved.connection, proved.name, proved.words, proved.key, now_});
    effects_.push_back(Confirm{proved.connection});
  }

  void take(const Failed& failed) {
    take(Came{});
    if (!desk_.window || desk_.window->number != failed.window)
      return refuse(failed.connection, Refusal::closed);
    refuse(failed.connection, Refusal::wrong);
    if (++desk_.window->failures < max_failures) return;
    desk_.window.reset();
    desk_.is_guessed = true;
  }

  void refuse(ConnectionId connection, Refusal why) { effects_.push_back(Refuse{connection, why}); }

  void take(const Left& left) {
    std::erase_if(desk_.asking, [&](const Asking& asking) { return asking.connection == left.connection; });
  }

  void take(const Accept& accept) {
    const auto asking = std::ranges::find(desk_.asking, accept.number, &Asking::number);
    if (asking == desk_.asking.end() || desk_.devices.size() == max_devices) return;
    desk_.devices.push_back({asking->number, asking->name, accept.role, false, accept.now_s, asking->key});
    effects_.push_back(Admit{asking->connection, asking->number, accept.role});
    desk_.asking.erase(asking);
  }

  void take(const Decline& decline) {
    turn_away([&](const Asking& asking) { return asking.number == decline.number; }, Refusal::declined);
  }

  void take(const Revoke& revoke) {
    const auto is_meant = [&](const Device& device) { return device.number == revoke.number; };
    if (std::erase_if(desk_.devices, is_meant) > 0) effects_.push_back(Expel{revoke.number});
  }

  void take(const Rename& rename) {
    if (const auto asking = std::ranges::find(desk_.asking, rename.number, &Asking::number);
        asking != desk_.asking.end())
      asking->name = rename.name;
    else if (Device* const device = known(rename.number))
      device->name = rename.name;
  }

  void take(const Pin& pin) {
    if (Device* const device = known(pin.number)) device->is_pinned = pin.is_pinned;
  }

  void take(const End&) {
    take(Close{});
    std::erase_if(desk_.devices, [](const Device& device) { return !device.is_pinned; });
  }

  Device* known(DeviceNumber number) {
    const auto device = std::ranges::find(desk_.devices, number, &Device::number);
    return device == desk_.devices.end() ? nullptr : &*device;
  }

  Desk& desk_;
  const Instant now_;
  std::vector<Effect> effects_;
};

}  // namespace

Desk desk_with(std::vector<Device> devices, DeviceNumber last_number) {
  Desk desk;
  desk.last_number = last_number;
  desk.devices = std::move(devices);
  for (const Device& device : desk.devices) desk.last_number = std::max(desk.last_number, device.number);
  return desk;
}

const Device* find(const Desk& desk, DeviceNumber number) {
  const auto device = std::ranges::find(desk.devices, number, &Device::number);
  return device == desk.devices.end() ? nullptr : &*device;
}

std::optional<session::PairingTrouble> objection(const Desk& desk, const session::PairingCommand& command) {
  using session::PairingTrouble;
  const auto unless = [](bool is_there) {
    return is_there ? std::nullopt : std::optional(PairingTrouble::no_such_device);
  };
  const auto asks = [&](DeviceNumber number) {
    return std::ranges::find(desk.asking, number, &Asking::number) != desk.asking.end();
  };
  const auto is_paired = [&](DeviceNumber number) { return find(desk, number) != nullptr; };

  if (const auto* const accept = std::get_if<session::AcceptDevice>(&command))
    return asks(accept->number) && desk.devices.size() == max_devices ? PairingTrouble::too_many_devices
                                                                      : unless(asks(accept->number));
  if (const auto* const decline = std::get_if<session::DeclineDevice>(&command))
    return unless(asks(decline->number));
  if (const auto* const revoke = std::get_if<session::RevokeDevice>(&command))
    return unless(is_paired(revoke->number));
  if (const auto* const rename = std::get_if<session::RenameDevice>(&command))
    return unless(asks(rename->number) || is_paired(rename->number));
  if (const auto* const pin = std::get_if<session::PinDevice>(&command))
    return unless(is_paired(pin->number));
  return std::nullopt;
}

std::vector<Effect> step(Desk& desk, const Event& event, Instant now) {
  return Step(desk, now).take(event);
}

std::optional<Instant> next_look(const Desk& desk) {
  std::optional<Instant> next;
  const auto at = [&](Instant instant) { next = next ? std::min(*next, instant) : instant; };
  if (desk.window) at(desk.window->closes);
  if (desk.window && desk.window->invitation) {
    const Invitation& invitation = *desk.window->invitation;
    at(invitation.shown + token_time);
    if (!invitation.anybody_came && !desk.window->is_unanswered) at(invitation.shown + advice_time);
  }
  for (const Asking& asking : desk.asking) at(asking.since + window_time);
  return next;
}

std::string advice() {
  return "nobody has connected yet. A guest Wi-Fi often keeps devices apart, a firewall on this machine may "
         "be "
         "in the way, or the device is on another network: use the same Wi-Fi as this machine, not the "
         "guests'; allow the port in the firewall; or show the code of another of this machine's addresses";
}

}  // namespace lectern::pairing
