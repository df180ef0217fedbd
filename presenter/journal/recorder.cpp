#include "presenter/journal/recorder.h"

#include <utility>

namespace lectern::journal {

std::optional<Recorder::Line> Recorder::due(Instant now) const {
  const bool is_due = newest_.state && (newest_ != tried_ || now >= again_);
  return is_due ? std::optional(newest_) : std::nullopt;
}

std::optional<Recorder::Line> Recorder::unwritten() const {
  return newest_.state && newest_ != written_ ? std::optional(newest_) : std::nullopt;
}

std::optional<Instant> Recorder::next_due() const {
  return tried_.state ? std::optional(again_) : std::nullopt;
}

std::optional<session::Recorded> Recorder::tried(const Line& line, std::string problem, Instant now) {
  tried_ = line;
  again_ = now + (problem.empty() ? refresh_interval : retry_interval);
  session::Recorded news{told_.revision, std::move(problem)};
  if (news.problem.empty()) {
    written_ = line;
    news.revision = line.state->revision;
  }
  if (news == told_) return std::nullopt;
  told_ = news;
  return news;
}

}  // namespace lectern::journal
