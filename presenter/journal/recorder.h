// What of a show is to be written, when, and what is to be told of it. Pure.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "common/base/time.h"
#include "common/session/recorded.h"
#include "common/session/state.h"

namespace lectern::journal {

class Recorder {
 public:
  static constexpr Duration retry_interval = std::chrono::seconds(2);
  /// A show in which nothing happens is written again so often: how long ago it was cut off is known by that.
  static constexpr Duration refresh_interval = std::chrono::minutes(1);

  struct Line {
    std::shared_ptr<const session::State> state;
    bool is_closed = false;
    friend bool operator==(const Line&, const Line&) = default;
  };

  /// The newest state; an earlier one that was not written yet is passed over.
  void note(std::shared_ptr<const session::State> state) { newest_.state = std::move(state); }

  /// Somebody ended the show.
  void close() { newest_.is_closed = true; }

  /// What to write now, if anything.
  std::optional<Line> due(Instant now) const;

  /// When something is due though nothing new is noted.
  std::optional<Instant> next_due() const;

  /// The newest, if it is not written, however often that was tried.
  std::optional<Line> unwritten() const;

  /// It was tried; `problem` is empty where it succeeded. What is to be told, if that is news.
  std::optional<session::Recorded> tried(const Line&, std::string problem, Instant now);

 private:
  Line newest_;
  Line tried_;
  Line written_;
  Instant again_{};  ///< when tried_ is due once more
  session::Recorded told_;
};

}  // namespace lectern::journal
