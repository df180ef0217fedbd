#include "common/protocol/convert.h"

namespace lectern::protocol {
namespace {

void put(v1::ManagePairing& out, const session::OpenPairing& open) {
  out.mutable_open()->set_on_stage(open.is_on_stage);
  out.mutable_open()->set_address(open.address);
}
void put(v1::ManagePairing& out, const session::ClosePairing&) {
  out.mutable_close();
}
void put(v1::ManagePairing& out, const session::AcceptDevice& accept) {
  out.mutable_accept()->set_device(accept.number);
  out.mutable_accept()->set_role(role_to_proto(accept.role));
}
void put(v1::ManagePairing& out, const session::DeclineDevice& decline) {
  out.mutable_decline()->set_device(decline.number);
}
void put(v1::ManagePairing& out, const session::RevokeDevice& revoke) {
  out.mutable_revoke()->set_device(revoke.number);
}
void put(v1::ManagePairing& out, const session::RenameDevice& rename) {
  out.mutable_rename()->set_device(rename.number);
  out.mutable_rename()->set_name(rename.name);
}
void put(v1::ManagePairing& out, const session::PinDevice& pin) {
  out.mutable_pin()->set_device(pin.number);
  out.mutable_pin()->set_pinned(pin.is_pinned);
}

}  // namespace

v1::ManagePairing to_proto(const session::ManagePairing& command) {
  v1::ManagePairing out;
  std::visit([&](const auto& what) { put(out, what); }, command.what);
  return out;
}

std::optional<session::ManagePairing> from_proto(const v1::ManagePairing& in) {
  switch (in.what_case()) {
    case v1::ManagePairing::kOpen:
      return session::ManagePairing{session::OpenPairing{in.open().on_stage(), in.open().address()}};
    case v1::ManagePairing::kClose:
      return session::ManagePairing{session::ClosePairing{}};
    case v1::ManagePairing::kAccept: {
      const auto role = role_from_proto(in.accept().role());
      if (!role) return std::nullopt;
      return session::ManagePairing{session::AcceptDevice{in.accept().device(), *role}};
    }
    case v1::ManagePairing::kDecline:
      return session::ManagePairing{session::DeclineDevice{in.decline().device()}};
    case v1::ManagePairing::kRevoke:
      return session::ManagePairing{session::RevokeDevice{in.revoke().device()}};
    case v1::ManagePairing::kRename:
      if (!is_device_name(in.rename().name())) return std::nullopt;
      return session::ManagePairing{session::RenameDevice{in.rename().device(), in.rename().name()}};
    case v1::ManagePairing::kPin:
      return session::ManagePairing{session::PinDevice{in.pin().device(), in.pin().pinned()}};
    case v1::ManagePairing::WHAT_NOT_SET:
      return std::nullopt;
  }
  return std::nullopt;
}

v1::Pairing to_proto(const session::Pairing& pairing) {
  v1::Pairing out;
  if (pairing.window) {
    v1::Pairing::Window& window = *out.mutable_window();
    window.set_closes_ms(to_wire_ms(pairing.window->closes));
    window.set_pin(pairing.window->pin);
    window.mutable_invitations()->Add(pairing.window->invitations.begin(), pairing.window->invitations.end());
    window.set_advice(pairing.window->advice);
    window.set_on_stage(pairing.window->is_on_stage);
  }
  for (const session::AskingDevice& asking : pairing.asking) {
    v1::Pairing::Asking& named = *out.add_asking();
    named.set_device(asking.number);
    named.set_name(asking.name);
    named.set_words(asking.words);
  }
  for (const session::PairedDevice& device : pairing.devices) {
    v1::Pairing::Device& named = *out.add_devices();
    named.set_device(device.number);
    named.set_name(device.name);
    named.set_role(role_to_proto(device.role));
    named.set_pinned(device.is_pinned);
  }
  out.set_guessed(pairing.is_guessed);
  out.set_problem(pairing.problem);
  return out;
}

std::optional<session::Pairing> from_proto(const v1::Pairing& in) {
  session::Pairing pairing;
  pairing.is_guessed = in.guessed();
  pairing.problem = in.problem();
  if (in.has_window())
    pairing.window =
        session::PairingWindow{from_wire_ms(in.window().closes_ms()),
                               in.window().pin(),
                               {in.window().invitations().begin(), in.window().invitations().end()},
                               in.window().advice(),
                               in.window().on_stage()};
  for (const v1::Pairing::Asking& asking : in.asking())
    pairing.asking.push_back({asking.device(), asking.name(), asking.words()});
  for (const v1::Pairing::Device& device : in.devices()) {
    const auto role = role_from_proto(device.role());
    if (!role) return std::nullopt;
    pairing.devices.push_back({device.device(), device.name(), *role, device.pinned()});
  }
  return pairing;
}

}  // namespace lectern::protocol
