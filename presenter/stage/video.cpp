#include "presenter/stage/video.h"

#include <SDL.h>

#include <string>
#include <utility>

#include "presenter/stage/x_errors.h"

namespace lectern::stage {
namespace {

void push_press(const KeyPress& press) {
  SDL_Event event{};
  event.type = SDL_KEYDOWN;
  event.key.keysym.sym = press.key;
  event.key.keysym.mod = press.modifiers;
  event.key.repeat = press.is_repeat ? 1 : 0;
  SDL_PushEvent(&event);
}

}  // namespace

Error no_display(const std::string& what) {
  return {what + " (" + SDL_GetError() + ")",
          "start it from a desktop session on X11 or XWayland, or use --headless"};
}

Result<std::unique_ptr<Video>> Video::start(std::unique_ptr<XServer> x) {
  SDL_SetHint(SDL_HINT_VIDEODRIVER, "x11");
  // SDL forgets about displays that change their mode, and fails where all have gone; XServer knows better.
  SDL_SetHint(SDL_HINT_VIDEO_X11_XRANDR, "0");
  // XShm: faster than OpenGL in software, and at once there
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_MINIMIZE_ON_FOCUS_LOSS, "0");
  SDL_SetHint(SDL_HINT_APP_NAME, "Lectern");
  SDL_SetHint(SDL_HINT_SCREENSAVER_INHIBIT_ACTIVITY_NAME, "Showing slides");
  if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) return no_display("there is no display to show on");
  survive_x_errors();
  std::unique_ptr<Video> video(new Video(std::move(x)));
  SDL_StopTextInput();
  SDL_DisableScreenSaver();
  SDL_ShowCursor(SDL_DISABLE);
  for (const Uint32 type :
       {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_MOUSEWHEEL, SDL_KEYUP})
    SDL_EventState(type, SDL_IGNORE);

  video->x().listen({[type = video->monitors_event_] {
                       SDL_Event event{};
                       event.type = type;
                       SDL_PushEvent(&event);
                     },
                     push_press});
  return video;
}

Video::Video(std::unique_ptr<XServer> x) : monitors_event_(SDL_RegisterEvents(1)), x_(std::move(x)) {}

Video::~Video() {
  x_.reset();  // its thread speaks to SDL
  SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

}  // namespace lectern::stage
