#include "common/deck/markup/remarks.h"

#include <functional>
#include <utility>

namespace lectern::deck {

void Remarks::come_to(std::string_view text) {
  const char* begin = markdown_.text().data();
  const char* end = begin + markdown_.text().size();
  if (std::less_equal<>()(begin, text.data()) && std::less<>()(text.data(), end))
    place_ = static_cast<std::size_t>(text.data() - begin);
}

void Remarks::once(Code code, const std::string& message, std::string remedy) {
  if (said_.size() < max_diagnostics && said_.insert(message).second)
    report_.add(code, markdown_.source_offset(place_), message, std::move(remedy));
}

}  // namespace lectern::deck
