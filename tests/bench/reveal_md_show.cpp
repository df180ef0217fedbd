#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/json.hpp>
#include <filesystem>
#include <stdexcept>

#include "tests/bench/show.h"
#include "tests/support/folder.h"

namespace lectern::bench {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace json = boost::json;

// Free ones: nothing else is in this network (tests/support/private_network.h).
constexpr std::uint16_t server_port = 1948;
constexpr std::uint16_t debugging_port = 9222;

/// Says JavaScript to the page that Chromium shows, in the DevTools protocol.
class Page {
 public:
  Page() {
    const asio::ip::tcp::endpoint chromium(asio::ip::address_v4::loopback(), debugging_port);
    asio::ip::tcp::socket asking(io_);
    asking.connect(chromium);
    beast::http::request<beast::http::empty_body> request(beast::http::verb::get, "/json/list", 11);
    request.set(beast::http::field::host, host);
    beast::http::write(asking, request);
    beast::flat_buffer buffer;
    beast::http::response<beast::http::string_body> response;
    beast::http::read(asking, buffer, response);
    const json::value targets = json::parse(response.body());
    for (const json::value& target : targets.as_array())
      if (target.at("type") == "page") id_ = target.at("id").as_string().c_str();

    socket_.next_layer().connect(chromium);
    socket_.handshake(host, "/devtools/page/" + id_);
  }

  void say(const std::string& script) {
    const json::value message = {
        {"id", 1}, {"method", "Runtime.evaluate"}, {"params", {{"expression", script}}}};
    socket_.write(asio::buffer(json::serialize(message)));
  }

  int ask(const std::string& script) {
    say(script);
    beast::flat_buffer buffer;
    socket_.read(buffer);
    const json::value answer = json::parse(beast::buffers_to_string(buffer.data()));
    return static_cast<int>(answer.at("result").at("result").at("value").to_number<double>());
  }

 private:
  static constexpr const char* host = "127.0.0.1";
  asio::io_context io_;
  beast::websocket::stream<asio::ip::tcp::socket> socket_{io_};
  std::string id_;
};

class Server {
 public:
  explicit Server(const std::filesystem::path& deck)
      : process_({"node", LECTERN_SOURCE_DIR "/build/npm/node_modules/reveal-md/bin/reveal-md.js",
                  deck.string(), "--port", std::to_string(server_port), "--disable-auto-open"}) {
    while (const auto line = process_.read_line())
      if (line->find("slides are at") != std::string::npos) return;
    throw std::runtime_error("reveal-md does not start: " + process_.errors());
  }

  pid_t pid() const { return process_.pid(); }

 private:
  test::Process process_;
};

class RevealMdShow : public Show {
 public:
  RevealMdShow(std::shared_ptr<Server> server, const std::string& deck_name, const test::Xvfb& xvfb)
      : server_(std::move(server)),
        chromium_({"chromium", "--kiosk", "--no-sandbox", "--test-type", "--disable-gpu", "--no-first-run",
                   "--window-position=0,0", "--window-size=1920,1080", "--disable-background-networking",
                   "--disable-component-update", "--disable-sync", "--password-store=basic",
                   "--remote-debugging-port=" + std::to_string(debugging_port),
                   "--user-data-dir=" + profile_.path().string(),
                   "http://127.0.0.1:" + std::to_string(server_port) + "/" + deck_name},
                  xvfb.environment()) {}

  std::function<void()> jump_to(int number) override {
    const auto page = std::make_shared<Page>();
    return [page, number] { page->say("Reveal.slide(" + std::to_string(number - 1) + ")"); };
  }

  int number() override { return Page().ask("Reveal.getSlidePastCount() + 1"); }

  std::vector<pid_t> processes() const override { return {server_->pid(), chromium_.pid()}; }

 private:
  const std::shared_ptr<Server> server_;
  const test::Folder profile_;
  test::Process chromium_;
};

}  // namespace

Program reveal_md(const std::string& deck, const test::Xvfb& xvfb) {
  const std::filesystem::path path = deck;
  return {"reveal-md", [server = std::make_shared<Server>(path), name = path.filename().string(), &xvfb] {
            return std::make_unique<RevealMdShow>(server, name, xvfb);
          }};
}

}  // namespace lectern::bench
