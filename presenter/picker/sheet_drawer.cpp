#include "presenter/picker/sheet_drawer.h"

#include <utility>

#include "common/base/log.h"

namespace lectern::picker {

SheetDrawer::SheetDrawer(std::filesystem::path font_folder, std::function<void()> on_drawn)
    : font_folder_(std::move(font_folder)),
      on_drawn_(std::move(on_drawn)),
      thread_([this](const std::stop_token& stop) { work(stop); }) {}

void SheetDrawer::draw(Sheet sheet) {
  {
    const std::lock_guard lock(mutex_);
    wanted_ = std::move(sheet);
  }
  asked_.notify_one();
}

stage::Frame SheetDrawer::take() {
  const std::lock_guard lock(mutex_);
  return std::exchange(drawn_, nullptr);
}

void SheetDrawer::work(const std::stop_token& stop) {
  auto typesetter = typeset::Typesetter::create(font_folder_);
  if (!typesetter) return log_warning(typesetter.error().message + ": " + typesetter.error().remedy);
  std::unique_lock lock(mutex_);
  while (asked_.wait(lock, stop, [&] { return wanted_.has_value(); })) {
    const Sheet sheet = *std::exchange(wanted_, std::nullopt);
    lock.unlock();
    auto drawn = std::make_shared<const Pixmap>(picker::draw(sheet, *typesetter));
    lock.lock();
    drawn_ = std::move(drawn);
    lock.unlock();
    on_drawn_();
    lock.lock();
  }
}

}  // namespace lectern::picker
