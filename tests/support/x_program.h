// Another program at an X display, such as the one a clerk takes the minutes with.
#pragma once

#include <memory>
#include <string>

namespace lectern::test {

class XProgram {
 public:
  explicit XProgram(const std::string& display);
  ~XProgram();

  /// Its window is shown and gets the keys.
  void take_focus();

  /// Takes a key from everybody, by its X name.
  void grab(const std::string& key);

  /// Waits for the next key that is pressed in it: its X name. Empty: none was, in half a minute.
  std::string next_key();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace lectern::test
