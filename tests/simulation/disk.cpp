#include "tests/simulation/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace lectern::simulation {
namespace {

constexpr std::uint64_t sector_bytes = 512;

}  // namespace

void Disk::apply(std::string& bytes, const Write& write) {
  if (write.size) {
    bytes.resize(*write.size);
    return;
  }
  const std::size_t end = write.offset + write.bytes.size();
  if (bytes.size() < end) bytes.resize(end);
  bytes.replace(write.offset, write.bytes.size(), write.bytes);
}

bool Disk::spend_write() {
  if (writes_left_ && *writes_left_ >= 0) --*writes_left_;
  return !is_dead();
}

int Disk::write(File& file, Write write) {
  if (!spend_write()) return SQLITE_IOERR_WRITE;
  const bool grows = !write.size && write.offset + write.bytes.size() > file.bytes.size();
  if (health_ == Health::full && grows) return SQLITE_FULL;
  if (health_ == Health::failing) return SQLITE_IOERR_WRITE;
  apply(file.bytes, write);
  file.unsynced.push_back(std::move(write));
  return SQLITE_OK;
}

int Disk::sync(File& file) {
  if (!spend_write() || health_ == Health::failing) return SQLITE_IOERR_FSYNC;
  for (const Write& write : std::exchange(file.unsynced, {})) apply(file.synced, write);
  return SQLITE_OK;
}

void Disk::forget_the_dead() {
  for (const auto& [name, file] : files_) file->shared_memory.clear();
  writes_left_.reset();
}

void Disk::lose_power() {
  for (const auto& [name, file] : files_) {
    file->bytes = file->synced;
    for (Write& write : std::exchange(file->unsynced, {})) {
      if (random_() % 2 == 0) continue;
      if (!write.size && random_() % 4 == 0)  // torn
        write.bytes.resize(random_() % (write.bytes.size() / sector_bytes + 1) * sector_bytes);
      apply(file->bytes, write);
    }
    file->synced = file->bytes;
  }
  forget_the_dead();
}

/// What SQLite calls. One program at a time uses the disk, so that locks are always to be had.
struct Calls {
  struct Open {
    sqlite3_file base;
    Disk* disk;
    std::shared_ptr<Disk::File>* file;  ///< SQLite's memory is not constructed
  };

