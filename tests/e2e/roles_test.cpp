// Who may do what, and who drives, with the real programs.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include <boost/json.hpp>
#include <set>

#include "common/base/operator_token.h"
#include "common/session/admission.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

namespace json = boost::json;
using protocol::CloseCode;
using session::Command;
using session::Role;
using test::Wire;

class Roles : public testing::Test {
 protected:
  std::unique_ptr<Wire> joined(const std::string& client, Role role) {
    auto wire = std::make_unique<Wire>(presenter.port());
    protocol::Hello hello = test::hello(client + "-id", role);
    hello.client_name = client;
    wire->send(hello);
    welcome = *wire->read_until<protocol::Welcome>();
    state = *wire->read_until<session::State>();
    return wire;
  }

  session::Request request(CommandId id, Command command) const {
    return {id, welcome.epoch, welcome.sent + std::chrono::minutes(1), std::move(command)};
  }
  /// The reason for which it was refused; empty: it was not.
  std::string ask(Wire& wire, CommandId id, Command command) const {
    wire.send(request(id, std::move(command)));
    return wire.read_until<protocol::Answer>()->reason;
  }
  static Command first_slide() { return session::GoToEnd{session::End::first}; }
  static Command last_slide() { return session::GoToEnd{session::End::last}; }

  /// lectern-remote of another user, who cannot read the token.
  test::Finished strangers_remote(const std::vector<std::string>& arguments) const {
    const test::Folder theirs;
    return test::run(presenter.remote_command(arguments), {"XDG_RUNTIME_DIR=" + theirs.path().string()});
  }

  test::Folder folder;
  test::Presenter presenter{folder.write("slides.md", test::plain_deck(4))};
  protocol::Welcome welcome;
  session::State state;
};

TEST_F(Roles, EachMayWhatItsNameSays) {
  const Command timer = session::ResetTimer{};
  const auto may = [&](Role role) {
    const auto wire = joined(std::string(session::to_word(role)), role);
    EXPECT_EQ(welcome.role, role);
    std::string allowed;
    wire->send(protocol::DeckRequest{state.deck, protocol::NotesOf{1}});
    std::optional<protocol::ServerMessage> message;
    while ((message = wire->read()) && !std::holds_alternative<protocol::Notes>(*message))
      if (std::holds_alternative<protocol::Unavailable>(*message)) break;
    if (message && std::holds_alternative<protocol::Notes>(*message)) allowed += "notes ";
    if (ask(*wire, 1, timer).empty()) allowed += "timer ";
    if (ask(*wire, 2, last_slide()).empty()) allowed += "show ";
    if (ask(*wire, 3, session::MoveStage{}).empty()) allowed += "display ";
    return allowed;
  };
  EXPECT_EQ(may(Role::follower), "");
  EXPECT_EQ(may(Role::notes), "notes ");
  EXPECT_EQ(may(Role::timer), "notes timer ");
  EXPECT_EQ(may(Role::controller), "notes timer show ");
  EXPECT_EQ(may(Role::operator_), "notes timer show display ");
}

TEST_F(Roles, AnotherUserOfTheMachineOnlyFollows) {
  const test::Finished next = strangers_remote({"next"});
  EXPECT_EQ(next.exit_code, 1);
  EXPECT_NE(next.errors.find("run it as the user who runs the presenter"), std::string::npos) << next.errors;
  EXPECT_EQ(strangers_remote({"notes"}).exit_code, 1);
  EXPECT_EQ(strangers_remote({"who"}).exit_code, 1);
  EXPECT_EQ(strangers_remote({"status"}).output,
            "1 of 4 · 1 · Slide 1\nnobody drives yet; you are connected as follower\n");
  EXPECT_EQ(presenter.remote({"status"}).output,
            "1 of 4 · 1 · Slide 1\nnobody drives yet; you are connected as operator\n");
}

