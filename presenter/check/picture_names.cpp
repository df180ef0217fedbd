#include "presenter/check/picture_names.h"

#include <algorithm>
#include <array>

#include "common/text/text.h"

namespace lectern::check {
namespace {

namespace fs = std::filesystem;

struct Format {
  std::string_view ending;
  std::string_view what;
};

constexpr std::array formats = {
    Format{".heic", "a photograph in Apple's HEIC format"},
    Format{".heif", "a photograph in Apple's HEIC format"},
    Format{".avif", "a picture in the AVIF format"},
    Format{".jxl", "a picture in the JPEG XL format"},
    Format{".jp2", "a picture in the JPEG 2000 format"},
    Format{".tif", "a TIFF file"},
    Format{".tiff", "a TIFF file"},
    Format{".pdf", "a PDF document"},
    Format{".eps", "a PostScript drawing"},
    Format{".psd", "a Photoshop document"},
    Format{".emf", "a Windows drawing"},
    Format{".wmf", "a Windows drawing"},
    Format{".dng", "a raw photograph"},
    Format{".cr2", "a raw photograph"},
    Format{".nef", "a raw photograph"},
    Format{".arw", "a raw photograph"},
};

/// Without what follows ? or #.
std::string_view bare(std::string_view source) {
  return source.substr(0, source.find_first_of("?#"));
}

const Format* unshown_format(std::string_view source) {
  const std::string name = lower_case(bare(source));
  const auto found =
      std::ranges::find_if(formats, [&](const Format& format) { return name.ends_with(format.ending); });
  return found == formats.end() ? nullptr : &*found;
}

bool is_on_network(std::string_view source) {
  const std::string start = lower_case(source.substr(0, 8));
  return start.starts_with("//") || start.starts_with("http://") || start.starts_with("https://") ||
         start.starts_with("ftp://");
}

/// `C:\…`, `\\server\…`, `file:…`
bool is_on_somebodys_disk(std::string_view source) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const bool has_drive = source.size() > 2 && is_letter(source[0]) && source[1] == ':' &&
                         (source[2] == '\\' || source[2] == '/');
  return has_drive || source.starts_with("\\\\") || lower_case(source.substr(0, 5)) == "file:";
}

bool leaves_folder(std::string_view source) {
  std::string name(source.substr(std::min(source.find_first_not_of("/\\"), source.size())));
  std::ranges::replace(name, '\\', '/');
  const fs::path below = fs::path(name).lexically_normal();
  return !below.empty() && *below.begin() == "..";
}

NameFault not_found(std::string_view source) {
  const std::string picture = "The picture " + in_quotes(source);
  constexpr const char* copy_it =
      "Copy it into the deck's folder and name it from there, such as images/picture.jpg.";
  if (lower_case(source.substr(0, 5)) == "data:")
    return {deck::Code::picture_format,
            picture + " stands in the text itself, and such pictures are not shown.",
            "Save it as a file in the deck's folder and name that file."};
  if (is_on_network(source))
    return {deck::Code::picture_elsewhere, picture + " is on a network.",
            "Save it in the deck's folder and name that file."};
  std::error_code error;
  const bool is_absolute = source.starts_with('/') && fs::exists(fs::path(bare(source)), error);
  if (is_on_somebodys_disk(source) || is_absolute)
    return {deck::Code::picture_elsewhere, picture + " is on one computer only.", copy_it};
  if (leaves_folder(source))
    return {deck::Code::picture_elsewhere, picture + " is outside the deck's folder.", copy_it};
  if (const Format* format = unshown_format(source))
    return {deck::Code::picture_missing,
            picture + " is not there, and " + std::string(format->what) + " could not be shown.",
            "Save it as JPEG or PNG beside the deck and name that file."};
  return {deck::Code::picture_missing, picture + " is not there.",
          "Put it beside the deck, or correct its name."};
}

/// The name of the file at `path` where `source` writes it otherwise.
std::optional<std::string> other_name(const fs::path& deck_folder, const fs::path& path,
                                      std::string_view source) {
  const std::string real =
      path.lexically_normal().lexically_relative(deck_folder.lexically_normal()).generic_string();
  const auto written = [](std::string_view name) {
    return fs::path(name.substr(std::min(name.find_first_not_of('/'), name.size())))
        .lexically_normal()
        .generic_string();
  };
  if (written(source) == real || written(bare(source)) == real) return std::nullopt;
  return real;
}

/// nullopt: a file of that very name is there, and of a kind that can be shown.
std::optional<NameFault> name_fault(images::PictureFinder& finder, std::string_view source) {
  const auto path = finder.find(source);
  if (!path) return not_found(source);
  if (auto fault = format_fault(source)) return fault;
  if (const auto real = other_name(finder.deck_folder(), *path, source))
    return NameFault{deck::Code::picture_case,
                     "The picture " + in_quotes(source) + " is really called " + in_quotes(*real) + ".",
                     "Write " + *real + "."};
  return std::nullopt;
}

}  // namespace

std::optional<std::string> real_name(images::PictureFinder& finder, std::string_view source) {
  const auto path = finder.find(source);
  return path ? other_name(finder.deck_folder(), *path, source) : std::nullopt;
}

std::optional<NameFault> format_fault(std::string_view source) {
  const Format* format = unshown_format(source);
  if (!format) return std::nullopt;
  return NameFault{
      deck::Code::picture_format,
      "The picture " + in_quotes(source) + " is " + std::string(format->what) + ", which cannot be shown.",
      "Save it as JPEG or PNG and name that file."};
}

std::vector<deck::Diagnostic> find_name_faults(const deck::Deck& deck, std::string_view text,
                                               const fs::path& deck_folder) {
  std::vector<deck::Diagnostic> findings;
  images::PictureFinder finder(deck_folder);
  for (const deck::PictureReference& picture : deck::picture_references(deck, text))
    if (auto fault = name_fault(finder, picture.source))
      findings.push_back({fault->code,
                          {},
                          picture.line,
                          picture.column,
                          std::move(fault->message),
                          std::move(fault->remedy)});
  return findings;
}

}  // namespace lectern::check
