// A deck's pictures as they were when it was opened, wherever the files are by now.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "common/deck/deck.h"

namespace lectern::app {

/// Resolves each picture of a deck once and copies it into a folder of its own that only this user can read,
/// so that a memory stick may be pulled. A picture is read where it was until its copy is there. Any thread,
/// but for the destructor, which waits for the copy in hand.
class SealedPictures {
 public:
  /// What did not change since `earlier` is not copied again.
  SealedPictures(const deck::Deck&, const std::filesystem::path& deck_folder,
                 const SealedPictures* earlier = nullptr);
  ~SealedPictures();

  /// Copies, in the order of the deck. Once.
  void begin();

  /// As images::find_picture() on the day of opening.
  std::optional<std::filesystem::path> find(std::string_view name) const;

  /// The files, each once, in the order of the deck.
  std::vector<std::filesystem::path> originals() const;

  /// Of all pictures' places, sizes and times of writing: another one when any of them was changed.
  const std::string& stamp() const { return stamp_; }

 private:
  class Folder;
  struct Copy;

  void copy_all(const std::stop_token&) const;

  std::shared_ptr<Folder> folder_;
  std::map<std::string, std::shared_ptr<Copy>, std::less<>> by_name_;
  std::vector<std::shared_ptr<Copy>> in_order_;
  std::string stamp_;
  std::jthread copying_;  ///< last: stopped before anything that it uses goes
};

}  // namespace lectern::app
