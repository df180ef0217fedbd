#include "presenter/gallery/orders.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace lectern::gallery {

std::vector<Done> Orders::add(const Wanted& wanted, Done done) {
  const auto known = std::ranges::find(orders_, wanted, &Order::wanted);
  if (known != orders_.end())
    orders_.splice(orders_.begin(), orders_, known);
  else
    orders_.push_front({wanted, {}});
  orders_.front().waiting.push_back(std::move(done));

  const auto counts = [&](const Order& order) { return !order.is_in_hand && !is_present(order); };
  if (static_cast<std::size_t>(std::ranges::count_if(orders_, counts)) <= max_waiting_) return {};
  const auto oldest = std::find_if(orders_.rbegin(), orders_.rend(), counts);
  std::vector<Done> given_up = std::move(oldest->waiting);
  orders_.erase(std::next(oldest).base());
  return given_up;
}

void Orders::expect(std::vector<Wanted> wanted) {
  std::erase_if(wanted, [&](const Wanted& one) {
    return std::ranges::find(orders_, one, &Order::wanted) != orders_.end();
  });
  expected_ = std::move(wanted);
}

bool Orders::has_any() const {
  return !expected_.empty() ||
         std::ranges::any_of(orders_, [](const Order& order) { return !order.is_in_hand; });
}

std::optional<Wanted> Orders::take() {
  if (const auto order = most_urgent(); order != orders_.end()) {
    order->is_in_hand = true;
    std::erase(expected_, order->wanted);
    return order->wanted;
  }
  if (expected_.empty()) return std::nullopt;
  orders_.push_front({expected_.front(), {}, true});
  expected_.erase(expected_.begin());
  return orders_.front().wanted;
}

std::vector<Done> Orders::finish(const Wanted& wanted) {
  const auto order = std::ranges::find(orders_, wanted, &Order::wanted);
  if (order == orders_.end()) return {};
  std::vector<Done> waiting = std::move(order->waiting);
  orders_.erase(order);
  return waiting;
}

std::vector<Done> Orders::cancel() {
  std::vector<Done> all;
  for (Order& order : std::exchange(orders_, {})) std::ranges::move(order.waiting, std::back_inserter(all));
  expected_.clear();
  return all;
}

bool Orders::is_present(const Order& order) const {
  return std::ranges::find(present_, order.wanted.view) != present_.end();
}

std::list<Orders::Order>::iterator Orders::most_urgent() {
  auto best = orders_.end();
  for (auto order = orders_.begin(); order != orders_.end(); ++order) {
    if (order->is_in_hand) continue;
    const bool is_better =
        best == orders_.end() ||
        (is_present(*order) && (!is_present(*best) || order->wanted.size < best->wanted.size));
    if (is_better) best = order;
  }
  return best;
}

}  // namespace lectern::gallery
