// A presenter that is killed while it writes its journal, again and again.
#pragma once

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <random>

#include "presenter/journal/journal.h"
#include "tests/support/folder.h"

namespace lectern::test {

/// In a process of its own: notes states as fast as it can and says which are recorded, until it is killed.
[[noreturn]] inline void write_for_ever(const std::filesystem::path& file, Revision first, int recorded) {
  const Clock clock;
  journal::Journal journal(file, "/decks/budget.md", clock);
  journal.begin([&](const session::Recorded& news) {
    if (!news.problem.empty() || write(recorded, &news.revision, sizeof news.revision) < 0) _exit(1);
  });
  for (Revision revision = first;; ++revision) {
    auto state = std::make_shared<session::State>();
    state->revision = revision;
    state->epoch = 1;
    state->deck = std::string(32, 'a');
    state->position = {{1, 0}, 0};
    journal.note(std::move(state));
  }
}

inline void spin_for(std::chrono::microseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (std::chrono::steady_clock::now() < end) continue;
}

/// After every kill the next run finds the state that was said to be recorded, or a later one.
inline void kill_while_writing(int kill_count, unsigned seed) {
  const Folder folder;
  const auto file = folder.path() / "journal.sqlite";
  const Clock clock;
  std::minstd_rand random(seed);
  Revision recorded = 0;
  for (int i = 0; i < kill_count; ++i) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    const pid_t writer = fork();
    if (writer == 0) write_for_ever(file, recorded + 1, ends[1]);
    close(ends[1]);
    Revision told = 0;
    for (auto wanted = 1 + random() % 4; wanted > 0; --wanted)
      ASSERT_EQ(read(ends[0], &told, sizeof told), static_cast<ssize_t>(sizeof told));
    spin_for(std::chrono::microseconds(random() % 2000));
    kill(writer, SIGKILL);
    while (read(ends[0], &told, sizeof told) == static_cast<ssize_t>(sizeof told)) continue;
    close(ends[0]);
    waitpid(writer, nullptr, 0);

    const auto left = journal::Journal(file, "/decks/budget.md", clock).last();
    ASSERT_TRUE(left) << "after kill " << i;
    ASSERT_GE(left->state.revision, told) << "after kill " << i;
    recorded = left->state.revision;
  }
}

}  // namespace lectern::test
