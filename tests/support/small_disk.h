// A disk of this process and its children alone, so small that it can be filled. Linux only.
#pragma once

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "tests/support/folder.h"

namespace lectern::test {

class SmallDisk {
 public:
  /// is_there() is false where the system does not allow it. The process must have one thread.
  explicit SmallDisk(const std::string& size = "1m") {
    const std::string user = std::to_string(geteuid()), group = std::to_string(getegid());
    if (unshare(CLONE_NEWNS) != 0) {
      if (unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return;
      // user_namespaces(7): we are who we were, and root in here.
      std::ofstream("/proc/self/setgroups") << "deny";
      std::ofstream("/proc/self/uid_map") << "0 " << user << " 1";
      std::ofstream("/proc/self/gid_map") << "0 " << group << " 1";
    }
    is_there_ = mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                mount("tmpfs", path().c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
  }
  ~SmallDisk() {
    if (is_there_) umount2(path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool is_there() const { return is_there_; }
  const std::filesystem::path& path() const { return folder_.path(); }

  void fill() const {
    std::ofstream file(path() / "filling", std::ios::binary);
    while (file.put('x')) continue;
  }
  void empty() const { std::filesystem::remove(path() / "filling"); }

  /// False: somebody is still writing.
  bool make_read_only() const {
    return mount(nullptr, path().c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
  }

 private:
  const Folder folder_;
  bool is_there_ = false;
};

}  // namespace lectern::test
