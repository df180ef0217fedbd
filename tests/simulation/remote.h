// One remote: the real client's machine or a hasty one, and somebody who presses.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>

#include "common/client/machine.h"
#include "tests/simulation/hasty_machine.h"
#include "tests/simulation/history.h"
#include "tests/simulation/network.h"

namespace lectern::simulation {

using Machine = std::variant<client::Machine, HastyMachine>;

class Remote {
 public:
  /// `connect` brings a connection for opened(), or failed(), later.
  Remote(World&, ClientId, Machine, std::function<void(Remote&)> connect, History&);

  void begin() { happen(client::Woken{}); }
  void opened(std::shared_ptr<Connection>);
  void failed();

  /// The connection is over, as far as the remote knows. Nothing where it has another one by now.
  void lose(const std::shared_ptr<Connection>&);
  const std::shared_ptr<Connection>& connection() const { return connection_; }

  void press(client::Press);

  /// The newest command that was sent.
  const std::optional<session::Request>& last_sent() const { return last_sent_; }

  Shown shown() const { return {id_, view().state, !waiting_.empty()}; }
  const ClientId& id() const { return id_; }

  Weather weather;

 private:
  const client::View& view() const;
  std::optional<Instant> due() const;
  Instant now() const { return Instant(world_.now() + clock_ahead_); }
  void happen(const client::Event&);
  void perform(const client::Connect&) { connect_(*this); }
  void perform(const client::Send&);
  void perform(const client::Disconnect&);
  void perform(const client::Settled&);
  void hear(const std::string& bytes);
  Duration clock_error() const;

  World& world_;
  const ClientId id_;
  const std::function<void(Remote&)> connect_;
  History& history_;
  const Duration clock_ahead_;  ///< of the world's, for no reason
  Machine machine_;
  std::shared_ptr<Connection> connection_;
  Epoch epoch_ = 0;  ///< of the connection
  std::map<client::Ticket, CommandId> waiting_;
  std::map<CommandId, Pressed> not_sent_yet_;
  CommandId last_id_ = 0;
  client::Ticket last_ticket_ = 0;
  std::optional<session::Request> last_sent_;
};

}  // namespace lectern::simulation
