#include "common/websocket/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <boost/asio/error.hpp>
#include <cerrno>
#include <limits>
#include <new>
#include <utility>

#include "common/protocol/limits.h"

namespace lectern::websocket {
namespace {

using boost::system::error_code;

/// What OpenSSL says of the oldest thing that went wrong on this thread.
std::string reason() {
  const char* const text = ERR_reason_error_string(ERR_peek_error());
  return text ? text : "it is empty";
}

error_code system_error(int number) {
  return {number, boost::system::system_category()};
}

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* of) const {
    Free(of);
  }
};
using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;

template <class T>
T* made(T* object) {
  if (!object) throw std::bad_alloc();
  return object;
}

Bio text_of(const std::string& pem) {
  return Bio(made(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()))));
}

Fingerprint fingerprint_of(const X509* certificate) {
  Fingerprint fingerprint;
  unsigned size = fingerprint.size();
  X509_digest(certificate, EVP_sha256(), fingerprint.data(), &size);
  return fingerprint;
}

/// The place of OpenSSL's own check of a chain, names and dates: the device was told which certificate it is.
int is_the_one(X509_STORE_CTX* shown, void* trusted) {
  const X509* const certificate = X509_STORE_CTX_get0_cert(shown);
  if (certificate && fingerprint_of(certificate) == *static_cast<const Fingerprint*>(trusted)) return 1;
  X509_STORE_CTX_set_error(shown, X509_V_ERR_CERT_REJECTED);
  return 0;
}

/// What a TlsSession's BIO moves bytes by.
struct Wire {
  int socket;
  std::size_t allowance;  ///< bytes that may still come before the handshake is done
};

// OpenSSL's own BIO for sockets raises SIGPIPE.
int read_wire(BIO* bio, char* to, int size) {
  Wire& wire = *static_cast<Wire*>(BIO_get_data(bio));
  BIO_clear_retry_flags(bio);
  const auto wanted = static_cast<std::size_t>(size);
  if (wanted > wire.allowance) {
    errno = EMSGSIZE;
    return -1;
  }
  const ssize_t count = recv(wire.socket, to, wanted, 0);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) BIO_set_retry_read(bio);
  if (count > 0) wire.allowance -= static_cast<std::size_t>(count);
  return static_cast<int>(count);
}

int write_wire(BIO* bio, const char* from, int size) {
  BIO_clear_retry_flags(bio);
  const ssize_t count =
      send(static_cast<Wire*>(BIO_get_data(bio))->socket, from, static_cast<std::size_t>(size), MSG_NOSIGNAL);
  if (count < 0 && (errno == EAGAIN || errno == EINTR)) BIO_set_retry_write(bio);
  return static_cast<int>(count);
}

long control_wire(BIO*, int command, long, void*) {
  return command == BIO_CTRL_FLUSH ? 1 : 0;
}

const BIO_METHOD* wire_method() {
  static const BIO_METHOD* const method = [] {
    BIO_METHOD* const wire = made(BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire"));
    BIO_meth_set_read(wire, read_wire);
    BIO_meth_set_write(wire, write_wire);
    BIO_meth_set_ctrl(wire, control_wire);
    return wire;
  }();
  return method;
}

error_code failure(int why) {
  if (why == SSL_R_CERTIFICATE_VERIFY_FAILED) return system_error(EKEYREJECTED);
  // Whether that was the end of what is said, the layer above knows.
  if (why == SSL_R_UNEXPECTED_EOF_WHILE_READING) return boost::asio::error::eof;
  return system_error(EPROTO);
}

/// A key behind a passphrase cannot be used: nobody is asked for it.
int no_passphrase(char*, int, int, void*) {
  return -1;
}

}  // namespace

