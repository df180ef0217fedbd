#include "presenter/app/channel.h"

#include <sys/resource.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>

#include "common/base/folders.h"
#include "common/base/log.h"
#include "presenter/certificate/kept.h"

namespace lectern::app {
namespace {

using certificate::Identity;

constexpr rlim_t files_of_the_show = 512;  ///< displays, decks, pictures and their pipes, generously
constexpr rlim_t wanted_files = 2 * (protocol::max_connections + protocol::max_unidentified_connections) +
                                protocol::max_viewers +
                                files_of_the_show;  // one that closes has its place beside the newcomer's

certificate::Time now() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad())
    return Error{path.string() + " cannot be read: " + std::strerror(errno),
                 "check the path and who may read it"};
  return bytes;
}

Result<Identity> site_identity(const Channel& channel) {
  const auto key = bytes_of(channel.tls_key);
  if (!key) return key.error();
  const auto certificates = bytes_of(channel.tls_cert);
  if (!certificates) return certificates.error();
  auto identity = certificate::read_identity(*key, *certificates);
  if (!identity)
    return Error{channel.tls_cert.string() + ": " + identity.error().message, identity.error().remedy};
  if (const auto current = certificate::is_current(*identity, now()); !current)
    return Error{channel.tls_cert.string() + ": " + current.error().message, current.error().remedy};
  return identity;
}

Identity own_identity() {
  auto kept = certificate::kept_identity(state_folder(), certificate::this_machine(), now());
  if (kept.not_kept)
    log_warning("remotes will have to be given another fingerprint after the next start: " +
                kept.not_kept->message);
  return std::move(kept.identity);
}

/// That a device can connect to; empty: there is none.
std::string first_name(const std::vector<std::string>& names) {
  const auto is_one = [](const std::string& name) { return !name.starts_with("*.") && name != "localhost"; };
  const auto found = std::ranges::find_if(names, is_one);
  return found == names.end() ? std::string() : *found;
}

}  // namespace

Result<ServerSide> open_channel(const Present& options) {
  const Channel& channel = options.channel;
  const auto identity = channel.tls_cert.empty() ? Result<Identity>(own_identity()) : site_identity(channel);
  if (!identity) return identity.error();
  auto tls = websocket::Tls::showing(identity->key, identity->certificates);
  if (!tls) {
    const std::filesystem::path file =
        channel.tls_cert.empty() ? certificate::identity_file(state_folder()) : channel.tls_cert;
    return Error{file.string() + ": " + tls.error().message, tls.error().remedy};
  }
  const certificate::Machine machine = certificate::this_machine();
  server::Site site{machine.names, channel.requires_tls};
  if (!channel.tls_cert.empty()) site.trusted_name = first_name(identity->names);
  site.names.insert(site.names.end(), identity->names.begin(), identity->names.end());
  site.framing_origin = channel.framing_origin;
  std::erase(site.names, "localhost");
  return ServerSide{*std::move(tls),
                    {options.port,
                     channel.addresses,
                     std::move(site),
                     [] { return certificate::this_machine().addresses; },
                     state_folder(),
                     {}}};
}

void report_addresses(const server::Server& server, const websocket::Tls& tls) {
  for (const HostPort& address : server.addresses())
    std::cout << "also https://" << host_port_text(address.host, *address.port)
              << "/ fingerprint=" << fingerprint_text(tls.fingerprint()) << std::endl;
}

void allow_many_files() {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0 || files.rlim_cur >= wanted_files) return;
  files.rlim_cur = std::min(wanted_files, files.rlim_max);
  if (setrlimit(RLIMIT_NOFILE, &files) == 0 && files.rlim_cur == wanted_files) return;
  getrlimit(RLIMIT_NOFILE, &files);
  log_warning("this user may open " + std::to_string(files.rlim_cur) + " files at once, " +
              std::to_string(wanted_files) +
              " are wanted for a full house; ulimit -n or LimitNOFILE= give more");
}

}  // namespace lectern::app
