#include "presenter/export/complete_pdf.h"

#include <cerrno>
#include <exception>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <system_error>

namespace lectern::exporting {
namespace {

using Object = QPDFObjectHandle;

/// Where qpdf's bytes go. What fails is thrown, as qpdf would have it.
class IntoFile : public Pipeline {
 public:
  explicit IntoFile(const NewFile& file) : Pipeline("file", nullptr), file_(file) {}
  void write(const unsigned char* bytes, std::size_t size) override {
    if (!file_.write({reinterpret_cast<const char*>(bytes), size}))
      throw std::system_error(errno, std::generic_category());
  }
  void finish() override {}

 private:
  const NewFile& file_;
};

/// ISO 32000-1 §14.8.5.7.
Object attributes_of_cell(const typeset::PdfElement& cell) {
  Object attributes = Object::parse("<< /O /Table >>");
  const auto add = [&](const char* name, std::size_t count) {
    if (count > 1) attributes.replaceKey(name, Object::newInteger(static_cast<long long>(count)));
  };
  add("/ColSpan", cell.column_count);
  add("/RowSpan", cell.row_count);
  return attributes;
}

/// In document order.
void complete_elements(Object element, const std::vector<typeset::PdfElement>& told, std::size_t& next) {
  if (!element.isDictionary()) return;
  Object kind = element.getKey("/S");
  const bool is_figure = kind.isNameAndEquals("/Figure"),
             is_cell = kind.isNameAndEquals("/TH") || kind.isNameAndEquals("/TD");
  if ((is_figure || is_cell) && next < told.size()) {
    const typeset::PdfElement& it = told[next++];
    if (is_figure) element.replaceKey("/Alt", Object::newUnicodeString(it.alternative));
    if (it.column_count > 1 || it.row_count > 1) element.replaceKey("/A", attributes_of_cell(it));
  }
  Object children = element.getKey("/K");
  if (!children.isArray()) return complete_elements(children, told, next);
  for (Object& child : children.getArrayAsVector()) complete_elements(child, told, next);
}

/// Cairo hangs the sections of all pages onto the root, which wants to be one document (ISO 32000-1
/// §14.8.4.2).
void gather_sections(QPDF& pdf, Object root) {
  Object document = pdf.makeIndirectObject(Object::newDictionary());
  document.replaceKey("/Type", Object::newName("/StructElem"));
  document.replaceKey("/S", Object::newName("/Document"));
  document.replaceKey("/P", root);
  Object sections = root.getKey("/K");
  document.replaceKey("/K", sections);
  root.replaceKey("/K", document);
  if (!sections.isArray()) sections = Object::newArray({sections});
  for (Object& section : sections.getArrayAsVector())
    if (section.isDictionary()) section.replaceKey("/P", document);
}

void complete(QPDF& pdf, const PdfWords& words) {
  Object catalog = pdf.getRoot();
  Object structure = catalog.getKey("/StructTreeRoot");
  if (structure.isDictionary()) {
    std::size_t next = 0;
    complete_elements(structure, words.elements, next);
    gather_sections(pdf, structure);
  }
  catalog.replaceKey("/MarkInfo", Object::parse("<< /Marked true >>"));
  catalog.replaceKey("/ViewerPreferences", Object::parse("<< /DisplayDocTitle true >>"));
  if (!words.language.empty()) catalog.replaceKey("/Lang", Object::newUnicodeString(words.language));
}

}  // namespace

Result<void> complete_pdf(const std::filesystem::path& drawn, const PdfWords& words, NewFile& to) {
  try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);  // Cairo may name a resource twice
    pdf.processFile(drawn.c_str());
    complete(pdf, words);
    IntoFile output(to);
    QPDFWriter writer(pdf);
    writer.setOutputPipeline(&output);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
  } catch (const std::system_error& error) {
    return write_failure(to.path(), error.code().value());
  } catch (const std::exception& error) {
    return Error{std::string("the PDF cannot be completed: ") + error.what(), "check the disk that it is on"};
  }
  return {};
}

}  // namespace lectern::exporting
