// What a restart goes on from: where each show stood last, on the disk. Writing has a thread of its own: the
// screen comes first, the disk right after, and a disk that is full, slow or gone stops nothing.
#pragma once

#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "common/base/time.h"
#include "presenter/journal/entry.h"
#include "presenter/journal/recorder.h"
#include "presenter/journal/store.h"

namespace lectern::journal {

class Journal {
 public:
  /// Of the show named `show` (its decks' paths), in a file that other shows have their lines in too. What is
  /// wrong with the file is told once something is written.
  Journal(std::filesystem::path file, std::string show, const Clock&);

  /// Writes what it still has, if the disk takes it, and waits for that.
  ~Journal();

  /// What the last run of this show left; nullopt where there was none, or it cannot be read. Before begin().
  std::optional<Entry> last();

  /// From now on what is noted is written. `tell` is called on the journal's thread; it only posts and
  /// returns.
  void begin(std::function<void(const session::Recorded&)> tell);

  /// The newest state; an earlier one that was not written yet is passed over. Any thread; never waits.
  void note(std::shared_ptr<const session::State>);

  /// Somebody ended the show: the next run starts afresh. Any thread; never waits.
  void close();

 private:
  void write_all(const std::stop_token&, const std::function<void(const session::Recorded&)>& tell);
  std::string write(const Recorder::Line&);

  Store store_;
  const std::string show_;
  const Clock clock_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  Recorder recorder_;
  std::jthread writer_;  ///< last: stopped before anything that it uses goes
};

}  // namespace lectern::journal
