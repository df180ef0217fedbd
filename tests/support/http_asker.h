// One connection that asks for pages and pictures one after the other, as a browser's does. Blocking.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace lectern::test {

class HttpAsker {
 public:
  explicit HttpAsker(std::uint16_t port);
  ~HttpAsker();

  struct Answer {
    unsigned status = 0;  ///< 0: none came
    std::string body;
  };

  /// Once the connection has ended, by another.
  Answer get(const std::string& path);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
