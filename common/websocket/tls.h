// TLS 1.3 of either end, over a socket that does not block. OpenSSL stays behind this.
#pragma once

#include <boost/system/error_code.hpp>
#include <cstddef>
#include <memory>
#include <string>

#include "common/base/fingerprint.h"
#include "common/base/result.h"

namespace lectern::websocket {

/// What came of trying to move bytes without waiting: some moved, or none ever will, or it has to wait first.
struct Progress {
  enum class Wait { no, until_readable, until_writable };
  std::size_t size = 0;
  boost::system::error_code error = {};
  Wait wait = Wait::no;
};

/// What one end shows of itself, or whom it trusts, for any number of connections. Copies share it.
class Tls {
 public:
  /// A server's: its private key, and its certificate followed by those that vouch for it, in PEM. What else
  /// is in either text is not looked at.
  static Result<Tls> showing(const std::string& key, const std::string& certificates);
  /// A client's: trusts this certificate, for whatever name and time, and no other.
  static Tls trusting(const Fingerprint&);
  /// A client's that takes whatever it is shown: only for what is proved afterwards of that very certificate.
  static Tls trusting_any();

  /// Of the certificate that is shown or trusted; zeros where any is.
  const Fingerprint& fingerprint() const;

 private:
  friend class TlsSession;
  struct Context;
  explicit Tls(std::shared_ptr<const Context> context) : context_(std::move(context)) {}
  std::shared_ptr<const Context> context_;
};

/// The peer showed another certificate than the one that is trusted.
bool is_other_certificate(const boost::system::error_code&);

/// One connection's. The socket must not block and outlives it.
class TlsSession {
 public:
  TlsSession(const Tls&, int socket);
  ~TlsSession();

  /// In the role that its Tls is for. A client that needs more than max_tls_hello_bytes fails.
  Progress handshake();
  Progress read(void* to, std::size_t size);
  Progress write(const void* from, std::size_t size);

  /// Of the certificate that the peer has shown; zeros where it has shown none.
  Fingerprint peer_fingerprint() const;

  /// That no more will be written, if the socket takes it now.
  void say_end();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::websocket
