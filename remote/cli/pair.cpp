#include "remote/cli/pair.h"

#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/json.hpp>
#include <exception>
#include <iostream>
#include <optional>

#include "common/base/folders.h"
#include "common/base/host_port.h"
#include "common/base/operator_token.h"
#include "common/client/known_presenters.h"
#include "common/client/pair.h"
#include "common/trust/invitation.h"

namespace lectern::cli {
namespace {

namespace asio = boost::asio;
namespace json = boost::json;

void complain(const Error& error) {
  std::cerr << "lectern-remote: " << error.message << (error.remedy.empty() ? "" : "; " + error.remedy)
            << '\n';
}

/// What the operator's screen shows, as somebody types it: digits with spaces between them, or a code's text.
Result<client::PairOptions> read_secret(const client::Options& presenter) {
  if (isatty(STDIN_FILENO) != 0) std::cerr << "PIN, or the text of the code: " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  std::erase_if(line, [](char c) { return c == ' ' || c == '\r' || c == '\t'; });
  client::PairOptions options{presenter.host, presenter.port, presenter.fingerprint, {}, presenter.name};
  if (const auto invitation = trust::parse_invitation(line)) {
    options.host = invitation->host;
    options.port = invitation->port;
    options.fingerprint = invitation->certificate;
    options.secret = invitation->token;
    return options;
  }
  const bool is_pin = line.size() == trust::pin_digits &&
                      std::ranges::all_of(line, [](char c) { return c >= '0' && c <= '9'; });
  if (!is_pin)
    return Error{"that is neither a PIN of eight digits nor the text of a code",
                 "look at what lectern-remote pairing open shows on the display machine"};
  options.secret = client::Pin{line};
  return options;
}

int keep(const client::PairOptions& options, const client::Paired& paired, Format format) {
  const client::KnownPresenter known{options.host, options.port, paired.fingerprint, paired.device};
  if (const auto kept = client::KnownPresenters(state_folder()).keep(known); !kept) {
    complain(kept.error());
    return unreachable;
  }
  const std::string where = host_port_text(options.host, options.port);
  if (format == Format::json)
    std::cout << json::serialize(json::object{{"device", paired.device.number},
                                              {"role", session::to_word(paired.role)},
                                              {"presenter", where}})
              << std::endl;
  else
    std::cout << "let in as " << session::to_word(paired.role) << "; from now on lectern-remote --host "
              << where << " status" << std::endl;
  return done;
}

}  // namespace

int pair_with(const client::Options& presenter, Format format) {
  if (state_folder().empty()) {
    complain({"there is no folder to keep a key in", "set HOME"});
    return unusable;
  }
  const auto options = read_secret(presenter);
  if (!options) {
    complain(options.error());
    return unusable;
  }
  asio::io_context io(1);
  std::optional<boost::system::result<client::Paired, client::NotPaired>> outcome;
  const auto waiting = [&](const std::string& words) {
    if (format == Format::json)
      std::cout << json::serialize(json::object{{"words", words}}) << std::endl;
    else
      std::cout << "The operator is asked. Both screens say “" << words
                << "”; if theirs does not, press Ctrl+C." << std::endl;
  };
  asio::co_spawn(
      io, client::pair(io.get_executor(), *options, waiting),
      [&](const std::exception_ptr& failed, boost::system::result<client::Paired, client::NotPaired> paired) {
        if (failed) std::rethrow_exception(failed);
        outcome = std::move(paired);
      });
  while (!outcome && io.run_one() > 0) {
  }
  if (!*outcome) {
    complain(outcome->error().why);
    return outcome->error().is_answer ? refused : unreachable;
  }
  return keep(*options, **outcome, format);
}

client::Options as_paired(client::Options presenter) {
  const bool is_here = presenter.host == protocol::loopback && !read_operator_token(presenter.port).empty();
  if (is_here || state_folder().empty()) return presenter;
  const auto known = client::KnownPresenters(state_folder()).find(presenter.host, presenter.port);
  if (!known) complain(known.error());
  if (!known || !*known) return presenter;
  const client::KnownPresenter& paired = **known;
  if (presenter.fingerprint && *presenter.fingerprint != paired.fingerprint) return presenter;
  presenter.fingerprint = paired.fingerprint;
  presenter.device = paired.device;
  return presenter;
}

}  // namespace lectern::cli
