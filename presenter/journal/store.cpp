#include "presenter/journal/store.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <system_error>
#include <utility>

#include "common/protocol/messages.h"

namespace lectern::journal {
namespace {

/// Lines of shows that nobody has run for so long go.
constexpr Duration kept = std::chrono::hours(24 * 30);

// One line a show, written over: a restart wants the newest state and nothing else. A table of another shape,
// by a later or an earlier version of the program, has another name.
constexpr std::string_view table =
    "CREATE TABLE IF NOT EXISTS shows_1 (show BLOB PRIMARY KEY, state BLOB, at_ms INTEGER, boot BLOB,"
    " boot_ms INTEGER, wall_ms INTEGER, is_closed INTEGER)";
constexpr std::string_view write_line =
    "INSERT OR REPLACE INTO shows_1 (show, state, at_ms, boot, boot_ms, wall_ms, is_closed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr std::string_view read_line =
    "SELECT state, at_ms, boot, boot_ms, wall_ms, is_closed FROM shows_1 WHERE show = ?";
constexpr std::string_view forget_old = "DELETE FROM shows_1 WHERE wall_ms < ?";

/// nullopt: damaged, or not ours.
std::optional<Entry> entry_of(const std::vector<Value>& row) {
  const auto text = [&](std::size_t i) { return std::get_if<std::string>(&row[i]); };
  const auto number = [&](std::size_t i) { return std::get_if<std::int64_t>(&row[i]); };
  if (row.size() != 6 || !text(0) || !number(1) || !text(2) || !number(3) || !number(4) || !number(5))
    return std::nullopt;
  auto message = protocol::decode_server_message(*text(0));
  auto* const state = message ? std::get_if<session::State>(&*message) : nullptr;
  if (!state) return std::nullopt;
  return Entry{
      std::move(*state), Instant(Duration(*number(1))), {*text(2), *number(3), *number(4)}, *number(5) != 0};
}

/// SQLite would make a file as the user has it for new ones; what is shown may be nobody else's business.
void make_private(const std::filesystem::path& file) {
  std::error_code reported_by_sqlite;
  std::filesystem::create_directories(file.parent_path(), reported_by_sqlite);
  if (const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600); descriptor >= 0)
    ::close(descriptor);
}

}  // namespace

Store::Store(std::filesystem::path file, std::string file_system)
    : file_(std::move(file)), file_system_(std::move(file_system)) {}

std::optional<Entry> Store::read(const std::string& show) const {
  auto database = Database::open_to_read(file_, file_system_);
  if (!database) return std::nullopt;
  const auto rows = database->run(read_line, {show});
  return rows && !rows->empty() ? entry_of(rows->front()) : std::nullopt;
}

Result<void> Store::write(const std::string& show, const Entry& entry) {
  if (database_ && database_->has_moved()) database_.reset();
  auto outcome = open();
  if (outcome) outcome = put(show, entry);
  if (!outcome) database_.reset();
  return outcome;
}

Result<void> Store::open() {
  if (database_) return {};
  if (file_.empty())
    return Error{"where the show stands is not recorded: there is no home folder for it",
                 "set HOME or XDG_STATE_HOME"};
  if (file_system_.empty()) make_private(file_);
  auto database = Database::open(file_, file_system_);
  if (!database) return unusable(database.error());
  if (const auto made = database->run(table); !made) return unusable(made.error());
  database_ = *std::move(database);
  return {};
}

Result<void> Store::put(const std::string& show, const Entry& entry) {
  const auto& [boot, boot_ms, wall_ms] = entry.written;
  const std::int64_t at_ms = entry.at.time_since_epoch().count();
  const auto state = protocol::encode(protocol::ServerMessage(entry.state));
  const auto written =
      database_->run(write_line, {show, state, at_ms, boot, boot_ms, wall_ms, std::int64_t{entry.is_closed}});
  if (!written) return unusable(written.error());
  if (!std::exchange(has_forgotten_, true)) database_->run(forget_old, {wall_ms - kept.count()});
  return {};
}

Error Store::unusable(const Error& why) const {
  return {"where the show stands is not recorded: " + file_.string() + " cannot be written: " + why.message,
          "the show goes on; make room, or see who may write there, so that a restart finds its place"};
}

}  // namespace lectern::journal
