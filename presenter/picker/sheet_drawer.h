// Sheets drawn on a thread of their own, so that the stage never waits for a font.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

#include "presenter/picker/sheet.h"

namespace lectern::picker {

/// Any thread, but for the destructor, which waits for the sheet in hand.
class SheetDrawer {
 public:
  /// `on_drawn` is called on the drawer's thread.
  SheetDrawer(std::filesystem::path font_folder, std::function<void()> on_drawn);

  /// Draws it soon, unless another comes before.
  void draw(Sheet);

  /// What was drawn last; nullptr: nothing since this was asked.
  stage::Frame take();

 private:
  void work(const std::stop_token&);

  const std::filesystem::path font_folder_;
  const std::function<void()> on_drawn_;
  std::mutex mutex_;
  std::condition_variable_any asked_;
  std::optional<Sheet> wanted_;
  stage::Frame drawn_;
  std::jthread thread_;  ///< last: stopped before anything that it uses goes
};

}  // namespace lectern::picker
