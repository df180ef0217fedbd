// One client of one presenter: connects, keeps connected, knows the newest of everything, and sends commands.
// What decides is in machine.h; here it meets sockets and a clock.
#pragma once

#include <boost/asio/awaitable.hpp>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "common/base/fingerprint.h"
#include "common/base/time.h"
#include "common/client/device_key.h"
#include "common/client/outbox.h"
#include "common/client/view.h"
#include "common/protocol/limits.h"
#include "common/protocol/messages.h"

namespace boost::asio {
class io_context;
}

namespace lectern::client {

struct Options {
  std::string host = std::string(protocol::loopback);
  std::uint16_t port = protocol::default_port;
  std::optional<Fingerprint> fingerprint = {};  ///< of the certificate to trust; null: without TLS
  std::string name = {};  ///< for the presenter's operator; at most max_client_name_bytes
  session::Role role = session::Role::controller;
  std::optional<DeviceKey> device = {};  ///< where it was paired with that presenter
};

/// Everything happens on the io_context's one thread. Must be destroyed before the io_context.
class Client {
 public:
  Client(boost::asio::io_context&, Options);
  ~Client();

  const View& view() const;

  /// The presenter's clock, as well as it is known.
  Instant presenter_now() const;

  /// Waits until `holds(view())`, which is looked at after every change. False: `patience` ran out first.
  boost::asio::awaitable<bool> until(std::function<bool(const View&)> holds, Duration patience);

  /// Waits for any change of the view, or for `patience`.
  boost::asio::awaitable<void> changed(Duration patience);

  /// Sends a command and waits for its answer. view().state must be known.
  boost::asio::awaitable<Confirmed> press(Press);

  /// Points. view().state must be known. There is no answer: false where the presenter does not tell of it
  /// soon, because somebody else points or the stage shows another slide by now.
  boost::asio::awaitable<bool> point(session::Pointer);

  /// The notes of one slide (number from 1) of the deck in view().
  boost::asio::awaitable<Result<protocol::Notes>> notes(std::uint32_t number);

  /// Says goodbye and connects no more; ended() within close_timeout.
  void close();
  bool ended() const;

 private:
  struct Impl;
  std::shared_ptr<Impl> impl_;
};

}  // namespace lectern::client
