// OpenSSL's objects, let go of by themselves.
#pragma once

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <new>

namespace lectern::certificate {

template <auto Free>
struct Freed {
  template <class T>
  void operator()(T* of) const {
    Free(of);
  }
};

using Bio = std::unique_ptr<BIO, Freed<BIO_free>>;
using PrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Freed<GENERAL_NAMES_free>>;

/// What OpenSSL makes is there, unless there is no memory.
template <class T>
T* made(T* object) {
  if (!object) throw std::bad_alloc();
  return object;
}

}  // namespace lectern::certificate