TEST_F(Roles, AWrongTokenIsNone) {
  Wire wire(presenter.port());
  protocol::Hello hello = test::hello("mallory", Role::operator_);
  hello.operator_token = std::string(64, '0');
  wire.send(hello);
  EXPECT_EQ(wire.read_until<protocol::Welcome>()->role, Role::follower);
}

TEST_F(Roles, TheTokenIsForItsUserAloneAndGoesWithThePresenter) {
  const std::filesystem::path file = operator_token_file(presenter.port());
  struct stat status {};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777u, 0600u);
  const std::string token = read_operator_token(presenter.port());
  presenter.process().send_signal(SIGTERM);
  EXPECT_EQ(presenter.process().wait(), 0);
  EXPECT_FALSE(std::filesystem::exists(file));
  EXPECT_EQ(presenter.process().errors().find(token), std::string::npos) << "a secret on the terminal";
}

TEST_F(Roles, WhereNoTokenCanBeWrittenTheShowGoesOnAndSaysSo) {
  test::Presenter other(folder.write("other.md", test::plain_deck(2)), {"--headless", "--size", "320x180"},
                        {"XDG_RUNTIME_DIR=/proc"});
  const test::Finished next = other.remote({"next"});
  EXPECT_EQ(next.exit_code, 1);
  other.process().send_signal(SIGTERM);
  EXPECT_EQ(other.process().wait(), 0);
  EXPECT_NE(other.process().errors().find("programs on this machine can only follow"), std::string::npos);
}

TEST_F(Roles, NobodyDisplacesAGreaterRoleByItsClientId) {
  const auto lisa = joined("Lisa", Role::controller);
  Wire mallory(presenter.port());
  mallory.send(test::hello("Lisa-id", Role::follower));
  EXPECT_EQ(mallory.closed_with(), static_cast<std::uint16_t>(CloseCode::displaced));
  EXPECT_EQ(ask(*lisa, 1, last_slide()), "");
}

/// A follower who asks for everything, while everything happens: not a word of the notes and no client id in
/// any message, and no message that is not for followers.
TEST_F(Roles, NothingThatAFollowerIsSentHasNotesInIt) {
  Wire gallery(presenter.port());
  gallery.send(test::hello("gallery-id", Role::follower));
  const auto lisa = joined("Lisa", Role::controller);
  lisa->send(protocol::DeckRequest{state.deck, protocol::NotesOf{1}});
  EXPECT_EQ(lisa->read_until<protocol::Notes>()->markdown, "Notes of slide 1") << "what is looked for below";

  const session::Step step{session::Direction::next, state.deck, state.position};
  CommandId id = 0;
  for (const Command& command : std::vector<Command>{step,
                                                     session::GoTo{{2, 0}},
                                                     first_slide(),
                                                     session::GoBack{},
                                                     session::SetBlack{true},
                                                     session::SetFrozen{true},
                                                     session::StartTimer{std::chrono::minutes(5)},
                                                     session::PauseTimer{},
                                                     session::ResumeTimer{},
                                                     session::ResetTimer{},
                                                     session::AddTime{std::chrono::minutes(1)},
                                                     session::TakeEdit{state.deck},
                                                     session::SetHolding{true},
                                                     session::OpenDeck{1},
                                                     session::MoveStage{},
                                                     session::TakeOver{},
                                                     session::HandOver{{"Lisa-id", {}, {}}},
                                                     session::SetLock{true},
                                                     session::SetFollowing{{true, true}},
                                                     session::ManagePairing{session::OpenPairing{}}}) {
    ask(*lisa, ++id, command);
    gallery.send(request(id, command));
  }
  EXPECT_EQ(id, std::variant_size_v<Command>) << "a command is missing here";
  EXPECT_EQ(presenter.remote({"follow", "whole"}).exit_code, 0);
  folder.write("slides.md", test::plain_deck(5));
  while (!lisa->read_until<session::State>()->edit) {
  }
  gallery.send(protocol::Point{{session::Pointer::Kind::laser, 0, 0, 0}, 1});
  lisa->send(protocol::Point{{session::Pointer::Kind::laser, 1, 1, 0}, 99});
  for (std::uint32_t number = 0; number <= 5; ++number)
    for (const protocol::DeckPart part :
         {protocol::DeckPart(protocol::NotesOf{number}), protocol::DeckPart(protocol::SlideAt{number, {}})})
      gallery.send(protocol::DeckRequest{state.deck, part});
  gallery.send(protocol::DeckRequest{state.deck, protocol::WholeOutline{}});
  gallery.send(protocol::ClockProbe{1});
  lisa->read_until<session::Pointer>();

  std::set<std::size_t> kinds;
  while (const auto bytes = gallery.read_bytes()) {
    EXPECT_EQ(bytes->find("Notes of"), std::string::npos) << *bytes;
    EXPECT_EQ(bytes->find("-id"), std::string::npos) << "a client id: " << *bytes;
    const auto message = protocol::decode_server_message(*bytes);
    ASSERT_TRUE(message.has_value());
    kinds.insert(message->index());
    if (std::holds_alternative<protocol::Outline>(*message)) presenter.process().send_signal(SIGTERM);
  }
  const auto kind = [](protocol::ServerMessage message) { return message.index(); };
  const std::set<std::size_t> others_only = {
      kind(protocol::Notes{}), kind(session::Roster{}), kind(session::Recorded{}), kind(session::Pairing{}),
      // of a device that is let in, and proves itself
      kind(protocol::Challenge{}), kind(protocol::Asked{}), kind(protocol::Paired{})};
  for (std::size_t index = 0; index < std::variant_size_v<protocol::ServerMessage>; ++index)
    EXPECT_NE(kinds.contains(index), others_only.contains(index))
        << "kind " << index << " is sent to followers and not looked at here, or is not for them";
}

