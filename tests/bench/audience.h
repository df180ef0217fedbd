// Thousands of WebSockets that only listen, in one thread and as cheaply as can be, so that what is measured
// is the server.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lectern::bench {

/// How its members speak to a server on 127.0.0.1.
struct Manners {
  std::uint16_t port = 0;
  std::string path;                                   ///< of the WebSocket
  std::string header_lines = {};                      ///< beside those of every handshake, each with its end
  std::function<std::string(int member)> first_said;  ///< a frame's payload, binary; empty: nothing
  std::function<bool(std::string_view payload)> has_joined;  ///< whether this message is the last of joining
  std::function<bool(std::string_view payload)> is_awaited;  ///< whether it is the news of await()
  /// Once they ask: what is said, binary, to news that are worth asking about, and what answers it.
  std::function<std::string(std::string_view payload)> question = {};
  std::function<bool(std::string_view payload)> is_answer = {};
  std::string kept_up_by =
      {};  ///< a text that each says every ten seconds; empty: pings are answered instead
};

class Audience {
 public:
  using Clock = std::chrono::steady_clock;

  explicit Audience(Manners);
  ~Audience();

  /// So many more, one after the other. Throws where one is refused.
  void join(int count);

  /// From now on news are awaited, and where they ask the answer to a question about them.
  enum class Curiosity { hear, ask };
  void await(Curiosity = Curiosity::hear);

  /// When each of them had the news, in order, or the answer where they asked; fewer than they are where some
  /// have not after ten seconds.
  std::vector<Clock::time_point> arrivals();

  /// A text message of each of them.
  void say(std::string_view);

  /// Of messages with their frames, all of them have read so far.
  std::uint64_t bytes() const;

  /// How many are still connected.
  std::size_t size() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::bench
