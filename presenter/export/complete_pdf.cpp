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

/// In document order.
void name_figures(Object element, const std::vector<std::string>& alternatives, std::size_t& next) {
  if (!element.isDictionary()) return;
  if (element.getKey("/S").isNameAndEquals("/Figure") && next < alternatives.size())
    element.replaceKey("/Alt", Object::newUnicodeString(alternatives[next++]));
  Object children = element.getKey("/K");
  if (!children.isArray()) return name_figures(children, alternatives, next);
  for (Object& child : children.getArrayAsVector()) name_figures(child, alternatives, next);
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
    name_figures(structure, words.alternatives, next);
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