TEST_F(Roles, WhoIsConnectedIsToldAsFarAsItConcernsOne) {
  const auto lisa = joined("Lisa", Role::controller);
  const auto gallery = joined("gallery", Role::follower);
  const auto reader = joined("reader", Role::notes);
  const auto told = *reader->read_until<session::Roster>();
  ASSERT_EQ(told.entries.size(), 1u);
  EXPECT_EQ(told.entries[0].who, (session::Sender{"", "Lisa", Role::controller}));
  EXPECT_EQ(told.others, 2u);
  while (lisa->read_until<session::Roster>()->others != 2) {
  }
  const auto console = joined("console", Role::operator_);
  EXPECT_EQ(console->read_until<session::Roster>()->entries.size(), 4u);

  const json::value who = json::parse(presenter.remote({"who", "--json"}).output);
  ASSERT_EQ(who.at("connected").as_array().size(), 5u);
  EXPECT_EQ(who.at("connected").at(0).at("name").as_string(), "Lisa");
  EXPECT_EQ(who.at("connected").at(1).at("role").as_string(), "follower");
  EXPECT_TRUE(who.at("connected").at(4).at("you").as_bool());
  const std::string text = presenter.remote({"who"}).output;
  EXPECT_TRUE(text.starts_with("Lisa · controller · for 0:")) << text;
}