struct Tls::Context {
  explicit Context(const SSL_METHOD* method) : ssl(made(SSL_CTX_new(method))) {
    SSL_CTX_set_min_proto_version(ssl.get(), TLS1_3_VERSION);
    SSL_CTX_set_mode(ssl.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                    SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_session_cache_mode(ssl.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(ssl.get(), 0);
    SSL_CTX_set_default_passwd_cb(ssl.get(), no_passphrase);
  }

  Result<void> show(const std::string& key_pem, const std::string& certificates_pem);

  std::unique_ptr<SSL_CTX, Freed<SSL_CTX_free>> ssl;
  Fingerprint fingerprint{};
};

Result<void> Tls::Context::show(const std::string& key_pem, const std::string& certificates_pem) {
  ERR_clear_error();
  const PrivateKey key(PEM_read_bio_PrivateKey(text_of(key_pem).get(), nullptr, no_passphrase, nullptr));
  if (!key)
    return Error{"there is no private key that can be read (" + reason() + ")",
                 "give a key in PEM without a passphrase; openssl pkey -in KEY -out NEW takes one off"};
  const Bio certificates = text_of(certificates_pem);
  const Certificate own(PEM_read_bio_X509(certificates.get(), nullptr, no_passphrase, nullptr));
  if (!own)
    return Error{"there is no certificate that can be read (" + reason() + ")",
                 "give it in PEM, followed by those that vouch for it"};
  if (X509_check_private_key(own.get(), key.get()) != 1)
    return Error{"the private key is not the one that the certificate is for",
                 "give the key that the certificate was made with"};
  bool is_taken =
      SSL_CTX_use_certificate(ssl.get(), own.get()) == 1 && SSL_CTX_use_PrivateKey(ssl.get(), key.get()) == 1;
  while (is_taken) {
    const Certificate above(PEM_read_bio_X509(certificates.get(), nullptr, no_passphrase, nullptr));
    if (!above) break;
    is_taken = SSL_CTX_add1_chain_cert(ssl.get(), above.get()) == 1;
  }
  if (!is_taken)
    return Error{"the certificate cannot be used (" + reason() + ")",
                 "have one made with an ECDSA P-256 key, or RSA of at least 2048 bits"};
  ERR_clear_error();  // reading the chain ended with there being no more of it
  fingerprint = fingerprint_of(own.get());
  return {};
}

Result<Tls> Tls::showing(const std::string& key, const std::string& certificates) {
  const auto context = std::make_shared<Context>(TLS_server_method());
  if (const auto shown = context->show(key, certificates); !shown) return shown.error();
  return Tls(context);
}

Tls Tls::trusting(const Fingerprint& fingerprint) {
  const auto context = std::make_shared<Context>(TLS_client_method());
  context->fingerprint = fingerprint;
  SSL_CTX_set_verify(context->ssl.get(), SSL_VERIFY_PEER, nullptr);
  SSL_CTX_set_cert_verify_callback(context->ssl.get(), is_the_one, &context->fingerprint);
  return Tls(context);
}

Tls Tls::trusting_any() {
  const auto context = std::make_shared<Context>(TLS_client_method());
  SSL_CTX_set_verify(context->ssl.get(), SSL_VERIFY_NONE, nullptr);
  return Tls(context);
}

const Fingerprint& Tls::fingerprint() const {
  return context_->fingerprint;
}

bool is_other_certificate(const error_code& error) {
  return error == system_error(EKEYREJECTED);
}

struct TlsSession::Parts {
  Parts(const Tls& tls, int socket)
      : context(tls.context_), wire{socket, 0}, ssl(made(SSL_new(context->ssl.get()))) {
    BIO* const bio = made(BIO_new(wire_method()));
    BIO_set_data(bio, &wire);
    BIO_set_init(bio, 1);
    SSL_set_bio(ssl.get(), bio, bio);
    if (SSL_CTX_get_ssl_method(context->ssl.get()) == TLS_client_method()) {
      SSL_set_connect_state(ssl.get());
      wire.allowance = std::numeric_limits<std::size_t>::max();
    } else {
      SSL_set_accept_state(ssl.get());
      wire.allowance = protocol::max_tls_hello_bytes;
    }
  }

  /// What OpenSSL means by the result of a call.
  Progress progress(int result, std::size_t size) {
    if (result > 0) return {.size = size};
    switch (SSL_get_error(ssl.get(), result)) {
      case SSL_ERROR_WANT_READ:
        return {.wait = Progress::Wait::until_readable};
      case SSL_ERROR_WANT_WRITE:
        return {.wait = Progress::Wait::until_writable};
      case SSL_ERROR_ZERO_RETURN:
        return {.error = boost::asio::error::eof};
      case SSL_ERROR_SYSCALL:
        return {.error = errno == 0 ? error_code(boost::asio::error::eof) : system_error(errno)};
      default:
        return {.error = failure(ERR_GET_REASON(ERR_peek_error()))};
    }
  }

  std::shared_ptr<const Tls::Context> context;
  Wire wire;
  std::unique_ptr<SSL, Freed<SSL_free>> ssl;
};

TlsSession::TlsSession(const Tls& tls, int socket) : parts_(std::make_unique<Parts>(tls, socket)) {}
TlsSession::~TlsSession() = default;

Progress TlsSession::handshake() {
  ERR_clear_error();
  errno = 0;
  const Progress progress = parts_->progress(SSL_do_handshake(parts_->ssl.get()), 0);
  if (SSL_is_init_finished(parts_->ssl.get()))
    parts_->wire.allowance = std::numeric_limits<std::size_t>::max();
  return progress;
}

Progress TlsSession::read(void* to, std::size_t size) {
  ERR_clear_error();
  errno = 0;
  std::size_t count = 0;
  const int result = SSL_read_ex(parts_->ssl.get(), to, size, &count);
  return parts_->progress(result, count);
}

Progress TlsSession::write(const void* from, std::size_t size) {
  ERR_clear_error();
  errno = 0;
  std::size_t count = 0;
  const int result = SSL_write_ex(parts_->ssl.get(), from, size, &count);
  return parts_->progress(result, count);
}

Fingerprint TlsSession::peer_fingerprint() const {
  const Certificate shown(SSL_get1_peer_certificate(parts_->ssl.get()));
  return shown ? fingerprint_of(shown.get()) : Fingerprint{};
}

void TlsSession::say_end() {
  ERR_clear_error();
  if (SSL_is_init_finished(parts_->ssl.get())) SSL_shutdown(parts_->ssl.get());
}

}  // namespace lectern::websocket
