#include "presenter/server/devices_writer.h"

#include <boost/asio/post.hpp>
#include <utility>

namespace lectern::server {

namespace asio = boost::asio;

DevicesWriter::~DevicesWriter() {
  thread_.join();
}

void DevicesWriter::write(pairing::Kept kept, std::function<void(const Result<void>&)> done) {
  asio::post(thread_, [this, kept = std::move(kept), done = std::move(done)] {
    const auto written = file_.empty() ? Result<void>{} : pairing::write_devices(file_, kept);
    asio::post(io_, [written, done] { done(written); });
  });
}

}  // namespace lectern::server
