#include "common/client/known_presenters.h"

#include <algorithm>
#include <boost/json.hpp>

#include "common/base/private_file.h"

namespace lectern::client {
namespace {

namespace json = boost::json;

constexpr std::size_t max_file_bytes = 1 << 20;

std::optional<KnownPresenter> presenter_of(const json::value& value) {
  KnownPresenter known;
  try {
    known.host = json::value_to<std::string>(value.at("host"));
    known.port = json::value_to<std::uint16_t>(value.at("port"));
    known.device.number = json::value_to<DeviceNumber>(value.at("device"));
    const auto key = trust::from_hex(json::value_to<std::string>(value.at("key")));
    const auto bytes = trust::fixed<32>(key.value_or(""));
    const auto fingerprint = parse_fingerprint(json::value_to<std::string>(value.at("fingerprint")));
    if (!bytes || !fingerprint || known.device.number == 0) return std::nullopt;
    known.device.key = *bytes;
    known.fingerprint = *fingerprint;
  } catch (const std::exception&) {  // what somebody else has written there
    return std::nullopt;
  }
  return known;
}

}  // namespace

std::string to_text(const std::vector<KnownPresenter>& presenters) {
  json::array out;
  for (const KnownPresenter& known : presenters)
    out.push_back({{"host", known.host},
                   {"port", known.port},
                   {"fingerprint", fingerprint_text(known.fingerprint)},
                   {"device", known.device.number},
                   {"key", trust::to_hex(trust::view(known.device.key))}});
  return json::serialize(json::object{{"presenters", std::move(out)}}) + "\n";
}

std::vector<KnownPresenter> known_presenters_of(std::string_view text) {
  std::vector<KnownPresenter> presenters;
  boost::system::error_code error;
  const json::value file = json::parse(text, error);
  const json::object* const whole = error ? nullptr : file.if_object();
  const json::value* const list = whole ? whole->if_contains("presenters") : nullptr;
  if (!list || !list->is_array()) return presenters;
  for (const json::value& value : list->get_array())
    if (auto known = presenter_of(value)) presenters.push_back(*std::move(known));
  return presenters;
}

Result<std::vector<KnownPresenter>> KnownPresenters::all() const {
  const auto text = read_private_file(file_, max_file_bytes);
  if (!text) return text.error();
  return known_presenters_of(*text);
}

Result<std::optional<KnownPresenter>> KnownPresenters::find(const std::string& host,
                                                            std::uint16_t port) const {
  const auto presenters = all();
  if (!presenters) return presenters.error();
  for (const KnownPresenter& known : *presenters)
    if (known.host == host && known.port == port) return std::optional(known);
  return std::optional<KnownPresenter>();
}

Result<void> KnownPresenters::keep(const KnownPresenter& presenter) const {
  auto presenters = all();
  if (!presenters) return presenters.error();
  std::erase_if(*presenters, [&](const KnownPresenter& known) {
    return known.host == presenter.host && known.port == presenter.port;
  });
  presenters->push_back(presenter);
  return write_private_file(file_, to_text(*presenters));
}

}  // namespace lectern::client
