// Avahi's errors in words. Private to this folder.
#pragma once

#include "common/base/result.h"

namespace lectern::discovery {

/// `error` is one of avahi-common/error.h.
Error trouble_with(int error);

}  // namespace lectern::discovery
