// Many connections at once, on a thread of their own: who means well, who is slow, and who means harm. Only
// over the loopback interface; they end with the crowd.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

namespace lectern::test {

class Crowd {
 public:
  /// The process may open as many files as it is allowed to from now on.
  explicit Crowd(std::uint16_t port);
  ~Crowd();

  /// So many followers more, one after the other, that read whatever comes; returns once each has a state.
  void follow(int count);

  /// The same, but then each asks for the outline and takes a byte a second; who is dropped comes back.
  void follow_slowly(int count);

  /// How many of them are connected.
  std::size_t follower_count() const;

  /// Begins to open `count` WebSockets, so many a second, of which none says anything more.
  void flood(int count, int per_second);

  /// Whether some of the flood are still to come, or to be ended by the presenter.
  bool is_flooding() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
