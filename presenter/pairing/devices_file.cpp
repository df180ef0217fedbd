#include "presenter/pairing/devices_file.h"

#include <boost/json.hpp>
#include <optional>

#include "common/base/private_file.h"
#include "presenter/pairing/desk.h"

namespace lectern::pairing {
namespace {

namespace json = boost::json;

constexpr std::size_t max_file_bytes = 64 * 1024;

template <class Value>
std::optional<Value> at(const json::object& in, const char* name) {
  const json::value* const found = in.if_contains(name);
  if (!found) return std::nullopt;
  const auto value = json::try_value_to<Value>(*found);
  return value ? std::optional<Value>(*value) : std::nullopt;
}

std::optional<Device> device_of(const json::value& value) {
  const json::object* const in = value.if_object();
  if (!in) return std::nullopt;
  const auto number = at<DeviceNumber>(*in, "number");
  const auto role = session::role_of(at<std::string>(*in, "role").value_or(""));
  const auto key = trust::fixed<32>(trust::from_hex(at<std::string>(*in, "key").value_or("")).value_or(""));
  if (!number || *number == 0 || !role || !key) return std::nullopt;
  return Device{*number,
                at<std::string>(*in, "name").value_or(""),
                *role,
                at<bool>(*in, "pinned").value_or(false),
                at<std::int64_t>(*in, "paired").value_or(0),
                *key};
}

}  // namespace

std::string to_text(const Kept& kept) {
  json::array out;
  for (const Device& device : kept.devices)
    out.push_back({{"number", device.number},
                   {"name", device.name},
                   {"role", std::string(session::to_word(device.role))},
                   {"pinned", device.is_pinned},
                   {"paired", device.paired_s},
                   {"key", trust::to_hex(trust::view(device.key))}});
  return json::serialize(
             json::object{{"show", kept.show}, {"last", kept.last_number}, {"devices", std::move(out)}}) +
         "\n";
}

Kept kept_of(std::string_view text, std::int64_t now_s) {
  Kept kept;
  boost::system::error_code error;
  const json::value file = json::parse(text, error);
  const json::object* const all = error ? nullptr : file.if_object();
  const json::value* const list = all ? all->if_contains("devices") : nullptr;
  if (!list || !list->is_array()) return kept;
  kept.show = at<std::string>(*all, "show").value_or("");
  kept.last_number = at<DeviceNumber>(*all, "last").value_or(0);
  for (const json::value& value : list->get_array()) {
    const auto device = device_of(value);
    const bool is_over = device && !device->is_pinned && now_s > device->paired_s + session_at_most_s;
    if (device && !is_over && kept.devices.size() < max_devices) kept.devices.push_back(*device);
  }
  return kept;
}

Result<Kept> read_devices(const std::filesystem::path& path, std::int64_t now_s) {
  const auto text = read_private_file(path, max_file_bytes);
  if (!text) return text.error();
  return kept_of(*text, now_s);
}

Result<void> write_devices(const std::filesystem::path& path, const Kept& kept) {
  return write_private_file(path, to_text(kept));
}

}  // namespace lectern::pairing
