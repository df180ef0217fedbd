// The show as a service of the user's.
#include <iostream>
#include <system_error>

#include "common/base/folders.h"
#include "presenter/app/deck_file.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/service/install.h"

namespace lectern::app {
namespace {

service::Service service_for(const InstallService& options) {
  std::error_code unknown;
  service::Service service;
  service.program = std::filesystem::read_symlink("/proc/self/exe", unknown);
  service.arguments = options.arguments;
  service.folder = std::filesystem::current_path(unknown);
  for (const DeckOptions& deck : options.show.decks)
    service.what += (service.what.empty() ? "" : ", ") + deck.path.string();
  service.needs_display = options.show.stage.output != stage::Output::headless;
  return service;
}

const Error no_home{"there is no home folder to write the service into", "set HOME or XDG_CONFIG_HOME"};

}  // namespace

int run(const InstallService& options) {
  for (const DeckOptions& deck : options.show.decks)
    if (const auto file = load_deck_file(deck); !file) return fail(file.error(), unusable);
  if (unit_folder().empty()) return fail(no_home, unavailable);
  const service::Service service = service_for(options);
  const auto remarks = service::remarks_on(service::unit_text(service));
  if (remarks && !remarks->empty())
    return fail({"systemd does not take the service: " + *remarks, {}}, unavailable);
  const auto unit = service::install(service, unit_folder());
  if (!unit) return fail(unit.error(), unavailable);
  std::cout << unit->string() << " is written"
            << (remarks ? ", and systemd understands it.\n" : "; systemd is not here to check it.\n")
            << "It presents " << service.what
            << (service.needs_display ? " whenever you log in to the desktop" : " whenever you log in")
            << ", and a second after a crash the show goes on where it stood.\n"
               "Now:          systemctl --user daemon-reload && systemctl --user start lectern-presenter\n"
               "What it says: journalctl --user --unit lectern-presenter\n"
               "Take it away: lectern-presenter service remove\n";
  return done;
}

int run(const RemoveService&) {
  if (unit_folder().empty()) return fail(no_home, unavailable);
  const auto removed = service::remove(unit_folder());
  if (!removed) return fail(removed.error(), unavailable);
  std::cout << (*removed ? "The service is taken away. A show that it began goes on until\n"
                           "  systemctl --user daemon-reload && systemctl --user stop lectern-presenter\n"
                         : "There was no service.\n");
  return done;
}

}  // namespace lectern::app
