// Where the show stands, in words for a person or as one JSON object for a script. Pure.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/client/client.h"

namespace lectern::cli {

/// What a status is made of: the view's state and outline are known.
struct Status {
  std::size_t number = 0;  ///< flat, from 1; 0 where the state names a slide that the outline does not have
  std::size_t count = 0;   ///< the number of the last slide that counts: what comes after is spare
  std::string slide;       ///< address
  std::string title;
  Revision revision = 0;
  Revision presented_revision = 0;
  bool black = false;
  bool frozen = false;
  std::optional<session::Holding> holding;  ///< the holding slide is up in front of that slide
  session::QaTimer::Phase qa_phase = session::QaTimer::Phase::off;
  std::chrono::seconds qa_limit{};
  std::chrono::seconds qa_remaining{};  ///< negative in overtime
  std::string edit;                     ///< what waits to be shown; empty: nothing
  session::Pointer pointer;             ///< on the stage
  session::Recorded recorded;
  std::uint32_t deck_number = 1;  ///< of deck_count that there are
  std::size_t deck_count = 1;
  std::optional<session::Driver> driver;
  bool is_driver = false;  ///< it is us
  session::Following following;
  session::Role role = session::Role::follower;

  friend bool operator==(const Status&, const Status&) = default;
};

Status status_of(const client::View&, Instant presenter_now);

/// "12 of 28 · 3.2 · Business Systems · deck 2 of 3 · in a pause · black · frozen · Q&A 4:31 of 15:00 · laser
/// · edited: slide 4 changed · not recorded · open to followers · Lisa drives, locked"; who drives only where
/// they were chosen to.
std::string to_text(const Status&);

/// "Lisa drives, locked; you are connected as controller"
std::string people_text(const Status&);

/// {"number","count","slide","title","revision","presented_revision","black","frozen","qa":{"phase","limit","remaining"},"edit",
/// "holding","deck":{"number","count"},"pointer":{"kind","x","y","size"},
/// "recorded":{"revision","problem"},
/// "driver":{"name","client","locked","chosen","you"},"role","following"}; "holding" is "before", "pause",
/// "after" or "", "following" is "off", "on" or "whole";
/// "driver" is null where nobody drives yet.
std::string to_json(const Status&);

/// The decks, a line each: "2  Parks · shown"; or {"decks":[{"number","title","shown"}]}.
std::string decks_text(const session::State&);
std::string decks_json(const session::State&);

/// Who is connected, a line each: "Lisa · controller · for 12:30 · drives", and how many more; or
/// {"connected":[{"name","client","role","seconds","drives","you"}],"others"}, with the seconds for the
/// operator alone. The view's roster and state are known.
std::string roster_text(const client::View&, Instant presenter_now);
std::string roster_json(const client::View&, Instant presenter_now);

/// The slides, a line each: "12  3.2  Business Systems"; or
/// {"deck","title","slides":[{"number","slide","title","steps","notes","counted"}]}.
std::string to_text(const protocol::Outline&);
std::string to_json(const protocol::Outline&);

/// What the speaker has to say at this step: the slide's notes, then those of the steps so far.
std::string to_text(const protocol::Notes&, int step);
/// {"slide","notes","steps":[{"step","notes"}]}; `slide` is its address.
std::string to_json(const protocol::Notes&, const std::string& slide);

}  // namespace lectern::cli
