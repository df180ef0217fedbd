#include "tests/bench/audience.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <thread>
#include <utility>

namespace lectern::bench {
namespace {

constexpr int text_opcode = 1, binary_opcode = 2, ping_opcode = 9, pong_opcode = 10;

struct Member {
  int socket = -1;
  std::string unread;  ///< the beginning of a frame, where one came in pieces
  bool has_news = true;
  bool waits_for_answer = false;
};

struct Frame {
  int opcode = 0;
  std::string_view payload;
  std::size_t size = 0;  ///< with its header
};

/// The first frame of what came, unmasked as a server's are; nullopt: it is not whole.
std::optional<Frame> first_frame(std::string_view bytes) {
  const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
  if (bytes.size() < 2) return std::nullopt;
  std::size_t header = 2, length = at(1) & 0x7f;
  if (length >= 126) {
    const std::size_t wide = length == 126 ? 2 : 8;
    header += wide;
    if (bytes.size() < header) return std::nullopt;
    length = 0;
    for (std::size_t i = 0; i < wide; ++i) length = length << 8 | at(2 + i);
  }
  if (bytes.size() < header + length) return std::nullopt;
  return Frame{at(0) & 0x0f, bytes.substr(header, length), header + length};
}

void send_all(int socket, std::string_view bytes) {
  if (send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) != static_cast<ssize_t>(bytes.size()))
    throw std::runtime_error("a member of the audience cannot speak");
}

void allow_many_files() {
  rlimit files{};
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
}

/// Client to server, masked by zeros.
std::string frame_of(std::string_view payload, int opcode) {
  std::string frame(1, static_cast<char>(0x80 | opcode));
  if (payload.size() < 126) {
    frame += static_cast<char>(0x80 | payload.size());
  } else {
    frame += static_cast<char>(0x80 | 126);
    frame += static_cast<char>(payload.size() >> 8);
    frame += static_cast<char>(payload.size() & 0xff);
  }
  return frame.append(4, '\0').append(payload);
}

}  // namespace

struct Audience::Parts {
  explicit Parts(Manners of) : manners(std::move(of)) {}

  int open(int number);
  std::string read_handshake(int socket) const;
  void listen();
  bool take(Member&);
  void hear(Member&, const Frame&);
  void ask(Member&, std::string_view news);
  void say(std::string_view);

  const Manners manners;
  const int epoll = epoll_create1(0);
  std::atomic<std::uint64_t> bytes = 0;
  std::atomic<std::size_t> connected = 0;
  std::mutex mutex;
  std::condition_variable heard;
  std::vector<std::unique_ptr<Member>> members;
  std::vector<Clock::time_point> arrivals;
  bool asks = false;
  std::string asked_about, question;
  bool is_over = false;
  std::thread thread{[this] { listen(); }};
};

Audience::Audience(Manners manners) {
  allow_many_files();
  parts_ = std::make_unique<Parts>(std::move(manners));
}

Audience::~Audience() {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->is_over = true;
  }
  parts_->thread.join();
  for (const auto& member : parts_->members) close(member->socket);
  close(parts_->epoll);
}

void Audience::join(int count) {
  for (int i = 0; i < count; ++i) {
    auto member = std::make_unique<Member>();
    member->socket = parts_->open(static_cast<int>(parts_->connected) + 1);
    epoll_event event{EPOLLIN, {.ptr = member.get()}};
    const std::lock_guard lock(parts_->mutex);
    epoll_ctl(parts_->epoll, EPOLL_CTL_ADD, member->socket, &event);
    parts_->members.push_back(std::move(member));
    ++parts_->connected;
  }
}

void Audience::await(Curiosity curiosity) {
  const std::lock_guard lock(parts_->mutex);
  parts_->asks = curiosity == Curiosity::ask;
  parts_->asked_about.clear();
  parts_->arrivals.clear();
  for (const auto& member : parts_->members) member->has_news = false;
}

std::vector<Audience::Clock::time_point> Audience::arrivals() {
  std::unique_lock lock(parts_->mutex);
  parts_->heard.wait_for(lock, std::chrono::seconds(10),
                         [&] { return parts_->arrivals.size() >= parts_->connected; });
  return parts_->arrivals;
}

void Audience::say(std::string_view text) {
  const std::lock_guard lock(parts_->mutex);
  parts_->say(text);
}

