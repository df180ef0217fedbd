#include "common/discovery/announcement.h"

#include <avahi-client/client.h>
#include <avahi-client/publish.h>
#include <avahi-common/alternative.h>
#include <avahi-common/error.h>
#include <avahi-common/malloc.h>
#include <avahi-common/strlst.h>
#include <avahi-common/thread-watch.h>

#include "common/discovery/trouble.h"
#include "common/text/text.h"

namespace lectern::discovery {

/// Everything but start and stop happens on the poll's thread, which holds its lock meanwhile.
struct Announcement::Avahi {
  Avahi(std::uint16_t at_port, const std::string& wanted, const Txt& entries, Report tell)
      : port(at_port), name(first_lines(wanted, max_name_bytes)), report(std::move(tell)) {
    for (const auto& [key, value] : entries)
      txt = avahi_string_list_add_pair(txt, key.c_str(), value.c_str());
    poll = avahi_threaded_poll_new();
    connect();
    avahi_threaded_poll_start(poll);
  }

  ~Avahi() {
    avahi_threaded_poll_stop(poll);
    disconnect();
    avahi_threaded_poll_free(poll);
    avahi_string_list_free(txt);
  }

  /// With NO_FAIL it waits for a daemon that does not run yet.
  void connect() {
    int error = 0;
    client = avahi_client_new(avahi_threaded_poll_get(poll), AVAHI_CLIENT_NO_FAIL, &Avahi::client_changed,
                              this, &error);
    if (!client) report(trouble_with(error));
  }

  void disconnect() {
    if (client) avahi_client_free(client);  // and its group
    client = nullptr;
    group = nullptr;
  }

  /// Avahi calls this before avahi_client_new() has returned, too.
  static void client_changed(AvahiClient* changed, AvahiClientState state, void* of) {
    Avahi& self = *static_cast<Avahi*>(of);
    self.client = changed;
    switch (state) {
      case AVAHI_CLIENT_S_RUNNING:
        return self.publish();
      case AVAHI_CLIENT_S_COLLISION:
      case AVAHI_CLIENT_S_REGISTERING:  // the machine's own name changes, and with it what was said of it
        if (self.group) avahi_entry_group_reset(self.group);
        return;
      case AVAHI_CLIENT_CONNECTING:
        return self.report(trouble_with(AVAHI_ERR_NO_DAEMON));
      case AVAHI_CLIENT_FAILURE:
        if (avahi_client_errno(changed) != AVAHI_ERR_DISCONNECTED)
          return self.report(trouble_with(avahi_client_errno(changed)));
        self.disconnect();
        return self.connect();
    }
  }

  static void group_changed(AvahiEntryGroup* changed, AvahiEntryGroupState state, void* of) {
    Avahi& self = *static_cast<Avahi*>(of);
    self.group = changed;
    switch (state) {
      case AVAHI_ENTRY_GROUP_ESTABLISHED:
        return self.report(self.name);
      case AVAHI_ENTRY_GROUP_COLLISION:
        self.take_another_name();
        return self.publish();
      case AVAHI_ENTRY_GROUP_FAILURE:
        return self.report(trouble_with(avahi_client_errno(self.client)));
      case AVAHI_ENTRY_GROUP_UNCOMMITED:
      case AVAHI_ENTRY_GROUP_REGISTERING:
        return;
    }
  }

  void publish() {
    if (!group) group = avahi_entry_group_new(client, &Avahi::group_changed, this);
    if (!group) return report(trouble_with(avahi_client_errno(client)));
    if (!avahi_entry_group_is_empty(group)) avahi_entry_group_reset(group);
    int error = add_service();
    while (error == AVAHI_ERR_COLLISION) {
      take_another_name();
      error = add_service();
    }
    if (error == 0) error = avahi_entry_group_commit(group);
    if (error != 0) report(trouble_with(error));
  }

  int add_service() {
    return avahi_entry_group_add_service_strlst(group, AVAHI_IF_UNSPEC, AVAHI_PROTO_UNSPEC,
                                                AvahiPublishFlags{}, name.c_str(), service_type, nullptr,
                                                nullptr, port, txt);
  }

  void take_another_name() {
    char* const other = avahi_alternative_service_name(name.c_str());
    name = other;
    avahi_free(other);
  }

  const std::uint16_t port;
  std::string name;
  const Report report;
  AvahiStringList* txt = nullptr;
  AvahiThreadedPoll* poll = nullptr;
  AvahiClient* client = nullptr;
  AvahiEntryGroup* group = nullptr;
};

Announcement::Announcement(std::uint16_t port, const std::string& name, const Txt& txt, Report report)
    : avahi_(std::make_unique<Avahi>(port, name, txt, std::move(report))) {}
Announcement::~Announcement() = default;

}  // namespace lectern::discovery