  static Open& of(sqlite3_file* file) { return *reinterpret_cast<Open*>(file); }
  static Disk::File& content(sqlite3_file* file) { return **of(file).file; }
  static Disk& disk(sqlite3_vfs* vfs) { return *static_cast<Disk*>(vfs->pAppData); }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out) {
    Disk& on = disk(vfs);
    file->pMethods = nullptr;
    const std::string path = name ? name : "";
    if (on.is_dead() || (name && !(flags & SQLITE_OPEN_CREATE) && !on.files_.contains(path)))
      return SQLITE_CANTOPEN;
    of(file).disk = &on;
    auto& place = on.files_[path];
    if (!place || !name) place = std::make_shared<Disk::File>();
    of(file).file = new std::shared_ptr<Disk::File>(place);
    if (flags_out) *flags_out = flags;
    file->pMethods = &methods;
    return SQLITE_OK;
  }
  static int remove(sqlite3_vfs* vfs, const char* name, int) {
    if (!disk(vfs).spend_write()) return SQLITE_IOERR_DELETE;
    return disk(vfs).files_.erase(name) ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
  }
  static int access(sqlite3_vfs* vfs, const char* name, int, int* is_there) {
    const auto found = disk(vfs).files_.find(name);
    *is_there = found != disk(vfs).files_.end();
    return SQLITE_OK;
  }
  static int full_path(sqlite3_vfs*, const char* name, int size, char* out) {
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
  }
  static int randomness(sqlite3_vfs* vfs, int size, char* out) {
    std::generate_n(out, size, [&] { return static_cast<char>(disk(vfs).random_()); });
    return size;
  }
  static int sleep(sqlite3_vfs*, int microseconds) { return microseconds; }
  static int current_time(sqlite3_vfs*, sqlite3_int64* out) {
    *out = 0;
    return SQLITE_OK;
  }

  static int close(sqlite3_file* file) {
    delete of(file).file;
    return SQLITE_OK;
  }
  static int read(sqlite3_file* file, void* out, int size, sqlite3_int64 offset) {
    const std::string& bytes = content(file).bytes;
    const auto wanted = static_cast<std::size_t>(size), from = static_cast<std::size_t>(offset);
    const std::size_t got = from < bytes.size() ? std::min(wanted, bytes.size() - from) : 0;
    std::memcpy(out, bytes.data() + (got ? from : 0), got);
    std::memset(static_cast<char*>(out) + got, 0, wanted - got);
    return got == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
  }
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    return of(file).disk->write(content(file),
                                {static_cast<std::uint64_t>(offset),
                                 {static_cast<const char*>(bytes), static_cast<std::size_t>(size)},
                                 {}});
  }
  static int truncate(sqlite3_file* file, sqlite3_int64 size) {
    return of(file).disk->write(content(file), {0, {}, static_cast<std::uint64_t>(size)});
  }
  static int sync(sqlite3_file* file, int) { return of(file).disk->sync(content(file)); }
  static int size(sqlite3_file* file, sqlite3_int64* out) {
    *out = static_cast<sqlite3_int64>(content(file).bytes.size());
    return SQLITE_OK;
  }
  static int lock(sqlite3_file*, int) { return SQLITE_OK; }
  static int is_reserved(sqlite3_file*, int* out) {
    *out = 0;
    return SQLITE_OK;
  }
  static int control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
  static int sector_size(sqlite3_file*) { return sector_bytes; }
  static int characteristics(sqlite3_file*) { return 0; }
  static int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** out) {
    auto& regions = content(file).shared_memory;
    const auto index = static_cast<std::size_t>(region);
    while (extend && regions.size() <= index)
      regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *out = index < regions.size() ? regions[index].get() : nullptr;
    return SQLITE_OK;
  }
  static int lock_shared(sqlite3_file*, int, int, int) { return SQLITE_OK; }
  static void shared_barrier(sqlite3_file*) {}
  static int unmap_shared(sqlite3_file* file, int is_to_go) {
    if (is_to_go) content(file).shared_memory.clear();
    return SQLITE_OK;
  }

  static constexpr sqlite3_io_methods methods = {2,
                                                 &close,
                                                 &read,
                                                 &write,
                                                 &truncate,
                                                 &sync,
                                                 &size,
                                                 &lock,
                                                 &lock,
                                                 &is_reserved,
                                                 &control,
                                                 &sector_size,
                                                 &characteristics,
                                                 &map_shared,
                                                 &lock_shared,
                                                 &shared_barrier,
                                                 &unmap_shared,
                                                 nullptr,
                                                 nullptr};
};

Disk::Disk(unsigned seed) : vfs_(std::make_unique<sqlite3_vfs>()), random_(seed) {
  static int made_count = 0;
  name_ = "simulated-" + std::to_string(++made_count);
  *vfs_ = {};
  vfs_->iVersion = 2;
  vfs_->szOsFile = sizeof(Calls::Open);
  vfs_->mxPathname = 255;
  vfs_->zName = name_.c_str();
  vfs_->pAppData = this;
  vfs_->xOpen = &Calls::open;
  vfs_->xDelete = &Calls::remove;
  vfs_->xAccess = &Calls::access;
  vfs_->xFullPathname = &Calls::full_path;
  vfs_->xRandomness = &Calls::randomness;
  vfs_->xSleep = &Calls::sleep;
  vfs_->xCurrentTimeInt64 = &Calls::current_time;
  sqlite3_vfs_register(vfs_.get(), 0);
}

Disk::~Disk() {
  sqlite3_vfs_unregister(vfs_.get());
}

}  // namespace lectern::simulation