TEST_F(Roles, TakingOverHandingOverAndLockingAreSeenByAll) {
  const auto lisa = joined("Lisa", Role::controller);
  const auto omar = joined("Omar", Role::controller);
  const auto gallery = joined("gallery", Role::follower);
  test::Process watch(presenter.remote_command({"watch"}));
  EXPECT_EQ(ask(*lisa, 1, session::TakeOver{}), "");
  EXPECT_EQ(test::line_with(watch, "drives"), "1 of 4 · 1 · Slide 1 · Lisa drives");
  EXPECT_EQ(ask(*omar, 1, last_slide()), "") << "nothing is locked";
  EXPECT_EQ(ask(*lisa, 2, session::SetLock{true}), "");
  EXPECT_EQ(ask(*omar, 2, first_slide()), "not_driving");
  EXPECT_EQ(ask(*omar, 3, session::TakeOver{}), "not_driving");
  EXPECT_EQ(
      presenter.remote({"status"}).output,
      "4 of 4 · 4 · Slide 4 · Lisa drives, locked\nLisa drives, locked; you are connected as operator\n");

  EXPECT_EQ(presenter.remote({"hand-over", "omar"}).output, "4 of 4 · 4 · Slide 4 · Omar drives, locked\n");
  EXPECT_EQ(test::line_with(watch, "Omar"), "4 of 4 · 4 · Slide 4 · Omar drives, locked");
  EXPECT_EQ(ask(*omar, 4, first_slide()), "");
  EXPECT_EQ(ask(*lisa, 3, last_slide()), "not_driving");
  EXPECT_EQ(presenter.remote({"unlock"}).exit_code, 0);
  EXPECT_EQ(ask(*lisa, 4, last_slide()), "");

  const json::value status = json::parse(presenter.remote({"status", "--json"}).output);
  EXPECT_EQ(status.at("role").as_string(), "operator");
  EXPECT_EQ(json::serialize(status.at("driver")),
            R"({"name":"Omar","client":"Omar-id","locked":false,"chosen":true,"you":false})");
  for (Revision seen = 0; seen < static_cast<Revision>(status.at("revision").as_int64());) {
    const auto told = gallery->read_until<session::State>();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->driver, std::nullopt) << "the audience has nothing to do with who drives";
    seen = told->revision;
  }
}

TEST_F(Roles, WhoLosesControlIsTold) {
  const auto lisa = joined("Lisa", Role::controller);
  test::Process watch(presenter.remote_command({"watch"}));
  ASSERT_NE(test::line_with(watch, "Slide 1"), "");
  while (presenter.remote({"hand-over", "lectern-remote"}).exit_code != 0) {
  }
  EXPECT_EQ(test::line_with(watch, "drive"), "1 of 4 · 1 · Slide 1 · you drive");
  EXPECT_EQ(ask(*lisa, 1, session::TakeOver{}), "");
  EXPECT_EQ(test::line_with(watch, "Lisa"), "1 of 4 · 1 · Slide 1 · Lisa drives");
}

TEST_F(Roles, HandingOverWantsOneName) {
  EXPECT_EQ(presenter.remote({"hand-over"}).exit_code, 2);
  const auto lisa = joined("Lisa Evans", Role::controller);
  const auto lise = joined("Lise Owen", Role::controller);
  const auto clerk = joined("Lisbeth", Role::timer);
  const test::Finished nobody = presenter.remote({"hand-over", "lisb"});
  EXPECT_EQ(nobody.exit_code, 1);
  EXPECT_NE(nobody.errors.find("nobody else who may drive is connected as “lisb”"), std::string::npos);
  EXPECT_NE(presenter.remote({"hand-over", "lis"}).errors.find("several are connected"), std::string::npos);
  EXPECT_EQ(presenter.remote({"hand-over", "Lise Owen-id"}).output,
            "1 of 4 · 1 · Slide 1 · Lise Owen drives\n");
  EXPECT_EQ(presenter.remote({"take-over"}).output, "1 of 4 · 1 · Slide 1 · you drive\n");
}

TEST_F(Roles, TooManyCommandsAreAnsweredAllTheSame) {
  const auto lisa = joined("Lisa", Role::controller);
  const auto omar = joined("Omar", Role::controller);
  constexpr CommandId count = 60;
  for (CommandId id = 1; id <= count; ++id) lisa->send(request(id, session::SetBlack{id % 2 == 1}));
  CommandId accepted = 0;
  for (CommandId id = 1; id <= count; ++id) {
    const auto answer = *lisa->read_until<protocol::Answer>();
    EXPECT_EQ(answer.id, id);
    if (answer.accepted)
      ++accepted;
    else
      EXPECT_EQ(answer.reason, "too_many");
  }
  EXPECT_GE(accepted, static_cast<CommandId>(session::command_burst));
  EXPECT_LT(accepted, count);
  EXPECT_EQ(ask(*omar, 1, last_slide()), "") << "and nobody else is hindered";
}

}  // namespace
}  // namespace lectern
