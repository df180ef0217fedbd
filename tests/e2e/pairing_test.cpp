// Devices that are let in by the operator, with the real programs.
#include <gtest/gtest.h>
#include <signal.h>

#include <boost/json.hpp>
#include <list>

#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/wire.h"

namespace lectern {
namespace {

namespace json = boost::json;
using test::Finished;
using test::Process;

/// Somebody's computer: what it keeps is its own.
struct Laptop {
  std::vector<std::string> environment(const std::string& secret = {}) const {
    const std::string path = folder.path().string();
    return {"XDG_STATE_HOME=" + path, "XDG_RUNTIME_DIR=" + path, "SECRET=" + secret};
  }
  test::Folder folder;
};

class Pairing : public testing::Test {
 protected:
  void SetUp() override { start(); }

  void start() { start(deck, {}); }
  void start(const std::string& of, const std::vector<std::string>& more) {
    std::vector<std::string> options = {"--headless", "--size", "320x180", "--listen", "127.0.0.2"};
    options.insert(options.end(), more.begin(), more.end());
    presenter.emplace(of, options, std::vector<std::string>{"XDG_STATE_HOME=" + state.path().string()}, port);
    port = presenter->port();
  }
  /// Once the disk has what the screen shows.
  void cut_off() {
    const auto is_recorded = [](const json::value& status) {
      return status.at("recorded").at("revision") == status.at("revision");
    };
    while (!is_recorded(json::parse(presenter->remote({"status", "--json"}).output))) {
    }
    presenter->process().send_signal(SIGKILL);
    presenter->process().wait();
  }

  /// The operator opens the window; what follows is told line by line.
  void open() {
    opened.emplace(presenter->remote_command({"pairing", "open", "--json"}));
    window = told([](const json::value& now) { return now.at("window").is_object(); }).at("window");
  }
  std::string pin() const { return std::string(window.at("pin").as_string()); }
  std::string invitation() const { return std::string(window.at("invitations").at(0).as_string()); }

  /// What the operator is told once it is so.
  json::value told(const std::function<bool(const json::value&)>& holds) {
    while (const auto line = opened->read_line()) {
      json::value now = json::parse(*line);
      if (holds(now)) return now;
    }
    ADD_FAILURE() << "the operator is told nothing more";
    return {};
  }
  json::value told_of_one_that_asks() {
    return told([](const json::value& now) { return !now.at("asking").as_array().empty(); })
        .at("asking")
        .at(0);
  }

  std::vector<std::string> there(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command = {test::remote_program, "--host", "127.0.0.2:" + std::to_string(port)};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return command;
  }
  Finished from(const Laptop& laptop, const std::vector<std::string>& arguments) const {
    return test::run(there(arguments), laptop.environment());
  }

  /// The device asks by what standard input says.
  std::unique_ptr<Process> ask(const Laptop& laptop, const std::string& secret) const {
    std::vector<std::string> command = {"sh", "-c", "exec \"$0\" \"$@\" <<END\n$SECRET\nEND"};
    for (const std::string& word : there({"pair", "--json", "--name", "Lisa’s laptop"}))
      command.push_back(word);
    return std::make_unique<Process>(command, laptop.environment(secret));
  }
  Finished asked(const Laptop& laptop, const std::string& secret) const {
    const auto process = ask(laptop, secret);
    const int code = process->wait();
    return {code, process->output(), process->errors()};
  }

  /// Its number.
  std::string let_in(const Laptop& laptop, const std::string& secret,
                     const std::string& role = "controller") {
    const auto asking = ask(laptop, secret);
    const std::string number = std::to_string(told_of_one_that_asks().at("device").to_number<int>());
    EXPECT_EQ(presenter->remote({"pairing", "accept", number, role}).exit_code, 0);
    EXPECT_EQ(asking->wait(), 0) << asking->errors();
    return number;
  }

  test::Folder folder;
  test::Folder state;
  const std::string deck = folder.write("slides.md", test::plain_deck(9));
  std::uint16_t port = 0;
  std::optional<test::Presenter> presenter;
  std::optional<Process> opened;
  json::value window;
};

TEST_F(Pairing, WhoKnowsThePinIsLetInByTheOperatorAndDrives) {
  const Laptop lisa;
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 1);
  open();
  const auto asking = ask(lisa, pin());
  const std::string words(json::parse(asking->read_line().value_or("{}")).at("words").as_string());
  const json::value seen = told_of_one_that_asks();
  EXPECT_EQ(seen.at("words").as_string(), words) << "both screens say the same";
  EXPECT_EQ(seen.at("name").as_string(), "Lisa’s laptop");
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 1) << "the operator has not answered yet";
  presenter->remote({"pairing", "accept", std::to_string(seen.at("device").to_number<int>()), "controller"});
  EXPECT_EQ(asking->wait(), 0);
  EXPECT_EQ(from(lisa, {"next"}).output, "2 of 9 · 2 · Slide 2\n");
  EXPECT_EQ(from(lisa, {"notes"}).output, "Notes of slide 2\n");
}

