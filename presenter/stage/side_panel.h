// A window of the operator's own beside the stage, on another display where there is one, and what is in it.
// It opens and closes while the show goes on.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "common/base/pixmap.h"
#include "common/deck/deck.h"
#include "common/session/state.h"

namespace lectern::stage {

struct Material;

enum class PanelKey { left, right, up, down, page_up, page_down, first, last, erase, enter, escape };

struct TypedText {
  std::string utf8;
};

struct Click {  ///< in pixels of the panel
  int x = 0, y = 0;
};

using PanelInput = std::variant<PanelKey, TypedText, Click>;

/// The operator has done with the panel, and perhaps wants a slide.
struct PanelEnd {
  std::optional<deck::Address> go_to;
};

/// Main thread; the destructor may be called on another.
class SidePanel {
 public:
  virtual ~SidePanel() = default;

  virtual void see(const session::State&) = 0;

  /// nullopt: it goes on.
  virtual std::optional<PanelEnd> handle(const PanelInput&) = 0;

  /// What is to be seen of it in a window of that size, painted elsewhere; nullptr: what was given last.
  virtual std::shared_ptr<const Pixmap> newest_picture(PixelSize window) = 0;
};

/// For a stage of that size. `wake` is to be called, on any thread, when there is a newer picture.
using MakeSidePanel =
    std::function<std::unique_ptr<SidePanel>(const Material&, PixelSize stage, std::function<void()> wake)>;

}  // namespace lectern::stage
