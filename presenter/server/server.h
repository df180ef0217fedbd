// The presenter's door: HTTP and the session's WebSocket on one port of the loopback interface.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "common/base/result.h"
#include "presenter/engine/engine.h"

namespace boost::asio {
class io_context;
}

namespace lectern::server {

/// Owns the listening socket and what all connections share. Lives on the engine thread, as the engine does.
/// To end: close(), let the io_context run out of work (within close_timeout), destroy.
class Server {
 public:
  /// Listens on 127.0.0.1; port 0 takes a free one. Fails where the port is taken, saying what to do.
  static Result<std::unique_ptr<Server>> listen(boost::asio::io_context&, engine::Engine&,
                                                std::uint16_t port);
  ~Server();

  std::uint16_t port() const;

  /// Accepts no more, tells every client that the presenter ends, and gives them close_timeout to hear it.
  void close();

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::server