TEST_F(Pairing, TheRoleIsTheOperatorsToSay) {
  const Laptop lisa;
  open();
  let_in(lisa, pin(), "notes");
  EXPECT_EQ(from(lisa, {"notes"}).output, "Notes of slide 1\n");
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 1);
}

TEST_F(Pairing, WithoutAWindowNobodyIsLetIn) {
  const Finished turned_away = asked(Laptop(), "04719382");
  EXPECT_EQ(turned_away.exit_code, 1);
  EXPECT_NE(turned_away.errors.find("ask the operator to open it"), std::string::npos) << turned_away.errors;
}

TEST_F(Pairing, FiveWrongPinsCloseTheWindowForTheRightOneToo) {
  open();
  const std::string wrong = pin() == "11111111" ? "22222222" : "11111111";
  for (int tries = 0; tries < 5; ++tries) {
    const Finished turned_away = asked(Laptop(), wrong);
    EXPECT_EQ(turned_away.exit_code, 1);
    EXPECT_NE(turned_away.errors.find("not the PIN"), std::string::npos) << turned_away.errors;
  }
  EXPECT_NE(asked(Laptop(), pin()).errors.find("pairing is not open"), std::string::npos);
  EXPECT_TRUE(
      told([](const json::value& now) { return now.at("window").is_null(); }).at("guessed").as_bool());
  EXPECT_EQ(opened->wait(), 0) << "the operator is told that it is over";
  const std::string before = pin();
  open();
  EXPECT_NE(pin(), before);
}

TEST_F(Pairing, TheTextOfACodeLetsOneIn) {
  const Laptop omar;
  open();
  const std::string code = invitation();
  EXPECT_TRUE(code.starts_with("http://127.0.0.2:" + std::to_string(port) + "/remote#v1.")) << code;
  let_in(omar, code);
  EXPECT_EQ(from(omar, {"next"}).exit_code, 0);
  EXPECT_NE(asked(Laptop(), code).errors.find("the code was used"), std::string::npos);
  EXPECT_TRUE(told([](const json::value&) { return true; }).at("window").is_object())
      << "the PIN is still good";
}

TEST_F(Pairing, WhatIsNeitherPinNorCodeIsSaidBeforeAnybodyIsAsked) {
  for (const std::string& wrong : {std::string(""), std::string("1234"), std::string("http://127.0.0.2/")})
    EXPECT_EQ(asked(Laptop(), wrong).exit_code, 2) << wrong;
}

TEST_F(Pairing, WhoIsDeclinedIsToldSo) {
  open();
  const auto asking = ask(Laptop(), pin());
  const std::string number = std::to_string(told_of_one_that_asks().at("device").to_number<int>());
  EXPECT_EQ(presenter->remote({"pairing", "decline", number}).exit_code, 0);
  EXPECT_EQ(asking->wait(), 1);
  EXPECT_NE(asking->errors().find("declined"), std::string::npos);
}

TEST_F(Pairing, WhoGivesUpAsksNoMore) {
  open();
  const Laptop lisa;
  auto asking = ask(lisa, pin());
  told_of_one_that_asks();
  asking.reset();
  told([](const json::value& now) { return now.at("asking").as_array().empty(); });
}

TEST_F(Pairing, ARevokedDeviceIsOutAtOnce) {
  const Laptop lisa;
  open();
  const std::string number = let_in(lisa, pin());
  Process watch(there({"watch"}), lisa.environment());
  EXPECT_TRUE(watch.read_line());
  EXPECT_EQ(presenter->remote({"pairing", "revoke", number}).exit_code, 0);
  EXPECT_EQ(watch.wait(), 3);
  EXPECT_NE(watch.errors().find("pair it again"), std::string::npos);
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 3);
  EXPECT_EQ(presenter->remote({"pairing", "revoke", number}).exit_code, 1) << "there is none of that number";
}

