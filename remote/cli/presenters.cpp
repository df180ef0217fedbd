#include "remote/cli/presenters.h"

#include <algorithm>
#include <boost/json.hpp>
#include <condition_variable>
#include <iostream>
#include <mutex>
#include <optional>

#include "common/discovery/browser.h"
#include "common/text/printable.h"

namespace lectern::cli {
namespace {

namespace json = boost::json;
using discovery::Found;
using discovery::Sight;

constexpr std::chrono::seconds patience{4};  ///< for a network to answer

std::string where(const Found& presenter) {
  const bool is_v6 = presenter.address.find(':') != std::string::npos;
  return printable(is_v6 ? "[" + presenter.address + "]" : presenter.address) + ":" +
         std::to_string(presenter.port);
}

/// What can be seen once nothing more comes at once.
Result<Sight> look_around() {
  std::mutex mutex;
  std::condition_variable changed;
  std::optional<Result<Sight>> newest;
  const discovery::Browser browser([&](Result<Sight> seen) {
    const std::lock_guard lock(mutex);
    newest = std::move(seen);
    changed.notify_one();
  });
  std::unique_lock lock(mutex);
  changed.wait_for(lock, patience, [&] { return newest && (!*newest || (*newest)->is_settled); });
  return newest.value_or(Sight{});
}

}  // namespace

std::string to_text(const std::vector<Found>& presenters) {
  std::size_t width = 0;
  for (const Found& presenter : presenters) width = std::max(width, where(presenter).size());
  std::string text;
  for (const Found& presenter : presenters) {
    std::string line = where(presenter);
    line.resize(width + 2, ' ');
    text += (text.empty() ? "" : "\n") + line + printable(presenter.name);
  }
  return text;
}

std::string to_json(const std::vector<Found>& presenters) {
  json::array list;
  for (const Found& presenter : presenters) {
    json::object txt;
    for (const auto& [key, value] : presenter.txt) txt[printable(key)] = printable(value);
    list.push_back({{"name", printable(presenter.name)},
                    {"host", printable(presenter.host)},
                    {"address", presenter.address},
                    {"port", presenter.port},
                    {"txt", std::move(txt)}});
  }
  return json::serialize(json::object{{"presenters", std::move(list)}});
}

int list_presenters(Format format) {
  const Result<Sight> seen = look_around();
  if (!seen) {
    std::cerr << "lectern-remote: " << seen.error().message << "; " << seen.error().remedy << '\n';
    return unreachable;
  }
  if (format == Format::json) std::cout << to_json(seen->presenters) << std::endl;
  if (seen->presenters.empty()) {
    if (format == Format::text)
      std::cerr
          << "lectern-remote: no presenter makes itself known on this network; say where it is, such as "
             "lectern-remote --host HOST:PORT status, or have its operator open pairing\n";
    return unreachable;
  }
  if (format == Format::text)
    std::cout << to_text(seen->presenters) << "\nDrive one with lectern-remote --host "
              << where(seen->presenters.front()) << " next" << std::endl;
  return done;
}

}  // namespace lectern::cli
