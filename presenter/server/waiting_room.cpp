#include "presenter/server/waiting_room.h"

#include <utility>

namespace lectern::server {

WaitingRoom::Seat::Seat(Seat&& other) noexcept
    : room_(std::exchange(other.room_, nullptr)), ticket_(other.ticket_) {}

WaitingRoom::Seat& WaitingRoom::Seat::operator=(Seat&& other) noexcept {
  if (this != &other) {
    leave();
    room_ = std::exchange(other.room_, nullptr);
    ticket_ = other.ticket_;
  }
  return *this;
}

void WaitingRoom::Seat::leave() {
  if (WaitingRoom* room = std::exchange(room_, nullptr)) room->waiting_.erase(ticket_);
}

void WaitingRoom::Seat::on_displace(std::function<void()> displace) {
  if (!room_) return;
  if (const auto waiting = room_->waiting_.find(ticket_); waiting != room_->waiting_.end())
    waiting->second = std::move(displace);
}

WaitingRoom::Seat WaitingRoom::enter(std::function<void()> displace) {
  if (waiting_.size() == seats_) displace_oldest();
  const std::uint64_t ticket = next_ticket_++;
  waiting_.emplace(ticket, std::move(displace));
  return Seat(*this, ticket);
}

void WaitingRoom::empty() {
  while (!waiting_.empty()) displace_oldest();
}

void WaitingRoom::displace_oldest() {
  const auto oldest = waiting_.extract(waiting_.begin());
  oldest.mapped()();
}

}  // namespace lectern::server
