// The command line of lectern-presenter.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "common/base/host_port.h"
#include "common/base/pixmap.h"
#include "common/base/time.h"
#include "common/protocol/limits.h"
#include "presenter/app/deck_file.h"
#include "presenter/journal/beginning.h"
#include "presenter/stage/stage.h"

namespace lectern::app {

/// Who can connect beside this machine, and how.
struct Channel {
  std::vector<HostPort> addresses;
  std::filesystem::path tls_cert;  ///< empty: the one that this machine made
  std::filesystem::path tls_key;
  bool requires_tls = false;
  std::string framing_origin;  ///< whose pages may show the audience's page in a frame; empty: nobody's
};

/// lectern-presenter DECK…
struct Present {
  std::vector<DeckOptions> decks;  ///< by number; the first is shown
  stage::Options stage;
  std::uint16_t port = protocol::default_port;
  Channel channel;
  bool watch = false;  ///< edits of the deck show at once
  bool hold = false;   ///< the show opens with the holding slide
  session::Following following{};
  journal::Resume resume = journal::Resume::if_cut_off;
};

/// lectern-presenter render DECK --slide 3.2 --size WxH --out x.png
struct Render {
  DeckOptions deck;
  std::string slide = "1";  ///< address
  PixelSize size = {1920, 1080};
  std::filesystem::path out;
};

/// lectern-presenter render DECK --all --out-dir FOLDER --size WxH
struct RenderAll {
  DeckOptions deck;
  PixelSize size = {1920, 1080};
  std::filesystem::path folder;
};

/// lectern-presenter export DECK --pdf x.pdf --html x.html --notes --size WxH
struct Export {
  DeckOptions deck;
  std::filesystem::path pdf;  ///< empty: none
  std::filesystem::path html;
  bool notes = false;
  PixelSize size = {1920, 1080};
};

/// lectern-presenter layout DECK --size WxH
struct PrintLayout {
  DeckOptions deck;
  PixelSize size = {1920, 1080};
};

/// lectern-presenter check DECK --json --fix --slot 10m --size WxH
struct Check {
  DeckOptions deck;
  bool json = false;
  bool fix = false;
  std::optional<Duration> slot;
  PixelSize size = {1920, 1080};
};

/// lectern-presenter service install DECK… [OPTION…]
struct InstallService {
  Present show;
  std::vector<std::string> arguments;  ///< that ask for it, wherever they are given
};

/// lectern-presenter service remove
struct RemoveService {};

/// lectern-presenter certificate --name NAME…
struct MakeCertificate {
  std::vector<std::string> names;  ///< beside those that the machine knows itself by
};

/// lectern-presenter certificate show
struct ShowCertificate {};

/// What the program ends with.
enum ExitCode : int {
  done = 0,
  found = 1,        ///< there is something to remark on the deck
  unusable = 2,     ///< the command line or the deck
  unavailable = 3,  ///< the display, the port or the file to write
};

using Verb = std::variant<Present, Render, RenderAll, Export, PrintLayout, Check, InstallService,
                          RemoveService, MakeCertificate, ShowCertificate>;

/// The verb that was asked for; or, after help or a mistake (both said on the terminal), the code to exit
/// with.
std::variant<Verb, int> parse_command_line(int argc, char** argv);

}  // namespace lectern::app