std::uint64_t Audience::bytes() const {
  return parts_->bytes;
}

std::size_t Audience::size() const {
  return parts_->connected;
}

/// Blocking, until it has joined.
int Audience::Parts::open(int number) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(manners.port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("member " + std::to_string(number) + " of the audience finds no server");
  send_all(socket, "GET " + manners.path + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(manners.port) +
                       "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n" +
                       manners.header_lines + "\r\n");
  std::string unread = read_handshake(socket);
  if (const std::string said = manners.first_said(number); !said.empty())
    send_all(socket, frame_of(said, binary_opcode));
  for (;;) {
    while (const auto frame = first_frame(unread)) {
      if (frame->opcode <= binary_opcode && manners.has_joined(frame->payload)) return socket;
      unread.erase(0, frame->size);
    }
    std::array<char, 4096> some;
    const ssize_t size = read(socket, some.data(), some.size());
    if (size <= 0) throw std::runtime_error("member " + std::to_string(number) + " is turned away");
    unread.append(some.data(), static_cast<std::size_t>(size));
  }
}

/// What came after it.
std::string Audience::Parts::read_handshake(int socket) const {
  std::string answer;
  for (std::size_t end = std::string::npos; end == std::string::npos; end = answer.find("\r\n\r\n")) {
    std::array<char, 4096> some;
    const ssize_t size = read(socket, some.data(), some.size());
    if (size <= 0) throw std::runtime_error("a handshake is not answered");
    answer.append(some.data(), static_cast<std::size_t>(size));
  }
  if (!answer.starts_with("HTTP/1.1 101")) throw std::runtime_error("a handshake is refused: " + answer);
  return answer.substr(answer.find("\r\n\r\n") + 4);
}

void Audience::Parts::listen() {
  std::array<epoll_event, 512> events;
  auto next_word = Clock::now() + std::chrono::seconds(10);
  for (;;) {
    const int count = epoll_wait(epoll, events.data(), events.size(), 100);
    const std::lock_guard lock(mutex);
    if (is_over) return;
    for (int i = 0; i < count; ++i) {
      Member& member = *static_cast<Member*>(events[static_cast<std::size_t>(i)].data.ptr);
      if (take(member)) continue;
      epoll_ctl(epoll, EPOLL_CTL_DEL, member.socket, nullptr);
      --connected;
    }
    if (arrivals.size() >= connected) heard.notify_all();
    if (Clock::now() < next_word) continue;
    next_word += std::chrono::seconds(10);
    if (!manners.kept_up_by.empty()) say(manners.kept_up_by);
  }
}

/// False: it is not connected any more.
bool Audience::Parts::take(Member& member) {
  std::array<char, 16'384> some;
  const ssize_t size = recv(member.socket, some.data(), some.size(), MSG_DONTWAIT);
  if (size <= 0) return size < 0 && errno == EAGAIN;
  std::string_view unread(some.data(), static_cast<std::size_t>(size));
  if (!member.unread.empty()) unread = member.unread.append(unread);
  std::size_t read = 0;
  while (const auto frame = first_frame(unread.substr(read))) {
    hear(member, *frame);
    read += frame->size;
  }
  member.unread = std::string(unread.substr(read));
  return true;
}

void Audience::Parts::hear(Member& member, const Frame& frame) {
  if (frame.opcode == ping_opcode) {
    const std::string pong = frame_of(frame.payload, pong_opcode);
    send(member.socket, pong.data(), pong.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  }
  if (frame.opcode > binary_opcode) return;
  bytes += frame.size;
  if (member.waits_for_answer && manners.is_answer(frame.payload)) {
    member.waits_for_answer = false;
    arrivals.push_back(Clock::now());
  }
  if (member.has_news || !manners.is_awaited(frame.payload)) return;
  member.has_news = true;
  if (asks)
    ask(member, frame.payload);
  else
    arrivals.push_back(Clock::now());
}

/// The same question of all who have the same news.
void Audience::Parts::ask(Member& member, std::string_view news) {
  if (asked_about != news) {
    asked_about = news;
    question = frame_of(manners.question(news), binary_opcode);
  }
  member.waits_for_answer = true;
  send(member.socket, question.data(), question.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

void Audience::Parts::say(std::string_view text) {
  const std::string word = frame_of(text, text_opcode);
  for (const auto& member : members)
    send(member->socket, word.data(), word.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace lectern::bench
