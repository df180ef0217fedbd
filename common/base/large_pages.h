// Memory for pictures. Those of a display are megabytes, which the system otherwise hands out 4 KiB at a time
// at the first touch: milliseconds for a slide.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <cstdlib>
#include <limits>
#include <new>

namespace lectern {

/// A standard allocator: what is large lies in large pages where the system has some. Any thread.
template <class T>
struct LargePages {
  using value_type = T;

  static constexpr std::size_t page_bytes = 2u << 20;

  LargePages() = default;
  template <class U>
  LargePages(const LargePages<U>&) {}  // NOLINT(google-explicit-constructor): allocators convert

  T* allocate(std::size_t count) {
    if (count > std::numeric_limits<std::size_t>::max() / 2 / sizeof(T)) throw std::bad_alloc();
    const std::size_t bytes = count * sizeof(T);
    const bool is_large = bytes >= page_bytes;
    void* memory = nullptr;
    if (posix_memalign(&memory, is_large ? page_bytes : alignof(std::max_align_t), bytes) != 0)
      throw std::bad_alloc();
    if (is_large) madvise(memory, bytes, MADV_HUGEPAGE);
    return static_cast<T*>(memory);
  }

  void deallocate(T* memory, std::size_t) { std::free(memory); }

  template <class U>
  bool operator==(const LargePages<U>&) const {
    return true;
  }
};

}  // namespace lectern
