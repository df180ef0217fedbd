#include "tests/support/http_asker.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

namespace lectern::test {

namespace asio = boost::asio;
namespace http = boost::beast::http;

struct HttpAsker::Parts {
  explicit Parts(std::uint16_t of_presenter) : port(of_presenter) {}

  void connect() {
    boost::system::error_code ignored;
    buffer.clear();
    socket = asio::ip::tcp::socket(io);
    socket.connect({asio::ip::address_v4::loopback(), port}, ignored);
  }

  const std::uint16_t port;
  asio::io_context io{1};
  asio::ip::tcp::socket socket{io};
  boost::beast::flat_buffer buffer;
};

HttpAsker::HttpAsker(std::uint16_t port) : parts_(std::make_unique<Parts>(port)) {}
HttpAsker::~HttpAsker() = default;

HttpAsker::Answer HttpAsker::get(const std::string& path) {
  http::request<http::empty_body> request(http::verb::get, path, 11);
  request.set(http::field::host, "127.0.0.1:" + std::to_string(parts_->port));
  if (!parts_->socket.is_open()) parts_->connect();
  boost::system::error_code error;
  http::write(parts_->socket, request, error);
  http::response<http::string_body> response;
  if (!error) http::read(parts_->socket, parts_->buffer, response, error);
  if (error || !response.keep_alive()) parts_->socket.close();
  return error ? Answer{} : Answer{response.result_int(), std::move(response.body())};
}

}  // namespace lectern::test
