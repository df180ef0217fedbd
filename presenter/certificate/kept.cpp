#include "presenter/certificate/kept.h"

#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include "common/base/new_file.h"

namespace lectern::certificate {
namespace {

namespace fs = std::filesystem;

constexpr std::chrono::days renewed_before_end(30);
constexpr mode_t for_us = 0600;
constexpr mode_t for_all = 0644;

std::optional<Identity> read(const fs::path& file) {
  std::ifstream bytes(file, std::ios::binary);
  if (!bytes) return std::nullopt;
  const std::string text{std::istreambuf_iterator<char>(bytes), {}};
  const std::size_t end_of_key = text.find("-----BEGIN CERTIFICATE");
  if (end_of_key == std::string::npos) return std::nullopt;
  auto identity = read_identity(text.substr(0, end_of_key), text.substr(end_of_key));
  if (!identity) return std::nullopt;
  return *std::move(identity);
}

Result<void> write(const fs::path& file, std::string_view text, mode_t permissions) {
  std::error_code error;
  fs::create_directories(file.parent_path(), error);
  if (error) return write_failure(file, error.value());
  NewFile made(file.string() + ".new." + std::to_string(getpid()), permissions);
  if (!made.is_open() || !made.write(text) || !made.replace(file)) return write_failure(file, errno);
  return {};
}

/// That there is, or a new one.
Result<Identity> authority_in(const fs::path& folder, const Machine& machine, Time now) {
  auto kept = read(authority_file(folder));
  const Identity authority = kept ? *std::move(kept) : make_authority(machine, now);
  if (const auto done = write(authority_file(folder), authority.key + authority.certificates, for_us); !done)
    return done.error();
  if (const auto done = write(authority_certificate_file(folder), authority.certificates, for_all); !done)
    return done.error();
  return authority;
}

}  // namespace

fs::path identity_file(const fs::path& folder) {
  return folder / "certificate.pem";
}

fs::path authority_file(const fs::path& folder) {
  return folder / "authority.pem";
}

fs::path authority_certificate_file(const fs::path& folder) {
  return folder / "lectern-authority.crt";
}

Kept kept_identity(const fs::path& folder, const Machine& machine, Time now) {
  if (folder.empty())
    return {make_self_signed(machine, now),
            Error{"there is no folder to keep the certificate in", "set HOME"}};
  const fs::path file = identity_file(folder);
  if (auto kept = read(file); kept && now < kept->ends - renewed_before_end) {
    std::error_code ignored;
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, ignored);
    return {*std::move(kept), std::nullopt};
  }
  if (fs::exists(authority_file(folder)))
    if (auto issued = issue_in(folder, machine, now)) return {*std::move(issued), std::nullopt};
  Identity made = make_self_signed(machine, now);
  const auto done = write(file, made.key + made.certificates, for_us);
  return {std::move(made), done ? std::nullopt : std::optional(done.error())};
}

Result<Identity> issue_in(const fs::path& folder, const Machine& machine, Time now) {
  const auto authority = authority_in(folder, machine, now);
  if (!authority) return authority.error();
  auto issued = issue(*authority, machine, now);
  if (!issued) return issued.error();
  if (const auto done = write(identity_file(folder), issued->key + issued->certificates, for_us); !done)
    return done.error();
  return issued;
}

}  // namespace lectern::certificate
