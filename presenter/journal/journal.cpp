#include "presenter/journal/journal.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace lectern::journal {

Journal::Journal(std::filesystem::path file, std::string show, const Clock& clock)
    : store_(std::move(file)), show_(std::move(show)), clock_(clock) {}

Journal::~Journal() = default;

std::optional<Entry> Journal::last() {
  return store_.read(show_);
}

void Journal::begin(std::function<void(const session::Recorded&)> tell) {
  writer_ =
      std::jthread([this, tell = std::move(tell)](const std::stop_token& stop) { write_all(stop, tell); });
}

void Journal::note(std::shared_ptr<const session::State> state) {
  {
    const std::lock_guard lock(mutex_);
    recorder_.note(std::move(state));
  }
  changed_.notify_all();
}

void Journal::close() {
  {
    const std::lock_guard lock(mutex_);
    recorder_.close();
  }
  changed_.notify_all();
}

/// When it is time to stop there is one more attempt.
void Journal::write_all(const std::stop_token& stop,
                        const std::function<void(const session::Recorded&)>& tell) {
  std::unique_lock lock(mutex_);
  for (;;) {
    const auto is_due = [&] { return recorder_.due(clock_.now()).has_value(); };
    if (const auto next = recorder_.next_due())
      changed_.wait_for(lock, stop, std::max(*next - clock_.now(), Duration(1)), is_due);
    else
      changed_.wait(lock, stop, is_due);
    const bool is_last = stop.stop_requested();
    if (const auto line = is_last ? recorder_.unwritten() : recorder_.due(clock_.now())) {
      lock.unlock();
      std::string problem = write(*line);
      lock.lock();
      const auto news = recorder_.tried(*line, std::move(problem), clock_.now());
      lock.unlock();
      if (news) tell(*news);
      lock.lock();
    }
    if (is_last) return;
  }
}

/// What went wrong; empty: nothing.
std::string Journal::write(const Recorder::Line& line) {
  const auto outcome = store_.write(show_, {*line.state, clock_.now(), present_moment(), line.is_closed});
  return outcome ? std::string() : outcome.error().message + "; " + outcome.error().remedy;
}

}  // namespace lectern::journal
