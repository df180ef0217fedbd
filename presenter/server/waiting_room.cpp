#include "presenter/server/waiting_room.h"

#include <algorithm>
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
  if (WaitingRoom* room = std::exchange(room_, nullptr)) room->take_out(ticket_);
}

void WaitingRoom::Seat::on_displace(std::function<void()> displace) {
  if (!room_) return;
  if (const auto waiting = room_->waiting_.find(ticket_); waiting != room_->waiting_.end())
    waiting->second.displace = std::move(displace);
}

WaitingRoom::Seat WaitingRoom::enter(std::string network, std::function<void()> displace) {
  if (waiting_.size() == seats_) make_room();
  const std::uint64_t ticket = next_ticket_++;
  ++of_networks_[network];
  waiting_.emplace(ticket, Waiting{std::move(network), std::move(displace)});
  return Seat(*this, ticket);
}

void WaitingRoom::make_room() {
  if (waiting_.empty()) return;
  const auto fuller = [](const auto& a, const auto& b) { return a.second < b.second; };
  const std::string& fullest = std::ranges::max_element(of_networks_, fuller)->first;
  const auto oldest =
      std::ranges::find_if(waiting_, [&](const auto& waiting) { return waiting.second.network == fullest; });
  take_out(oldest->first)();
}

void WaitingRoom::empty() {
  while (!waiting_.empty()) take_out(waiting_.begin()->first)();
}

std::function<void()> WaitingRoom::take_out(std::uint64_t ticket) {
  const auto waiting = waiting_.extract(ticket);
  if (!waiting) return [] {};
  const auto of_network = of_networks_.find(waiting.mapped().network);
  if (--of_network->second == 0) of_networks_.erase(of_network);
  return std::move(waiting.mapped().displace);
}

}  // namespace lectern::server
