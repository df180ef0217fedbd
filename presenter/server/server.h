// The presenter's door: HTTP and the session's WebSocket, with TLS and without, on one port of each address.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "common/base/host_port.h"
#include "common/base/result.h"
#include "common/protocol/limits.h"
#include "common/websocket/tls.h"
#include "presenter/engine/engine.h"
#include "presenter/server/pictures.h"
#include "presenter/server/request.h"

namespace boost::asio {
class io_context;
}

namespace lectern::server {

struct Options {
  std::uint16_t port = protocol::default_port;  ///< on the loopback interface; 0 takes a free one
  std::vector<HostPort> addresses;              ///< beside that; without a port, on the same one
  Site site;
  std::function<std::vector<std::string>()> machine_addresses;  ///< that 0.0.0.0 and :: stand for now
  std::filesystem::path state_folder;  ///< for the devices that are paired; empty: they are not kept
  std::string show;                    ///< by which a later start knows it again
  Pictures* pictures = nullptr;        ///< of slides; outlive the server; nullptr: there are none
  bool goes_on = false;  ///< with a session that was cut off: the devices that it let in are let in again
};

/// How the session ends.
enum class Ending {
  over,         ///< what was let in for it alone is let in no more
  interrupted,  ///< it may go on
};

/// Owns the listening sockets and what all connections share. Lives on the engine thread, as the engine does.
/// To end: close(), let the io_context run out of work (within close_timeout), destroy.
class Server {
 public:
  /// Fails where a port is taken or an address is not this machine's, saying what to do.
  static Result<std::unique_ptr<Server>> listen(boost::asio::io_context&, engine::Engine&, websocket::Tls,
                                                const Options&);
  ~Server();

  /// On the loopback interface.
  std::uint16_t port() const;

  /// Where else it can be reached now: addresses with their ports.
  std::vector<HostPort> addresses() const;

  /// Accepts no more, tells every client that the presenter ends, and gives them close_timeout to hear it.
  void close(Ending);

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::server
