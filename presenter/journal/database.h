// A file of SQLite's, as far as the journal needs one. SQLite stays behind this folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/result.h"

struct sqlite3;

namespace lectern::journal {

/// What a column holds. Bytes are given and taken as strings.
using Value = std::variant<std::int64_t, std::string>;

/// One thread at a time.
class Database {
 public:
  /// Opens a file, which may be empty, to read and write. `file_system` is one of SQLite's, by name; empty:
  /// the machine's. Fails where that cannot be, or where it is no database, with SQLite's own words.
  static Result<Database> open(const std::filesystem::path&, const std::string& file_system);

  /// Opens a file of which nothing can be written, as far as it was written whole.
  static Result<Database> open_to_read(const std::filesystem::path&, const std::string& file_system);

  /// Runs one statement with its `?`s filled in; the rows it gives. What it changed is on the disk afterwards
  /// (unless a transaction is open): the call waits for that. Fails with SQLite's own words.
  Result<std::vector<std::vector<Value>>> run(std::string_view sql, const std::vector<Value>& values = {});

  /// Whether the file is no longer where it was opened: what is written would be found by nobody.
  bool has_moved() const;

 private:
  struct Close {
    void operator()(sqlite3*) const;
  };

  explicit Database(sqlite3* connection) : connection_(connection) {}
  static Result<Database> open(const std::string& name, int flags, const std::string& file_system);
  Error failure() const;

  std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace lectern::journal
