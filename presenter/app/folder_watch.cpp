#include "presenter/app/folder_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/system/system_error.hpp>
#include <cstring>

#include "common/base/log.h"

namespace lectern::app {
namespace {

namespace asio = boost::asio;

constexpr int lost = -1;
constexpr std::chrono::seconds look_again{2};  // a medium that is mounted says nothing

/// A folder with nothing in it is one that a medium is going to be mounted on.
int try_to_watch(int events, const std::filesystem::path& folder) {
  constexpr std::uint32_t what = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                                 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
  std::error_code error;
  if (std::filesystem::is_empty(folder, error) || error) return lost;
  return inotify_add_watch(events, folder.c_str(), what);
}

}  // namespace

FolderWatch::FolderWatch(asio::io_context& io) : events_(io) {
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor >= 0) events_.assign(descriptor);
  if (descriptor < 0) log_warning("edits of the deck will not be noticed: too many programs watch files");
}

void FolderWatch::add(const std::set<std::filesystem::path>& folders) {
  if (!events_.is_open()) return;
  for (const auto& folder : folders)
    if (const auto [place, is_new] = watches_.try_emplace(folder, lost); is_new)
      place->second = try_to_watch(events_.native_handle(), folder);
}

asio::awaitable<void> FolderWatch::changed(std::chrono::milliseconds quiet) {
  do co_await wait_a_while();
  while (!take_events() && !find_lost());
  asio::steady_timer timer(events_.get_executor());
  do {
    timer.expires_after(quiet);
    co_await timer.async_wait(asio::use_awaitable);
  } while (take_events());
}

/// Until there are events, or it is time to look for folders that are not there.
asio::awaitable<void> FolderWatch::wait_a_while() {
  asio::steady_timer timer(events_.get_executor(), look_again);
  if (std::ranges::any_of(watches_, [](const auto& folder) { return folder.second == lost; }))
    timer.async_wait([this](const boost::system::error_code& error) {
      boost::system::error_code ignored;
      if (!error) events_.cancel(ignored);
    });
  const auto [error] = co_await events_.async_wait(asio::posix::stream_descriptor::wait_read,
                                                   asio::as_tuple(asio::use_awaitable));
  const bool is_time = error == asio::error::operation_aborted && events_.is_open();
  if (error && !is_time) throw boost::system::system_error(error);
}

/// False: there are none.
bool FolderWatch::take_events() {
  std::array<char, 16'384> bytes{};
  bool are_there = false;
  for (;;) {
    const auto size = read(events_.native_handle(), bytes.data(), bytes.size());
    if (size <= 0) return are_there;
    are_there = true;
    // What the files are they say themselves; of folders it matters that they are gone.
    inotify_event event{};
    for (auto* at = bytes.data(); at < bytes.data() + size; at += sizeof event + event.len) {
      std::memcpy(&event, at, sizeof event);
      if ((event.mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)) != 0) lose(event.wd);
    }
  }
}

void FolderWatch::lose(int watch) {
  for (auto& [folder, its_watch] : watches_) {
    if (its_watch != watch) continue;
    inotify_rm_watch(events_.native_handle(), watch);  // of one that goes on elsewhere
    its_watch = lost;
  }
}

/// Whether one is back.
bool FolderWatch::find_lost() {
  bool is_one_back = false;
  for (auto& [folder, watch] : watches_) {
    if (watch != lost) continue;
    watch = try_to_watch(events_.native_handle(), folder);
    is_one_back |= watch != lost;
  }
  return is_one_back;
}

void FolderWatch::close() {
  boost::system::error_code ignored;
  events_.close(ignored);
}

}  // namespace lectern::app
