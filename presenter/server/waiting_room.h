// Connections that wait for their peer: to say who it is, or to close too. There is room for so many; when
// another comes, the longest waiting of the network that has most here goes: who floods displaces himself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace lectern::server {

/// Lives on the engine thread and outlives its seats.
class WaitingRoom {
 public:
  explicit WaitingRoom(std::size_t seats) : seats_(seats) {}

  /// A connection's place; leaving is its destruction.
  class Seat {
   public:
    Seat() = default;
    Seat(Seat&& other) noexcept;
    Seat& operator=(Seat&& other) noexcept;
    ~Seat() { leave(); }
    void leave();

    /// What displacing means from now on.
    void on_displace(std::function<void()>);

   private:
    friend class WaitingRoom;
    Seat(WaitingRoom& room, std::uint64_t ticket) : room_(&room), ticket_(ticket) {}
    WaitingRoom* room_ = nullptr;
    std::uint64_t ticket_ = 0;
  };

  /// Takes a seat. `displace` is called, once, if the seat is needed for a newcomer; it is gone by then.
  Seat enter(std::string network, std::function<void()> displace);

  /// Displaces one; nobody where nobody waits.
  void make_room();

  /// Displaces everybody: nobody is waited for any more.
  void empty();

  std::size_t size() const { return waiting_.size(); }

 private:
  struct Waiting {
    std::string network;
    std::function<void()> displace;
  };

  /// What displacing it means; nothing where it is gone already.
  std::function<void()> take_out(std::uint64_t ticket);

  std::size_t seats_;
  std::uint64_t next_ticket_ = 1;
  std::map<std::uint64_t, Waiting> waiting_;        ///< by arrival
  std::map<std::string, std::size_t> of_networks_;  ///< how many wait; none is 0
};

}  // namespace lectern::server
