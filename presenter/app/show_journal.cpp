#include "presenter/app/show_journal.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "common/base/folders.h"
#include "common/base/log.h"

namespace lectern::app {

std::string show_name(const std::vector<SealedDeck>& decks) {
  std::string name;
  for (const SealedDeck& deck : decks) {
    std::error_code unknown;
    const auto path = std::filesystem::canonical(deck.file.path, unknown);
    name += (unknown ? deck.file.path : path).string() + '\n';
  }
  return name;
}

std::unique_ptr<journal::Journal> open_journal(const std::string& show, const Clock& clock) {
  const auto folder = state_folder();
  return std::make_unique<journal::Journal>(folder.empty() ? folder : folder / "journal.sqlite", show, clock);
}

void begin_recording(journal::Journal& journal, std::function<void(const session::Recorded&)> tell) {
  journal.begin([tell = std::move(tell), problem = std::string()](const session::Recorded& news) mutable {
    if (news.problem != problem) {
      if (news.problem.empty())
        log_info("the show is recorded again");
      else
        log_warning(news.problem);
      problem = news.problem;
    }
    tell(news);
  });
}

}  // namespace lectern::app