TEST_F(Pairing, ADeviceDrivesByAllItsConnections) {
  const Laptop lisa, omar;
  open();
  let_in(lisa, pin());
  const std::string omars = let_in(omar, pin());
  EXPECT_EQ(from(lisa, {"lock"}).exit_code, 0);
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 0) << "another connection of the laptop that has locked";
  EXPECT_EQ(from(omar, {"next"}).exit_code, 1);
  EXPECT_NE(from(lisa, {"status"}).output.find("you drive, locked"), std::string::npos);
  EXPECT_EQ(presenter->remote({"pairing", "rename", omars, "Omar"}).exit_code, 0);
  EXPECT_EQ(presenter->remote({"next"}).exit_code, 0) << "the operator is never kept out";
}

TEST_F(Pairing, AfterACrashTheSameDevicesAreLetIn) {
  const Laptop lisa;
  open();
  let_in(lisa, pin());
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 0);
  cut_off();
  start();
  EXPECT_EQ(from(lisa, {"next"}).output, "3 of 9 · 3 · Slide 3\n");
}

TEST_F(Pairing, GuestsOfASessionThatDidNotGoOnAreNotLetIntoTheNext) {
  const Laptop omar;
  open();
  let_in(omar, pin());
  cut_off();
  start(deck, {"--fresh"});
  EXPECT_EQ(from(omar, {"notes"}).exit_code, 3);
  presenter->remote({"next"});
  cut_off();
  start();
  EXPECT_EQ(from(omar, {"notes"}).exit_code, 3) << "that session goes on, which he was never let into";
}

TEST_F(Pairing, GuestsOfAnotherShowAreNotLetInWhereThisOneGoesOn) {
  const std::string other = folder.write("other.md", test::plain_deck(3));
  presenter->remote({"next"});
  cut_off();
  start(other, {});
  const Laptop omar;
  open();
  let_in(omar, pin());
  cut_off();
  start();
  EXPECT_NE(presenter->status().find("2 of 9"), std::string::npos) << "this show goes on";
  EXPECT_EQ(from(omar, {"notes"}).exit_code, 3);
}

TEST_F(Pairing, WhoComesAndGoesKeepsNobodyWaiting) {
  open();
  for (int times = 0; times < 3000; ++times) {
    test::Wire wire(port);
    wire.send(protocol::Pair{protocol::Pair::By::pin, "a nuisance", {}});
  }
  std::list<test::Wire> idle;
  for (int times = 0; times < 40; ++times)
    idle.emplace_back(port).send(protocol::Pair{protocol::Pair::By::pin, "an idler", {}});
  let_in(Laptop(), pin());
  presenter->process().send_signal(SIGINT);
  EXPECT_EQ(presenter->process().wait(), 0);
}

TEST_F(Pairing, ThatDevicesCannotBeKeptIsSaidAndMendedByItself) {
  namespace fs = std::filesystem;
  const fs::path file = state.path() / "lectern" / ("devices-" + std::to_string(port));
  fs::create_directories(file / "in the way");
  open();
  const Laptop lisa;
  let_in(lisa, pin());
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 0);
  const auto has_problem = [](const json::value& now) { return !now.at("problem").as_string().empty(); };
  told(has_problem);
  fs::remove_all(file);
  told([&](const json::value& now) { return !has_problem(now); });
  EXPECT_TRUE(fs::is_regular_file(file));
}

TEST_F(Pairing, WhenTheSessionEndsOnlyPinnedDevicesStay) {
  const Laptop lisa, omar;
  open();
  const std::string number = let_in(lisa, pin());
  let_in(omar, pin());
  EXPECT_EQ(presenter->remote({"pairing", "pin", number}).exit_code, 0);
  presenter->process().send_signal(SIGINT);
  presenter->process().wait();
  start();
  EXPECT_EQ(from(lisa, {"next"}).exit_code, 0);
  EXPECT_EQ(from(omar, {"next"}).exit_code, 3);
  EXPECT_NE(presenter->remote({"pairing", "list"}).output.find("Lisa’s laptop · controller · pinned"),
            std::string::npos);
}

TEST_F(Pairing, NobodyButTheOperatorIsToldOfIt) {
  const Laptop lisa;
  open();
  let_in(lisa, pin());
  EXPECT_EQ(from(lisa, {"pairing", "list"}).exit_code, 1);
  EXPECT_EQ(from(lisa, {"pairing", "open"}).exit_code, 1);
}

TEST_F(Pairing, KeysAreInFilesOfTheirUserAlone) {
  namespace fs = std::filesystem;
  const Laptop lisa;
  open();
  let_in(lisa, pin());
  const auto mode = [](const fs::path& path) { return fs::status(path).permissions(); };
  const fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
  EXPECT_EQ(mode(lisa.folder.path() / "lectern" / "presenters"), own);
  EXPECT_EQ(mode(state.path() / "lectern" / ("devices-" + std::to_string(port))), own);
}

}  // namespace
}  // namespace lectern
