// Decks as files, and what is in them.
#pragma once

#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFOutlineDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/stage/slide_painter.h"
#include "tests/support/folder.h"
#include "tests/support/themes.h"

namespace lectern::exporting {

using Object = QPDFObjectHandle;

inline deck::Deck deck_from(std::string_view text) {
  auto read = deck::read_deck(text);
  EXPECT_TRUE(read);
  return read ? std::move(read->deck) : deck::Deck();
}

inline stage::SlidePainter painter_in(const test::Folder& folder) {
  auto made = stage::SlidePainter::create(folder.path(), LECTERN_FONT_DIR, test::night());
  EXPECT_TRUE(made);
  return *std::move(made);
}

/// The files in a folder, by name.
inline std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.push_back(entry.path().filename().string());
  std::ranges::sort(names);
  return names;
}

class PdfFile {
 public:
  explicit PdfFile(const std::filesystem::path& path) { pdf_.processFile(path.c_str()); }

  std::vector<QPDFPageObjectHelper> pages() { return QPDFPageDocumentHelper(pdf_).getAllPages(); }
  Object catalog() { return pdf_.getRoot(); }
  Object about() { return pdf_.getTrailer().getKey("/Info"); }

  /// "A(B C)": each element of a document's structure with what is in it; a figure with its words, a cell
  /// with the columns and rows that it goes over.
  std::string structure() { return text_of(catalog().getKey("/StructTreeRoot").getKey("/K")); }

  /// "First > 1 (Below > 2)": titles and the numbers of pages.
  std::string outline() { return text_of(QPDFOutlineDocumentHelper(pdf_).getTopLevelOutlines()); }

  /// Where a page's links lead to: addresses, or the numbers of pages.
  std::vector<std::string> links(std::size_t page_index) {
    std::vector<std::string> links;
    for (QPDFAnnotationObjectHelper& annotation : pages().at(page_index).getAnnotations("/Link")) {
      Object link = annotation.getObjectHandle();
      if (link.hasKey("/A")) {
        links.push_back(link.getKey("/A").getKey("/URI").getStringValue());
      } else {
        Object page = QPDFOutlineDocumentHelper(pdf_).resolveNamedDest(link.getKey("/Dest")).getArrayItem(0);
        links.push_back(page_number(page));
      }
    }
    return links;
  }

  /// The pictures on a page.
  std::vector<Object> pictures(std::size_t page_index) {
    std::vector<Object> pictures;
    for (auto& [name, picture] : pages().at(page_index).getImages()) pictures.push_back(picture);
    return pictures;
  }

 private:
  static std::string text_of(Object element) {
    if (element.isArray()) {
      std::string text;
      for (Object& child : element.getArrayAsVector()) {
        const std::string one = text_of(child);
        if (!one.empty()) text += (text.empty() ? "" : " ") + one;
      }
      return text;
    }
    if (!element.isDictionary() || !element.hasKey("/S")) return {};
    std::string text = element.getKey("/S").getName().substr(1);
    if (element.hasKey("/Alt")) text += ": " + element.getKey("/Alt").getUTF8Value();
    if (Object attributes = element.getKey("/A"); attributes.isDictionary())
      for (const char* name : {"/ColSpan", "/RowSpan"})
        if (attributes.getKey("/O").isNameAndEquals("/Table") && attributes.hasKey(name))
          text += " " + std::string(name + 1) + "=" + attributes.getKey(name).unparse();
    const std::string inside = text_of(element.getKey("/K"));
    return inside.empty() ? text : text + "(" + inside + ")";
  }

  std::string text_of(std::vector<QPDFOutlineObjectHelper> entries) {
    std::string text;
    for (auto& entry : entries) {
      text += (text.empty() ? "" : " ") + entry.getTitle() + " > " + page_number(entry.getDestPage());
      const std::string below = text_of(entry.getKids());
      if (!below.empty()) text += " (" + below + ")";
    }
    return text;
  }

  std::string page_number(Object wanted) {
    std::size_t number = 0;
    for (QPDFPageObjectHelper& page : pages()) {
      ++number;
      if (page.getObjectHandle().getObjGen() == wanted.getObjGen()) return std::to_string(number);
    }
    return "none";
  }

  QPDF pdf_;
};

}  // namespace lectern::exporting
