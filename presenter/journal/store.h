// The file with a line for each show: where it stood last. One thread at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "common/base/result.h"
#include "presenter/journal/database.h"
#include "presenter/journal/entry.h"

namespace lectern::journal {

class Store {
 public:
  /// `file_system` is one of SQLite's, by name; empty: the machine's. Nothing is opened yet.
  explicit Store(std::filesystem::path file, std::string file_system = {});

  /// The line of a show; nullopt where there is none, or it cannot be read. Writes nothing: a disk that takes
  /// nothing any more can be read all the same.
  std::optional<Entry> read(const std::string& show) const;

  /// Writes a show's line over, onto the disk: a power cut afterwards does not take it away. Makes the file
  /// and its folder where there are none. Fails in words for people; the next attempt begins anew.
  Result<void> write(const std::string& show, const Entry&);

 private:
  Result<void> open();
  Result<void> put(const std::string& show, const Entry&);
  Error unusable(const Error& why) const;

  const std::filesystem::path file_;
  const std::string file_system_;
  std::optional<Database> database_;
  bool has_forgotten_ = false;  ///< what is too old
};

}  // namespace lectern::journal
