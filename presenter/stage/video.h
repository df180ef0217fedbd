// SDL's video and a line of our own to the X server, as long as this lives.
#pragma once

#include <cstdint>
#include <memory>

#include "common/base/result.h"
#include "presenter/stage/x_server.h"

namespace lectern::stage {

/// Main thread.
class Video {
 public:
  static Result<std::unique_ptr<Video>> start(std::unique_ptr<XServer>);
  ~Video();
  Video(const Video&) = delete;
  Video& operator=(const Video&) = delete;

  XServer& x() { return *x_; }

  /// The type of SDL's event that comes when the displays have changed. A clicker's keys that X grabs come
  /// as key presses.
  std::uint32_t monitors_event() const { return monitors_event_; }

 private:
  explicit Video(std::unique_ptr<XServer>);

  const std::uint32_t monitors_event_;
  std::unique_ptr<XServer> x_;
};

/// What SDL says is wrong with `what`.
Error no_display(const std::string& what);

}  // namespace lectern::stage
