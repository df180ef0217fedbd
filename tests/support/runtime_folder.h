// Presenters and remotes of one test program find each other's secrets in a folder of its own, and no one
// else's.
#pragma once

#include <cstdlib>

#include "tests/support/folder.h"

namespace lectern::test {

class RuntimeFolder {
 public:
  RuntimeFolder() { setenv("XDG_RUNTIME_DIR", folder_.path().c_str(), 1); }

 private:
  Folder folder_;
};

inline const RuntimeFolder runtime_folder;

}  // namespace lectern::test
