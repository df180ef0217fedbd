#include "common/discovery/browser.h"

#include <avahi-client/client.h>
#include <avahi-client/lookup.h>
#include <avahi-common/address.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/strlst.h>
#include <avahi-common/thread-watch.h>
#include <net/if.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "common/discovery/trouble.h"

namespace lectern::discovery {
namespace {

/// One presenter is told of once for each interface and each version of IP, with its address of that version.
using Place = std::tuple<std::string, AvahiIfIndex, AvahiProtocol>;

bool is_link_local(const AvahiAddress& address) {
  return address.proto == AVAHI_PROTO_INET6 && address.data.ipv6.address[0] == 0xfe &&
         (address.data.ipv6.address[1] & 0xc0) == 0x80;
}

std::string in_digits(const AvahiAddress& address, AvahiIfIndex interface) {
  std::array<char, AVAHI_ADDRESS_STR_MAX> digits{};
  std::string text = avahi_address_snprint(digits.data(), digits.size(), &address);
  std::array<char, IF_NAMESIZE> name{};
  if (is_link_local(address) && if_indextoname(static_cast<unsigned>(interface), name.data()))
    text += std::string("%") + name.data();
  return text;
}

Txt read_txt(const AvahiStringList* list) {
  Txt txt;
  for (; list; list = list->next) {
    const std::string entry(reinterpret_cast<const char*>(list->text), list->size);
    const std::size_t equals = std::min(entry.find('='), entry.size());
    txt.emplace(entry.substr(0, equals), entry.substr(std::min(equals + 1, entry.size())));
  }
  return txt;
}

}  // namespace

/// Everything but start and stop happens on the poll's thread, which holds its lock meanwhile.
struct Browser::Avahi {
  explicit Avahi(Report tell) : report(std::move(tell)) {
    poll = avahi_threaded_poll_new();
    int error = 0;
    client = avahi_client_new(avahi_threaded_poll_get(poll), AvahiClientFlags{}, &Avahi::client_changed, this,
                              &error);
    if (client)
      browser = avahi_service_browser_new(client, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC, service_type, nullptr,
                                          AvahiLookupFlags{}, &Avahi::seen, this);
    if (!browser) report(trouble_with(client ? avahi_client_errno(client) : error));
    avahi_threaded_poll_start(poll);
  }

  ~Avahi() {
    avahi_threaded_poll_stop(poll);
    if (client) avahi_client_free(client);  // and its browser and resolvers
    avahi_threaded_poll_free(poll);
  }

  static void client_changed(AvahiClient* changed, AvahiClientState state, void* of) {
    if (state == AVAHI_CLIENT_FAILURE)
      static_cast<Avahi*>(of)->report(trouble_with(avahi_client_errno(changed)));
  }

  static void seen(AvahiServiceBrowser*, AvahiIfIndex interface, AvahiProtocol protocol,
                   AvahiBrowserEvent event, const char* name, const char* type, const char* domain,
                   AvahiLookupResultFlags, void* of) {
    Avahi& self = *static_cast<Avahi*>(of);
    switch (event) {
      case AVAHI_BROWSER_NEW:
        if (self.found.size() + self.resolving >= 4 * max_presenters) return;
        if (avahi_service_resolver_new(self.client, interface, protocol, name, type, domain, protocol,
                                       AvahiLookupFlags{}, &Avahi::resolved, &self))
          ++self.resolving;
        return;
      case AVAHI_BROWSER_REMOVE:
        self.found.erase({name, interface, protocol});
        return self.tell();
      case AVAHI_BROWSER_ALL_FOR_NOW:
        self.is_listed = true;
        return self.tell();
      case AVAHI_BROWSER_FAILURE:
        return self.report(trouble_with(avahi_client_errno(self.client)));
      case AVAHI_BROWSER_CACHE_EXHAUSTED:
        return;
    }
  }

  static void resolved(AvahiServiceResolver* resolver, AvahiIfIndex interface, AvahiProtocol protocol,
                       AvahiResolverEvent event, const char* name, const char*, const char*, const char* host,
                       const AvahiAddress* address, std::uint16_t port, AvahiStringList* txt,
                       AvahiLookupResultFlags, void* of) {
    Avahi& self = *static_cast<Avahi*>(of);
    --self.resolving;
    if (event == AVAHI_RESOLVER_FOUND)
      self.found[{name, interface, protocol}] = {
          {name, host, in_digits(*address, interface), port, read_txt(txt)}, is_link_local(*address)};
    avahi_service_resolver_free(resolver);
    self.tell();
  }

  void tell() {
    Sight sight;
    sight.is_settled = is_listed && resolving == 0;
    for (const bool link_local : {false, true})  // the easier address to type, where there are several
      for (const auto& [place, one] : found)
        if (one.is_link_local == link_local) add(sight, one.presenter);
    report(std::move(sight));
  }

  static void add(Sight& sight, const Found& presenter) {
    const auto is_same = [&](const Found& other) {
      return other.name == presenter.name && other.host == presenter.host && other.port == presenter.port;
    };
    if (sight.presenters.size() < max_presenters && std::ranges::none_of(sight.presenters, is_same))
      sight.presenters.push_back(presenter);
  }

  struct One {
    Found presenter;
    bool is_link_local = false;
  };

  const Report report;
  std::map<Place, One> found;
  std::size_t resolving = 0;
  bool is_listed = false;
  AvahiThreadedPoll* poll = nullptr;
  AvahiClient* client = nullptr;
  AvahiServiceBrowser* browser = nullptr;
};

Browser::Browser(Report report) : avahi_(std::make_unique<Avahi>(std::move(report))) {}
Browser::~Browser() = default;

}  // namespace lectern::discovery
