// What each verb of the command line does, to its exit code. Main thread.
#pragma once

#include "presenter/app/options.h"

namespace lectern::app {

int run(const Present&);
int run(const Render&);
int run(const RenderAll&);
int run(const Export&);
int run(const PrintLayout&);
int run(const Check&);
int run(const InstallService&);
int run(const RemoveService&);
int run(const MakeCertificate&);
int run(const ShowCertificate&);

}  // namespace lectern::app
