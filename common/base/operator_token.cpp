#include "common/base/operator_token.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "common/base/folders.h"
#include "common/base/ids.h"
#include "common/base/new_file.h"

namespace lectern {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t token_length = 64;

Result<void> write_token(const fs::path& place, const std::string& token) {
  std::error_code error;
  const fs::path folder = place.parent_path();
  if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
  if (error) return write_failure(place, error.value());
  const fs::path beside = place.string() + ".new." + std::to_string(getpid());
  fs::remove(beside, error);  // of a presenter that was killed
  NewFile file(beside, S_IRUSR | S_IWUSR);
  if (!file.is_open() || !file.write(token) || !file.replace(place)) return write_failure(place, errno);
  return {};
}

/// Whether it is a file of ours that nobody else can read.
bool is_private(int descriptor) {
  struct stat status {};
  return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid == geteuid() &&
         (status.st_mode & (S_IRWXG | S_IRWXO)) == 0;
}

}  // namespace

Result<OperatorToken> OperatorToken::make(std::uint16_t port) {
  const fs::path place = operator_token_file(port);
  if (place.empty())
    return Error{"there is no folder for the operator's token", "set XDG_RUNTIME_DIR or HOME"};
  OperatorToken token;
  token.text_ = random_hex(token_length);
  token.port_ = port;
  if (const auto written = write_token(place, token.text_); !written) {
    token.text_.clear();
    return written.error();
  }
  return token;
}

OperatorToken::OperatorToken(OperatorToken&& other) noexcept
    : port_(other.port_), text_(std::exchange(other.text_, {})) {}

OperatorToken::~OperatorToken() {
  if (text_.empty() || read_operator_token(port_) != text_) return;
  std::error_code ignored;
  fs::remove(operator_token_file(port_), ignored);
}

fs::path operator_token_file(std::uint16_t port) {
  const fs::path folder = runtime_folder();
  return folder.empty() ? folder : folder / ("operator-" + std::to_string(port));
}

std::string read_operator_token(std::uint16_t port) {
  const int file = open(operator_token_file(port).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  if (file < 0) return {};
  std::array<char, token_length + 1> bytes{};
  const ssize_t size = is_private(file) ? read(file, bytes.data(), bytes.size()) : 0;
  close(file);
  return size == ssize_t{token_length} ? std::string(bytes.data(), token_length) : std::string();
}

}  // namespace lectern
