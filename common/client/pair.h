// Asks a presenter to let this device in: once, by a secret that the operator's screen shows.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/system/result.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <variant>

#include "common/base/fingerprint.h"
#include "common/base/result.h"
#include "common/client/device_key.h"
#include "common/session/role.h"
#include "common/trust/bytes.h"

namespace lectern::client {

struct Pin {
  std::string digits;
};

struct PairOptions {
  std::string host;
  std::uint16_t port = 0;
  std::optional<Fingerprint>
      fingerprint;  ///< nullopt: not known yet; the PIN's proof is bound to what is shown
  std::variant<Pin, trust::Token> secret;
  std::string name;  ///< for the operator; 1 to max_client_name_bytes
};

struct Paired {
  DeviceKey device;
  Fingerprint fingerprint{};
  session::Role role = session::Role::follower;  ///< the most that it will be granted
};

struct NotPaired {
  Error why;
  bool is_answer = false;  ///< of the presenter's or its operator's; false: there is none to speak of
};

/// Over TLS, to its end: let in or turned away. `waiting` is given the two words that the operator's screen
/// shows too, once the presenter has proved itself and the operator is asked. A PIN takes the thread some ten
/// milliseconds of arithmetic.
boost::asio::awaitable<boost::system::result<Paired, NotPaired>> pair(
    boost::asio::any_io_executor, PairOptions, std::function<void(const std::string& words)> waiting);

}  // namespace lectern::client
