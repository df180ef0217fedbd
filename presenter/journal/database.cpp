#include "presenter/journal/database.h"

#include <sqlite3.h>

#include <cstdio>

namespace lectern::journal {
namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

/// https://www.sqlite.org/uri.html, with what has a meaning there as its bytes' numbers.
std::string uri_of(const std::filesystem::path& file, const char* how) {
  std::string uri = "file:";
  for (const char c : file.string()) {
    char escaped[4];
    std::snprintf(escaped, sizeof escaped, "%%%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    uri += c == '?' || c == '#' || c == '%' ? escaped : std::string(1, c);
  }
  return uri + how;
}

int bind(sqlite3_stmt* statement, int place, const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value))
    return sqlite3_bind_int64(statement, place, *number);
  const auto& bytes = std::get<std::string>(value);
  return sqlite3_bind_blob64(statement, place, bytes.data(), bytes.size(), SQLITE_STATIC);
}

Value column(sqlite3_stmt* statement, int place) {
  if (sqlite3_column_type(statement, place) == SQLITE_INTEGER) return sqlite3_column_int64(statement, place);
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, place));
  const auto count = static_cast<std::size_t>(sqlite3_column_bytes(statement, place));
  return bytes ? std::string(bytes, count) : std::string();
}

}  // namespace

void Database::Close::operator()(sqlite3* connection) const {
  sqlite3_close_v2(connection);
}

Result<Database> Database::open(const std::filesystem::path& file, const std::string& file_system) {
  auto database = open(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, file_system);
  if (!database) return database;
  // A write is one append and one sync; what was written is there after a power cut. The file that is
  // appended to is kept small: a disk that is nearly full has room for it.
  for (const char* setting :
       {"PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA wal_autocheckpoint = 64"})
    if (const auto set = database->run(setting); !set) return set.error();
  return database;
}

Result<Database> Database::open_to_read(const std::filesystem::path& file, const std::string& file_system) {
  // First with what was appended and not put in its place yet; without, where that would take writing.
  Error why;
  for (const char* how : {"?mode=ro", "?mode=ro&immutable=1"}) {
    auto database = open(uri_of(file, how), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, file_system);
    const auto looked = database ? database->run("SELECT count(*) FROM sqlite_schema") : database.error();
    if (looked) return database;
    why = looked.error();
  }
  return why;
}

Result<Database> Database::open(const std::string& name, int flags, const std::string& file_system) {
  sqlite3* opened = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &opened, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                   file_system.empty() ? nullptr : file_system.c_str());
  Database database(opened);  // to be closed even if it could not be opened
  if (code != SQLITE_OK) return Error{sqlite3_errstr(code), {}};
  // Another presenter of this user's may have it in hand for a moment.
  sqlite3_busy_timeout(opened, 500);
  return database;
}

bool Database::has_moved() const {
  int has_moved = 0;
  sqlite3_file_control(connection_.get(), "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
  return has_moved != 0;
}

Result<std::vector<std::vector<Value>>> Database::run(std::string_view sql,
                                                      const std::vector<Value>& values) {
  sqlite3_stmt* prepared = nullptr;
  if (sqlite3_prepare_v2(connection_.get(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr) !=
      SQLITE_OK)
    return failure();
  const Statement statement(prepared, &sqlite3_finalize);
  for (std::size_t i = 0; i < values.size(); ++i)
    if (bind(prepared, static_cast<int>(i) + 1, values[i]) != SQLITE_OK) return failure();
  std::vector<std::vector<Value>> rows;
  int code = SQLITE_ROW;
  while ((code = sqlite3_step(prepared)) == SQLITE_ROW) {
    std::vector<Value>& row = rows.emplace_back();
    for (int i = 0; i < sqlite3_column_count(prepared); ++i) row.push_back(column(prepared, i));
  }
  if (code != SQLITE_DONE) return failure();
  return rows;
}

Error Database::failure() const {
  return {sqlite3_errmsg(connection_.get()), {}};
}

}  // namespace lectern::journal
