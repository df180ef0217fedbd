// Writes down which devices are let in, on a thread of its own: a slow disk delays no press.
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <filesystem>
#include <functional>

#include "common/base/result.h"
#include "presenter/pairing/devices_file.h"

namespace lectern::server {

/// Lives on the engine thread.
class DevicesWriter {
 public:
  /// To nowhere, where the path is empty.
  DevicesWriter(boost::asio::io_context& io, std::filesystem::path file) : io_(io), file_(std::move(file)) {}
  /// Waits for what is being written.
  ~DevicesWriter();

  /// In the order of the calls; `done` is told on the engine thread.
  void write(pairing::Kept, std::function<void(const Result<void>&)> done);

 private:
  boost::asio::io_context& io_;
  const std::filesystem::path file_;
  boost::asio::thread_pool thread_{1};
};

}  // namespace lectern::server
