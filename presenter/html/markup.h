// HTML as it is written, with an end.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lectern::html {

class Markup {
 public:
  explicit Markup(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  void raw(std::string_view html) { html_ += html; }
  void text(std::string_view utf8);
  /// Of a start tag that is being written: ` name="value"`.
  void attribute(std::string_view name, std::string_view value);

  /// No new part of the document fits; those that are open are ended all the same.
  bool is_full() const { return html_.size() >= max_bytes_; }

  std::size_t size() const { return html_.size(); }
  /// Takes back what was written since.
  void cut(std::size_t size) { html_.resize(size); }
  std::string take() { return std::move(html_); }

 private:
  std::string html_;
  const std::size_t max_bytes_;
};

}  // namespace lectern::html
