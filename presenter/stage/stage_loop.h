// The main thread of a showing: states, keys and finished frames in; frames and commands out.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "common/base/pace.h"
#include "presenter/stage/deck_on_stage.h"
#include "presenter/stage/display.h"
#include "presenter/stage/keys.h"
#include "presenter/stage/pointer_tool.h"
#include "presenter/stage/stage.h"
#include "presenter/stage/typed_number.h"

namespace lectern::stage {

class StageLoop final : public Stage {
 public:
  StageLoop(std::unique_ptr<DeckOnStage> first, MakeDeckOnStage, std::unique_ptr<Display>, const Clock&,
            Listener, MakeSidePanel);

  void show(std::shared_ptr<const session::State>) override;
  void point(const session::Pointer&) override;
  void invite(const std::string&) override;
  void move_to_next_display() override;
  void run() override;
  void stop() override;

 private:
  void take_state();
  void take_pointer();
  void take_invitation();
  void pass_pointer();
  void bring_next_deck();
  bool can_change_decks() const;
  void open_deck(const DeckHash&);
  void change_decks();
  void change_displays();
  template <class T>
  void retire(std::unique_ptr<T>);
  void tell_size();
  void draw_if_due();
  std::optional<Duration> time_to_sleep() const;
  void handle(const KeyPress&);
  void handle(const PixelsLost&) { shown_->director().redraw(); }
  void handle(const CloseAsked&) { leave(); }
  void handle(const MouseMoved&) { hold(tool_.move(display_->mouse())); }
  void handle(const WheelTurned& wheel) { hold(tool_.resize(wheel.clicks, display_->mouse())); }
  void hold(const std::optional<session::Pointer>&);
  void handle(const PaneInput&);
  void open_side();
  void close_side();
  void draw_side();
  void end_side(const PanelEnd&);
  const DeckOnStage* deck_of_the_show() const;
  void go_to_number(std::size_t number);
  void leave();
  void update_title();

  const Clock clock_;
  const Listener listener_;
  const MakeDeckOnStage make_;
  const MakeSidePanel make_side_panel_;
  std::unique_ptr<Display> display_;
  std::unique_ptr<DeckOnStage> shown_;          ///< after the display: its workers wake it, so they end first
  std::unique_ptr<DeckOnStage> coming_;         ///< takes the place of shown_ once it may and can be drawn
  std::unique_ptr<Pane> pane_;                  ///< the operator's own window, while it is open
  std::unique_ptr<SidePanel> side_;             ///< what is in it
  std::shared_ptr<const Pixmap> side_picture_;  ///< that it shows
  std::jthread retiring_;                       ///< the decks and side panels that went
  std::shared_ptr<const session::State> told_;  ///< the newest that the main thread has taken
  session::Pointer pointer_;                    ///< that is on the stage
  std::string invitation_;                      ///< that the holding slide before the start shows
  PointerTool tool_;
  Pace<session::Pointer> held_{frame_interval};  ///< what the operator points with
  TypedNumber typed_number_;
  LeaveGuard leave_guard_;
  std::string title_;
  PixelSize told_size_;  ///< of the display

  std::mutex mutex_;
  std::shared_ptr<const session::State> newest_;  ///< not yet taken by the main thread
  std::optional<session::Pointer> newest_pointer_;
  std::optional<std::string> newest_invitation_;
  std::atomic<bool> is_move_asked_ = false;
  std::atomic<bool> is_stopped_ = false;
};

}  // namespace lectern::stage
