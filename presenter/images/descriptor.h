// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace lectern::images {

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;

  int get() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }

  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }

  /// All `count` bytes, however many calls it takes.
  bool read(void* to, std::size_t count) const { return transfer(::read, static_cast<char*>(to), count); }
  bool write(const void* from, std::size_t count) const {
    return transfer(::write, static_cast<const char*>(from), count);
  }

 private:
  template <class Call, class Memory>
  bool transfer(Call call, Memory at, std::size_t count) const {
    while (count > 0) {
      const ssize_t done = call(number_, at, count);
      if (done < 0 && errno == EINTR) continue;
      if (done <= 0) return false;
      at += done;
      count -= static_cast<std::size_t>(done);
    }
    return true;
  }

  int number_;
};

}  // namespace lectern::images
