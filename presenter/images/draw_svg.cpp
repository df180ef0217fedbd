#include "presenter/images/draw_svg.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>

#include <array>
#include <optional>
#include <string>

#include "presenter/images/descriptor.h"

namespace lectern::images {
namespace {

/// A file that is nowhere but in memory, read from its start.
Descriptor in_memory(Bytes bytes) {
  Descriptor file(memfd_create("svg", MFD_CLOEXEC));
  if (!file.write(bytes.data(), bytes.size()) || lseek(file.get(), 0, SEEK_SET) != 0) file.close();
  return file;
}

/// Ended and reaped with this object.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

 private:
  pid_t id_;
};

std::filesystem::path program_path() {
  std::error_code error;
  return std::filesystem::read_symlink("/proc/self/exe", error).replace_filename("lectern-svg");
}

/// nullopt: it cannot be started.
std::optional<pid_t> start(const Descriptor& input, const Descriptor& output, PixelSize box, Fit fit) {
  std::array arguments = {program_path().string(), std::to_string(box.width), std::to_string(box.height),
                          std::string(fit == Fit::cover ? "cover" : "inside")};
  std::array<char*, arguments.size() + 1> pointers{};
  for (std::size_t i = 0; i < arguments.size(); ++i) pointers[i] = arguments[i].data();

  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input.get(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output.get(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t id = 0;
  const int failed = posix_spawn(&id, pointers[0], &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  return failed ? std::nullopt : std::optional(id);
}

bool is_sensible(const SvgReply& reply, PixelSize box) {
  const auto [width, height] = reply.size;
  return reply.natural_size.width >= 1 && reply.natural_size.height >= 1 && width >= 1 && height >= 1 &&
         width <= box.width && height <= box.height;
}

}  // namespace

Result<Image> draw_svg(Bytes bytes, PixelSize box, Fit fit) {
  if (bytes.size() > max_svg_bytes) return Error{"is a drawing of over 16 MB", "save it as PNG"};
  const Descriptor input = in_memory(bytes);
  int ends[2];
  if (!input || pipe2(ends, O_CLOEXEC) != 0)
    return Error{"cannot be drawn now", "close other programs, then open the deck again"};
  const Descriptor from_child(ends[0]);
  Descriptor to_us(ends[1]);
  const auto id = start(input, to_us, box, fit);
  if (!id)
    return Error{"cannot be drawn without the program " + program_path().string(),
                 "install Lectern again, or save the picture as PNG"};
  const Child child(*id);
  to_us.close();  // so that the child's end is the end of what comes from it

  SvgReply reply;
  if (from_child.read(&reply, sizeof reply) && is_sensible(reply, box)) {
    Image image{reply.natural_size, Pixmap(reply.size), true};
    if (from_child.read(image.pixels.pixels.data(), image.pixels.pixels.size() * sizeof(std::uint32_t)))
      return image;
  }
  return Error{"is damaged, or takes too much time or memory to draw", "save it again, simpler, or as PNG"};
}

}  // namespace lectern::images
