// What is drawn, as parts of a document: headings, lists, tables, figures (ISO 32000-1 §14.8.4).
#pragma once

#include <cstddef>
#include <vector>

#include "common/typeset/layout_content.h"
#include "common/typeset/pdf.h"

namespace lectern::typeset {

/// One section of the document, if anything is in it. What an ink belongs to is read off the boxes that it
/// lies in.
class Tags {
 public:
  /// Adds each figure and cell to `told`. A picture that says nothing is part of what it stands in.
  Tags(cairo_t*, const Sheet&, const Transformation&, std::vector<PdfElement>& told);

  /// Ends the section.
  ~Tags();
  Tags(const Tags&) = delete;
  Tags& operator=(const Tags&) = delete;

  /// What is drawn next is this ink. Grounds, lines and markers belong to what was drawn before them.
  void enter(std::size_t ink_index);

 private:
  struct Element {
    const char* name = nullptr;
    std::size_t id = 0;  ///< tells it from others of its name in the same place
    friend bool operator==(const Element&, const Element&) = default;
  };
  std::vector<Element> elements_of(std::size_t ink_index, bool is_picture) const;
  void add_elements(const Box&, std::size_t box_index, std::vector<Element>&) const;
  void open(const Element&);
  void close_down_to(std::size_t count);

  cairo_t* cairo_;
  const Sheet& sheet_;
  const Transformation& transformation_;
  std::vector<PdfElement>& told_;
  std::vector<Element> opened_;
};

}  // namespace lectern::typeset
