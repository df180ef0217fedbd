// What is wrong with the name of a picture, seen without opening it: cheap enough to look at before a show.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/deck/deck.h"
#include "presenter/images/picture_path.h"

namespace lectern::check {

struct NameFault {
  deck::Code code = deck::Code::picture_missing;
  std::string message;
  std::string remedy;
};

/// What the ending of its name says of a picture that cannot be shown, whether it is there or not.
std::optional<NameFault> format_fault(std::string_view source);

/// The file's name as it really is, from the deck's folder, with forward slashes, where the deck writes it
/// otherwise; nullopt: it is written right, or there is no such file.
std::optional<std::string> real_name(images::PictureFinder&, std::string_view source);

/// One for each picture with a fault, where the deck names it first. `text` is what the deck's lines speak
/// of.
std::vector<deck::Diagnostic> find_name_faults(const deck::Deck&, std::string_view text,
                                               const std::filesystem::path& deck_folder);

}  // namespace lectern::check
