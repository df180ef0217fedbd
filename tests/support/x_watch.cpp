#include "tests/support/x_watch.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>

namespace lectern::test {
namespace {

using std::chrono::steady_clock;

/// Between two looks, so that the programs watched have the processor too.
constexpr timespec pause{.tv_sec = 0, .tv_nsec = 250'000};

double ms_between(steady_clock::time_point start, steady_clock::time_point end) {
  return std::chrono::duration<double, std::milli>(end - start).count();
}

/// What an X server puts into the byte beside red, green and blue means nothing.
std::uint32_t color(std::uint32_t pixel) {
  return pixel & 0xffffffu;
}

}  // namespace

struct XWatch::Parts {
  Display* display = nullptr;
  XImage* image = nullptr;
  XShmSegmentInfo memory{};
  int first_row = 0;
  std::vector<std::uint32_t> seen;
  std::vector<double> periods_ms;

  std::span<const std::uint32_t> pixels() const {
    return {reinterpret_cast<const std::uint32_t*>(image->data),
            static_cast<std::size_t>(image->bytes_per_line) / 4 * static_cast<std::size_t>(image->height)};
  }

  /// Looks again: whether it looks otherwise than before.
  bool changed() {
    XShmGetImage(display, DefaultRootWindow(display), image, 0, first_row, AllPlanes);
    const auto now = pixels();
    if (std::memcmp(now.data(), seen.data(), now.size_bytes()) == 0) return false;
    const bool is_visible = !std::ranges::equal(now, seen, {}, color, color);
    seen.assign(now.begin(), now.end());
    return is_visible;
  }
};

XWatch::XWatch(const std::string& name, int first_row, int row_count) : parts_(std::make_unique<Parts>()) {
  Parts& parts = *parts_;
  parts.display = XOpenDisplay(name.c_str());
  if (!parts.display) throw std::runtime_error("no X server at " + name);
  const int screen = DefaultScreen(parts.display);
  parts.image = XShmCreateImage(parts.display, DefaultVisual(parts.display, screen),
                                static_cast<unsigned>(DefaultDepth(parts.display, screen)), ZPixmap, nullptr,
                                &parts.memory, static_cast<unsigned>(DisplayWidth(parts.display, screen)),
                                static_cast<unsigned>(row_count));
  if (!parts.image || parts.image->bits_per_pixel != 32)
    throw std::runtime_error("the X server shares no pixels of 32 bits");
  const auto bytes = static_cast<std::size_t>(parts.image->bytes_per_line) * static_cast<unsigned>(row_count);
  parts.memory.shmid = shmget(IPC_PRIVATE, bytes, IPC_CREAT | 0600);
  if (parts.memory.shmid < 0) throw std::runtime_error("no shared memory for the pixels");
  parts.memory.shmaddr = parts.image->data = static_cast<char*>(shmat(parts.memory.shmid, nullptr, 0));
  XShmAttach(parts.display, &parts.memory);
  XSync(parts.display, False);
  shmctl(parts.memory.shmid, IPC_RMID, nullptr);  // gone as soon as both ends let go of it
  parts.first_row = first_row;
  parts.seen.resize(bytes / 4);
}

XWatch::~XWatch() {
  XShmDetach(parts_->display, &parts_->memory);
  XDestroyImage(parts_->image);
  XCloseDisplay(parts_->display);
  shmdt(parts_->memory.shmaddr);
}

std::optional<Change> XWatch::after(const std::function<void()>& act, std::chrono::milliseconds calm,
                                    std::chrono::milliseconds patience) {
  parts_->changed();
  std::optional<Change> change;
  const auto start = steady_clock::now();
  act();
  for (auto before = start;;) {
    const bool is_changed = parts_->changed();
    const auto now = steady_clock::now();
    parts_->periods_ms.push_back(ms_between(before, now));
    before = now;
    const double since = ms_between(start, now);
    if (is_changed) change = Change{change ? change->first_ms : since, since};
    if (change ? since - change->last_ms > static_cast<double>(calm.count()) : now - start > patience)
      return change;
    nanosleep(&pause, nullptr);
  }
}

const std::vector<double>& XWatch::periods_ms() const {
  return parts_->periods_ms;
}

}  // namespace lectern::test
