// This device and the presenters that it was paired with.
#pragma once

#include "common/client/client.h"
#include "remote/cli/verbs.h"

namespace lectern::cli {

/// Asks the presenter there to let this device in, by what standard input says: the PIN, or the text of the
/// QR code. Says what comes of it, keeps the key, and gives the exit code.
int pair_with(const client::Options& presenter, Format);

/// The same as the device that it was paired as, where it was, and where no greater proof is at hand.
client::Options as_paired(client::Options presenter);

}  // namespace lectern::cli
