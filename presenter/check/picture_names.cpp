#include "presenter/check/picture_names.h"

#include <algorithm>
#include <array>

#include "common/text/text.h"
#include "presenter/images/picture_path.h"

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
    Format{".svg", "a drawing in the SVG format"},
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
         start.starts_with("ftp://") || start.starts_with("data:");
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
  const std::string name(source);
  if (is_on_network(source))
    return {deck::Code::picture_elsewhere, "the picture " + name + " is on a network",
            "save it in the deck's folder and name that file"};
  std::error_code error;
  const bool is_absolute = source.starts_with('/') && fs::exists(fs::path(bare(source)), error);
  if (is_on_somebodys_disk(source) || is_absolute)
    return {deck::Code::picture_elsewhere, "the picture " + name + " is on one computer only",
            "copy it into the deck's folder and name it from there, such as images/picture.jpg"};
  if (leaves_folder(source))
    return {deck::Code::picture_elsewhere, "the picture " + name + " is outside the deck's folder",
            "copy it into the deck's folder and name it from there, such as images/picture.jpg"};
  return {deck::Code::picture_missing, "the picture " + name + " is not there",
          "put it beside the deck, or correct its name"};
}

}  // namespace

std::optional<std::string> real_name(const fs::path& deck_folder, std::string_view source) {
  const auto path = images::find_picture(deck_folder, source);
  if (!path) return std::nullopt;
  const std::string real =
      path->lexically_normal().lexically_relative(deck_folder.lexically_normal()).generic_string();
  const auto written = [](std::string_view name) {
    return fs::path(name.substr(std::min(name.find_first_not_of('/'), name.size())))
        .lexically_normal()
        .generic_string();
  };
  if (written(source) == real || written(bare(source)) == real) return std::nullopt;
  return real;
}

std::optional<NameFault> name_fault(const fs::path& deck_folder, std::string_view source) {
  if (!images::find_picture(deck_folder, source)) return not_found(source);
  const std::string name(source);
  if (const Format* format = unshown_format(source))
    return NameFault{deck::Code::picture_format,
                     "the picture " + name + " is " + std::string(format->what) + ", which cannot be shown",
                     "save it as JPEG or PNG and name that file"};
  if (const auto real = real_name(deck_folder, source))
    return NameFault{deck::Code::picture_case, "the picture " + name + " is really called " + *real,
                     "write " + *real};
  return std::nullopt;
}

std::vector<deck::Diagnostic> find_name_faults(const deck::Deck& deck, std::string_view text,
                                               const fs::path& deck_folder) {
  std::vector<deck::Diagnostic> findings;
  for (const deck::PictureReference& picture : deck::picture_references(deck, text))
    if (auto fault = name_fault(deck_folder, picture.source))
      findings.push_back({fault->code,
                          {},
                          picture.line,
                          picture.column,
                          std::move(fault->message),
                          std::move(fault->remedy)});
  return findings;
}

}  // namespace lectern::check
