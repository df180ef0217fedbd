// What can go wrong outside the program is a value: a Result is tested, then dereferenced.
#pragma once

#include <boost/system/result.hpp>
#include <string>
#include <utility>

namespace lectern {

/// A failure in words for the person who can act on it.
struct Error {
  Error() = default;
  // Not an aggregate: a string must not turn into an Error where a Result<std::string> is made.
  Error(std::string what, std::string what_to_do) : message(std::move(what)), remedy(std::move(what_to_do)) {}

  std::string message;  ///< what is wrong, in one sentence without a full stop
  std::string remedy;   ///< what to do about it; may be empty where nothing helps
};

/// `if (!r) return r.error(); use(*r);`. `value()` is not used: there is nothing to throw.
template <class T>
using Result = boost::system::result<T, Error>;

}  // namespace lectern
