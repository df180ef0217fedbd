// Notices that files in some folders were written, by inotify(7).
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <filesystem>
#include <set>

namespace lectern::app {

/// Lives on one io_context's thread. Where the system refuses, nothing is ever noticed.
class FolderWatch {
 public:
  explicit FolderWatch(boost::asio::io_context&);

  /// From now on these too.
  void add(const std::set<std::filesystem::path>& folders);

  /// Ends once something was written, created, renamed or removed in one of them and nothing was for `quiet`.
  boost::asio::awaitable<void> changed(std::chrono::milliseconds quiet);

  /// Ends a wait by an exception of the operation.
  void close();

 private:
  boost::asio::posix::stream_descriptor events_;
  std::set<std::filesystem::path> folders_;
};

}  // namespace lectern::app
