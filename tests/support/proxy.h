// A bad network between a client and a server of this machine: it delays, throttles, holds and cuts what
// passes through.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace lectern::test {

struct Weather {
  std::chrono::milliseconds delay{0};   ///< of every chunk, each way
  std::chrono::milliseconds jitter{0};  ///< at random so much more or less; the order is kept
  std::size_t bytes_per_second = 0;     ///< each way of each connection; 0: as many as come
};

/// 100 ms ± 80 ms each way: the network that every promise to remotes must hold on.
inline constexpr Weather bad_weather{std::chrono::milliseconds(100), std::chrono::milliseconds(80)};

/// Runs on a thread of its own. Every call takes effect before it returns.
class Proxy {
 public:
  /// In front of a presenter on 127.0.0.1 it listens there on a port of its own, under which the operator's
  /// token can be read too.
  explicit Proxy(std::uint16_t port, Weather = bad_weather, unsigned seed = 1);
  ~Proxy();

  /// For lectern-remote --host.
  std::string address() const;
  std::uint16_t port() const;

  /// From the next chunk on.
  void set(Weather);

  /// Nothing passes any more, in either direction, not even an end: the cable is out, and nobody has noticed.
  void hold();
  /// What was held goes on its way.
  void release();

  /// Ends every connection at both ends; what was on its way is lost.
  void cut();

  /// How many connections were made in all.
  std::size_t connection_count() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
