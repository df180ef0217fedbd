#include <iostream>

#include "common/base/folders.h"
#include "common/websocket/tls.h"
#include "presenter/app/report.h"
#include "presenter/app/run.h"
#include "presenter/certificate/kept.h"

namespace lectern::app {
namespace {

certificate::Time today_in_seconds() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

/// "fingerprint: …", and what else is to be known of it.
int show_identity(const certificate::Identity& identity) {
  const auto tls = websocket::Tls::showing(identity.key, identity.certificates);
  if (!tls) return fail(tls.error(), unusable);
  std::string names;
  for (const auto* list : {&identity.names, &identity.addresses})
    for (const std::string& name : *list) names += (names.empty() ? "" : ", ") + name;
  std::cout << "fingerprint: " << fingerprint_text(tls->fingerprint()) << "\nfor:         " << names
            << "\nuntil:       " << certificate::day_text(identity.ends)
            << "\nkept in:     " << certificate::identity_file(state_folder()).string() << '\n';
  return done;
}

}  // namespace

int run(const MakeCertificate& options) {
  const std::filesystem::path folder = state_folder();
  if (folder.empty())
    return fail({"there is no folder to keep a certificate in", "set HOME or XDG_STATE_HOME"}, unavailable);
  certificate::Machine machine = certificate::this_machine();
  for (const std::string& name : options.names)
    (certificate::is_address(name) ? machine.addresses : machine.names).push_back(name);
  const auto identity = certificate::issue_in(folder, machine, today_in_seconds());
  if (!identity) return fail(identity.error(), unavailable);
  if (const int code = show_identity(*identity); code != done) return code;
  std::cout << "authority:   " << certificate::authority_certificate_file(folder).string() << R"(

Give the authority's file to whoever looks after the phones and laptops, to be installed on them as a trusted
root certificate: by the management of mobile devices, by group policy under Windows, by hand on an iPhone
(the file, then Settings > General > About > Certificate Trust Settings). They then open this machine's page
by https without a warning. It can vouch for the names and addresses above and for addresses of private
networks, for nothing else; its key stays here, in )"
            << certificate::authority_file(folder).string() << R"(.
Start lectern-presenter again to use the certificate. Its fingerprint is new: remotes that knew the old one
have to be told.
)";
  return done;
}

int run(const ShowCertificate&) {
  const auto kept =
      certificate::kept_identity(state_folder(), certificate::this_machine(), today_in_seconds());
  if (kept.not_kept) return fail(*kept.not_kept, unavailable);
  return show_identity(kept.identity);
}

}  // namespace lectern::app
