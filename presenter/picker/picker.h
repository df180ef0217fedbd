// The overview of all slides, in which the operator finds the next one before the audience sees it.
#pragma once

#include <filesystem>

#include "presenter/picker/choice.h"
#include "presenter/picker/sheet_drawer.h"
#include "presenter/stage/side_panel.h"
#include "presenter/stage/stage.h"

namespace lectern::picker {

/// Paints small pictures of the slides that are seen, one by one, while it is there.
class Picker final : public stage::SidePanel {
 public:
  /// About `max_bytes` of small pictures are kept.
  Picker(const stage::Material&, const std::filesystem::path& font_folder, PixelSize stage,
         std::size_t max_bytes, const std::function<void()>& wake);

  void see(const session::State&) override;
  std::optional<stage::PanelEnd> handle(const stage::PanelInput&) override;
  stage::Frame newest_picture(PixelSize window) override;

 private:
  std::optional<stage::PanelEnd> handle(stage::PanelKey);
  std::optional<stage::PanelEnd> handle(const stage::TypedText&);
  std::optional<stage::PanelEnd> handle(const stage::Click&);
  std::optional<stage::PanelEnd> show_chosen() const;
  Sheet sheet(PixelSize window);

  const std::shared_ptr<const deck::Deck> deck_;
  const PixelSize stage_;
  std::optional<std::size_t> present_;
  std::optional<Choice> choice_;  ///< once the present slide is known
  PixelSize window_{1, 1};        ///< as it was last
  std::optional<Sheet> asked_;    ///< of the drawer
  std::vector<stage::FrameKey> wanted_;
  SheetDrawer drawer_;
  stage::FrameStore pictures_;
};

}  // namespace lectern::picker
