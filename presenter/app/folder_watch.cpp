#include "presenter/app/folder_watch.h"

#include <sys/inotify.h>

#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "common/base/log.h"

namespace lectern::app {

namespace asio = boost::asio;

FolderWatch::FolderWatch(asio::io_context& io) : events_(io) {
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor >= 0) events_.assign(descriptor);
  if (descriptor < 0) log_warning("edits of the deck will not be noticed: too many programs watch files");
}

void FolderWatch::add(const std::set<std::filesystem::path>& folders) {
  constexpr std::uint32_t what = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE;
  for (const auto& folder : folders)
    if (events_.is_open() && folders_.insert(folder).second)
      inotify_add_watch(events_.native_handle(), folder.c_str(), what);
}

asio::awaitable<void> FolderWatch::changed(std::chrono::milliseconds quiet) {
  std::array<char, 16'384> events{};  // only that there were some matters: the files say what they are
  co_await events_.async_read_some(asio::buffer(events), asio::use_awaitable);
  asio::steady_timer timer(events_.get_executor());
  for (bool settled = false; !settled;) {
    timer.expires_after(quiet);
    co_await timer.async_wait(asio::use_awaitable);
    boost::system::error_code none;
    events_.non_blocking(true);
    settled = events_.read_some(asio::buffer(events), none) == 0;
  }
}

void FolderWatch::close() {
  boost::system::error_code ignored;
  events_.close(ignored);
}

}  // namespace lectern::app
