// Notices when this machine gets or loses a network or an address.
#pragma once

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

namespace lectern::client {

/// Lives on one thread.
class NetworkWatch {
 public:
  explicit NetworkWatch(const boost::asio::any_io_executor&);

  /// Waits for the next change, or for several at once. False: nothing will be noticed any more, because of
  /// stop() or because the system does not say.
  boost::asio::awaitable<bool> change();

  void stop();

 private:
  boost::asio::posix::stream_descriptor messages_;
};

}  // namespace lectern::client
