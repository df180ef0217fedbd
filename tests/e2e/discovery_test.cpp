// A presenter that makes itself known, and lectern-remote that finds it: on two machines, each with an
// avahi-daemon and a D-Bus of its own.
#include <gtest/gtest.h>

#include <boost/json.hpp>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

#include "common/discovery/announcement.h"
#include "tests/support/avahi.h"
#include "tests/support/folder.h"
#include "tests/support/presenter.h"
#include "tests/support/two_machines.h"

namespace lectern {
namespace {

using discovery::Announcement;
using test::Finished;

class Discovery : public testing::Test {
 protected:
  void SetUp() override {
    try {
      machines.emplace(7070);
      here.emplace(folder, "room", [](std::vector<std::string> command) { return command; });
      there.emplace(folder, "remote", [this](std::vector<std::string> command) {
        return machines->over_there(std::move(command));
      });
    } catch (const std::runtime_error& refused) {
      GTEST_SKIP() << "no network namespaces, or no Avahi, here: " << refused.what();
    }
    setenv("DBUS_SYSTEM_BUS_ADDRESS", here->bus().c_str(), 1);  // NOLINT: nobody else runs yet
  }

  Finished remote(std::vector<std::string> arguments = {}) const {
    arguments.insert(arguments.begin(), test::remote_program);
    return test::run(machines->over_there(std::move(arguments)), there->environment());
  }

  test::Folder folder;
  std::optional<test::TwoMachines> machines;
  std::optional<test::Avahi> here;
  std::optional<test::Avahi> there;
};

/// An announcement, once it is out.
struct Announced {
  Announced(std::uint16_t port, const std::string& wanted)
      : announcement(port, wanted, {{"v", "1"}}, [this](Result<std::string> told) {
          const std::lock_guard lock(mutex);
          if (told) {
            name = *told;
            ++count;
          }
          changed.notify_one();
        }) {
    wait(1);
  }

  /// Until it was said to be out so often.
  void wait(int times) {
    std::unique_lock lock(mutex);
    changed.wait(lock, [this, times] { return count >= times; });
  }

  std::mutex mutex;
  std::condition_variable changed;
  std::string name;
  int count = 0;
  Announcement announcement;
};

TEST_F(Discovery, ARemoteFindsThePresentersOfItsNetwork) {
  const Finished before = remote();
  EXPECT_EQ(before.exit_code, 3);
  EXPECT_NE(before.errors.find("--host HOST:PORT"), std::string::npos) << before.errors;
  {
    const Announced chamber(7070, "Siambr y Cyngor · Tŷ Mawr");
    const Announced library(7171, "Library\x1b[2J");
    const Finished found = remote();
    EXPECT_EQ(found.exit_code, 0) << found.errors;
    EXPECT_NE(found.output.find("10.77.0.1:7070  Siambr y Cyngor · Tŷ Mawr\n"), std::string::npos)
        << found.output;
    EXPECT_NE(found.output.find("10.77.0.1:7171  Library.[2J\n"), std::string::npos) << found.output;

    const Finished json = remote({"--json"});
    EXPECT_NE(json.output.find(R"("address":"10.77.0.1","port":7070,"txt":{"v":"1"})"), std::string::npos)
        << json.output;
  }
  EXPECT_EQ(remote().exit_code, 3) << "they are withdrawn";
}

/// As somebody in the room would: found on the network, let in by the PIN, driven.
TEST_F(Discovery, APresenterIsFoundOnceItsOperatorOpensPairingAndLetsAnotherMachineIn) {
  test::Presenter presenter(folder.write("slides.md", test::plain_deck(4)),
                            {"--headless", "--size", "320x180", "--listen", "0.0.0.0"});
  const std::string at = "10.77.0.1:" + std::to_string(presenter.port());
  EXPECT_EQ(remote().exit_code, 3) << "nothing is made known yet";
  EXPECT_EQ(remote({"--host", at, "next"}).exit_code, 1) << "who was not let in follows";

  test::Process opened(presenter.remote_command({"pairing", "open", "--json"}));
  const boost::json::value window = boost::json::parse(opened.read_line().value_or("{}")).at("window");
  EXPECT_TRUE(window.at("invitations").at(0).as_string().starts_with("http://" + at + "/remote#v1."));
  Finished found = remote();
  for (int looks = 1; looks < 10 && found.exit_code != 0; ++looks) found = remote();
  EXPECT_NE(found.output.find(at), std::string::npos) << found.output << found.errors;

  const std::string pin(window.at("pin").as_string());
  test::Process asking(machines->over_there({"sh", "-c", "echo " + pin + " | \"$0\" --host " + at + " pair",
                                             test::remote_program}),
                       there->environment());
  while (const auto line = opened.read_line())
    if (!boost::json::parse(*line).at("asking").as_array().empty()) break;
  EXPECT_EQ(presenter.remote({"pairing", "accept", "1", "controller"}).exit_code, 0);
  EXPECT_EQ(asking.wait(), 0) << asking.errors();
  EXPECT_EQ(remote({"--host", at, "next"}).output, "2 of 4 · 2 · Slide 2\n");
}

TEST_F(Discovery, ANameThatIsTakenGetsANumber) {
  const Announced first(7070, "Chamber");
  const Announced second(7171, "Chamber");
  EXPECT_EQ(first.name, "Chamber");
  EXPECT_EQ(second.name, "Chamber #2");
}

TEST_F(Discovery, AnAnnouncementIsMadeAgainWhenAvahiIsStartedAgain) {
  Announced chamber(7070, "Chamber");
  here->start_daemon();
  chamber.wait(2);
  const Finished found = remote();
  EXPECT_EQ(found.output.substr(0, found.output.find('\n')), "10.77.0.1:7070  Chamber") << found.errors;
}

TEST_F(Discovery, WithoutAvahiARemoteSaysWhatToDo) {
  there.reset();
  const Finished lost = test::run({test::remote_program}, {"DBUS_SYSTEM_BUS_ADDRESS=unix:path=/nowhere"});
  EXPECT_EQ(lost.exit_code, 3);
  EXPECT_NE(lost.errors.find("avahi-daemon does not run"), std::string::npos) << lost.errors;
}

}  // namespace
}  // namespace lectern
