// A disk in memory that SQLite writes to: it can be full or fail, and a crash takes from it what it would
// take from a real one. https://www.sqlite.org/vfs.html
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace lectern::simulation {

class Disk {
 public:
  enum class Health {
    well,
    full,     ///< no file grows
    failing,  ///< nothing is written
  };

  explicit Disk(unsigned seed);
  ~Disk();
  Disk(const Disk&) = delete;
  Disk& operator=(const Disk&) = delete;

  /// Under which SQLite knows it.
  const std::string& name() const { return name_; }

  void be(Health health) { health_ = health; }

  /// Whoever writes is cut off after so many more writes and syncs: none of what they do then has an effect.
  void cut_off_after(int count) { writes_left_ = count; }

  /// They are dead, and the next one may come: what they wrote is there.
  void forget_the_dead();

  /// The same, and the machine went down with them: of what was not synced some is there, some is not.
  void lose_power();

 private:
  friend struct Calls;

  struct Write {
    std::uint64_t offset = 0;
    std::string bytes;
    std::optional<std::uint64_t> size;  ///< it is a truncation to that
  };
  struct File {
    std::string bytes;            ///< as programs see it
    std::string synced;           ///< what a power cut leaves for certain…
    std::vector<Write> unsynced;  ///< …and what may be there too
    std::vector<std::unique_ptr<char[]>> shared_memory;
  };

  static void apply(std::string& bytes, const Write&);
  int write(File&, Write);
  int sync(File&);
  bool is_dead() const { return writes_left_ && *writes_left_ < 0; }
  bool spend_write();

  std::string name_;
  std::unique_ptr<sqlite3_vfs> vfs_;
  std::map<std::string, std::shared_ptr<File>> files_;
  Health health_ = Health::well;
  std::optional<int> writes_left_;
  std::minstd_rand random_;
};

}  // namespace lectern::simulation
