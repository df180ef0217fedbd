// Notices that files in some folders were written, by inotify(7).
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <filesystem>
#include <map>
#include <set>

namespace lectern::app {

/// Lives on one io_context's thread. Where the system refuses, nothing is ever noticed.
class FolderWatch {
 public:
  explicit FolderWatch(boost::asio::io_context&);

  /// From now on these too. One that goes, with the medium that it is on or by another name, is looked for
  /// every two seconds, and watched again once it is back with something in it.
  void add(const std::set<std::filesystem::path>& folders);

  /// Ends once something was written, created, renamed or removed in one of them, or one went or came back,
  /// and nothing happened for `quiet`.
  boost::asio::awaitable<void> changed(std::chrono::milliseconds quiet);

  /// Ends a wait by an exception of the operation.
  void close();

 private:
  boost::asio::awaitable<void> wait_a_while();
  bool take_events();
  bool find_lost();
  void lose(int watch);

  boost::asio::posix::stream_descriptor events_;
  std::map<std::filesystem::path, int> watches_;  ///< of the folders; -1: it is not there
};

}  // namespace lectern::app
