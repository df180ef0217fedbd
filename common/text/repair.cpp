#include "common/text/repair.h"

#include <algorithm>
#include <utility>

#include "common/text/broken_text.h"

namespace lectern {
namespace {

std::vector<Repair> repairs_through(std::string_view text, Through page) {
  std::vector<Repair> repairs;
  for (const Candidate& candidate : find_certain_candidates(text, page)) {
    if (repairs.empty() || repairs.back().range.end != candidate.range.begin)
      repairs.push_back({{candidate.range.begin, candidate.range.begin}, {}, page});
    repairs.back().range.end = candidate.range.end;
    append_code_point(repairs.back().text, candidate.meant);
  }
  return repairs;
}

std::size_t repaired_bytes(const std::vector<Repair>& repairs) {
  std::size_t sum = 0;
  for (const Repair& repair : repairs) sum += repair.range.end - repair.range.begin;
  return sum;
}

/// Where two code pages both explain a place, the one that explains more of the text does.
std::vector<Repair> repairs_once(std::string_view text) {
  std::vector<Repair> most = repairs_through(text, Through::windows_1252);
  std::vector<Repair> rest = repairs_through(text, Through::mac_roman);
  if (repaired_bytes(most) < repaired_bytes(rest)) std::swap(most, rest);
  std::vector<Repair> all;
  auto next = most.begin();
  for (Repair& repair : rest) {
    while (next != most.end() && next->range.end <= repair.range.begin) all.push_back(std::move(*next++));
    if (next == most.end() || next->range.begin >= repair.range.end) all.push_back(std::move(repair));
  }
  std::move(next, most.end(), std::back_inserter(all));
  return all;
}

/// Applies what was found in the text once repaired, where it lies in what was repaired.
void repair_again(std::vector<Repair>& repairs, std::vector<Repair> second) {
  auto next = second.begin();
  std::size_t repaired_before = 0;  // length of the once repaired text before repair.range.begin
  std::size_t end_before = 0;
  for (Repair& repair : repairs) {
    const std::size_t begin = repaired_before + repair.range.begin - end_before;
    const std::size_t end = begin + repair.text.size();
    std::vector<Repair> inside;
    for (; next != second.end() && next->range.begin < end; ++next) {
      if (next->range.begin < begin || next->range.end > end) continue;
      next->range = {next->range.begin - begin, next->range.end - begin};
      inside.push_back(std::move(*next));
    }
    repair.text = with_repairs(repair.text, inside);
    repaired_before = end;
    end_before = repair.range.end;
  }
}

bool ends_halfway(std::string_view text) {
  while (!text.empty())
    if (is_halfway(take_code_point(text))) return true;
  return false;
}

}  // namespace

std::string_view to_string(Through through) {
  return through == Through::mac_roman ? "Mac Roman" : "Windows-1252";
}

std::vector<Repair> find_broken_text(std::string_view text) {
  std::vector<Repair> repairs = repairs_once(text);
  if (repairs.empty()) return repairs;
  repair_again(repairs, repairs_once(with_repairs(text, repairs)));
  std::erase_if(repairs, [](const Repair& repair) { return ends_halfway(repair.text); });
  return repairs;
}

std::string with_repairs(std::string_view text, const std::vector<Repair>& repairs) {
  std::string out;
  out.reserve(text.size());
  std::size_t at = 0;
  for (const Repair& repair : repairs) {
    out += text.substr(at, repair.range.begin - at);
    out += repair.text;
    at = repair.range.end;
  }
  return out += text.substr(at);
}

}  // namespace lectern
