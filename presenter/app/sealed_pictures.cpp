#include "presenter/app/sealed_pictures.h"

#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <charconv>
#include <mutex>
#include <system_error>
#include <utility>

#include "common/base/log.h"
#include "presenter/images/image.h"
#include "presenter/images/picture_path.h"

namespace lectern::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_prefix =
    "lectern-pictures-";  // then the process' number, a hyphen, six letters

/// What a process that was killed has left behind.
void remove_left_behind(const fs::path& parent) {
  std::error_code error;
  for (fs::directory_iterator at(parent, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (!name.starts_with(folder_prefix)) continue;
    pid_t process = 0;
    const char* const number = name.data() + folder_prefix.size();
    const auto [rest, wrong] = std::from_chars(number, name.data() + name.size(), process);
    if (wrong != std::errc{} || *rest != '-' || process <= 0) continue;
    std::error_code ignored;
    if (kill(process, 0) != 0 && errno == ESRCH) fs::remove_all(at->path(), ignored);
  }
}

}  // namespace

struct SealedPictures::Copy {
  fs::path original;
  std::uintmax_t bytes = 0;
  std::string stamp;
  std::once_flag once;
  fs::path copy;  ///< written before is_copied is
  std::atomic<bool> is_copied = false;
};

/// Made with the first copy; goes with the last who uses it.
class SealedPictures::Folder {
 public:
  Folder() = default;
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }

  void take(Copy& picture) {
    const std::lock_guard lock(mutex_);
    if (picture.bytes > images::max_file_bytes) return;  // nobody will read it either
    std::error_code error;
    make(error);
    const fs::path copy = path_ / std::to_string(++count_);
    if (!error && !has_room_for(picture.bytes)) error = std::make_error_code(std::errc::no_space_on_device);
    if (!error) fs::copy_file(picture.original, copy, error);
    if (error) return complain(picture, error);
    picture.copy = copy;
    picture.is_copied = true;
  }

 private:
  void make(std::error_code& error) {
    if (!path_.empty()) return;
    const fs::path parent = fs::temp_directory_path(error);
    if (error) return;
    remove_left_behind(parent);
    const std::string own = std::string(folder_prefix) + std::to_string(getpid()) + "-XXXXXX";
    std::string name = (parent / own).string();
    if (mkdtemp(name.data()))
      path_ = name;
    else
      error = std::error_code(errno, std::generic_category());
  }

  /// Others want some too.
  bool has_room_for(std::uintmax_t bytes) const {
    std::error_code error;
    const auto space = fs::space(path_, error);
    return !error && space.available / 2 > bytes;
  }

  void complain(const Copy& picture, const std::error_code& error) {
    if (std::exchange(has_complained_, true)) return;
    log_warning("no copy of " + picture.original.string() + " could be made (" + error.message() +
                "): leave the medium in that the deck is on");
  }

  std::mutex mutex_;
  fs::path path_;  ///< empty: not made yet
  int count_ = 0;
  bool has_complained_ = false;
};

SealedPictures::SealedPictures(const deck::Deck& deck, const fs::path& deck_folder,
                               const SealedPictures* earlier)
    : folder_(earlier ? earlier->folder_ : std::make_shared<Folder>()) {
  std::map<fs::path, std::shared_ptr<Copy>> known;
  if (earlier)
    for (const auto& copy : earlier->in_order_) known.emplace(copy->original, copy);
  images::PictureFinder finder(deck_folder);
  for (const std::string& name : deck::picture_names(deck)) {
    const auto path = finder.find(name);
    if (!path) {
      stamp_ += name + '\n';
      continue;
    }
    std::error_code ignored;
    const std::uintmax_t bytes = fs::file_size(*path, ignored);
    const auto written = fs::last_write_time(*path, ignored).time_since_epoch().count();
    std::string stamp = path->string() + ' ' + std::to_string(bytes) + ' ' + std::to_string(written) + '\n';
    stamp_ += stamp;
    auto& copy = known[*path];
    const bool is_new = !copy || copy->stamp != stamp;
    if (is_new) {
      copy = std::make_shared<Copy>();
      copy->original = *path;
      copy->bytes = bytes;
      copy->stamp = std::move(stamp);
    }
    in_order_.push_back(copy);
    by_name_.emplace(name, copy);
  }
}

SealedPictures::~SealedPictures() = default;

void SealedPictures::begin() {
  if (!copying_.joinable()) copying_ = std::jthread([this](const std::stop_token& stop) { copy_all(stop); });
}

std::optional<fs::path> SealedPictures::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  if (found == by_name_.end()) return std::nullopt;
  const Copy& picture = *found->second;
  return picture.is_copied ? picture.copy : picture.original;
}

std::vector<fs::path> SealedPictures::originals() const {
  std::vector<fs::path> paths;
  for (const auto& picture : in_order_) paths.push_back(picture->original);
  return paths;
}

void SealedPictures::copy_all(const std::stop_token& stop) const {
  for (const auto& picture : in_order_) {
    if (stop.stop_requested()) return;
    std::call_once(picture->once, [&] { folder_->take(*picture); });
  }
}

}  // namespace lectern::app
