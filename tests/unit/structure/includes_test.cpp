// The folders' order, read off every include of the sources.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

namespace lectern {
namespace {

namespace fs = std::filesystem;

/// What each folder may include besides itself. A folder that is not listed here may not exist.
const std::map<std::string, std::set<std::string>> allowed = [] {
  std::map<std::string, std::set<std::string>> rules;
  rules["common/base"] = {};
  rules["common/text"] = {"common/base"};
  rules["common/trust"] = {"common/base"};
  rules["common/qr"] = {"common/base"};
  rules["common/deck"] = {"common/base", "common/text", "common/deck/markup"};
  rules["common/deck/markup"] = {"common/base", "common/text", "common/deck"};
  rules["common/session"] = {"common/base", "common/deck"};
  rules["common/protocol"] = {"common/base", "common/deck", "common/session"};
  rules["common/websocket"] = {"common/base", "common/protocol"};
  rules["common/client"] = {"common/base",     "common/deck",      "common/session",
                            "common/protocol", "common/websocket", "common/trust"};
  rules["common/discovery"] = {"common/base", "common/text"};
  rules["common/typeset"] = {"common/base", "common/text", "common/deck"};
  rules["presenter/engine"] = {"common/base", "common/deck", "common/session"};
  rules["presenter/journal"] = {"common/base", "common/text", "common/deck", "common/session",
                                "common/protocol"};
  rules["presenter/service"] = {"common/base"};
  rules["presenter/images"] = {"common/base", "common/text"};
  rules["presenter/svg"] = {"common/base", "presenter/images"};
  rules["presenter/stage"] = {"common/base",    "common/deck", "common/session",
                              "common/typeset", "common/qr",   "presenter/images"};
  rules["presenter/picker"] = {"common/base",    "common/text",     "common/deck",     "common/session",
                               "common/typeset", "presenter/stage", "presenter/images"};
  rules["presenter/pairing"] = {"common/base", "common/session", "common/trust"};
  rules["presenter/server"] = {"common/base",       "common/text",      "common/deck",    "common/session",
                               "common/protocol",   "common/websocket", "common/trust",   "presenter/engine",
                               "presenter/pairing", "presenter/html",   "presenter/pages"};
  rules["presenter/gallery"] = {"common/base",     "common/deck",      "common/session",  "common/trust",
                                "presenter/stage", "presenter/images", "presenter/server"};
  rules["presenter/certificate"] = {"common/base"};
  rules["presenter/pages"] = {};
  rules["presenter/export"] = {"common/base",      "common/deck",    "common/typeset", "presenter/stage",
                               "presenter/images", "presenter/html", "presenter/pages"};
  rules["presenter/html"] = {"common/base", "common/text", "common/deck"};
  rules["presenter/check"] = {"common/base",    "common/text",     "common/deck",
                              "common/typeset", "presenter/stage", "presenter/images"};
  rules["presenter/app"] = {
      "presenter/check",  "common/base",       "common/deck",       "common/session",
      "common/protocol",  "presenter/engine",  "presenter/images",  "presenter/stage",
      "presenter/server", "presenter/export",  "common/text",       "common/typeset",
      "presenter/picker", "presenter/journal", "presenter/service", "presenter/certificate",
      "common/websocket", "common/discovery",  "presenter/gallery"};
  rules["presenter"] = {"common/base", "presenter/app"};
  rules["remote/cli"] = {"common/base",      "common/text",     "common/deck",
                         "common/session",   "common/protocol", "common/client",
                         "common/discovery", "common/trust",    "common/qr"};
  rules["remote"] = {"common/base", "remote/cli"};
  return rules;
}();

/// Libraries that one folder keeps to itself, by the start of the include.
const std::map<std::string, std::set<std::string>> kept = {
    {"md4c", {"common/deck/markup"}},
    {"yaml-cpp/", {"common/deck"}},
    {"re2/", {"common/deck"}},
    {"lectern/v1/", {"common/protocol"}},
    {"google/", {"common/protocol"}},
    {"pango/", {"common/typeset"}},
    {"cairo", {"common/typeset", "presenter/export"}},
    {"SDL", {"presenter/stage", "presenter/images"}},
    {"X11/", {"presenter/stage"}},
    {"xcb/", {"presenter/stage"}},
    {"boost/beast/websocket/stream", {"common/websocket"}},
    {"boost/beast", {"common/websocket", "presenter/server"}},
    {"spdlog/", {"common/base"}},
    {"openssl/sha", {"common/deck", "common/trust"}},
    {"openssl/ssl", {"common/websocket"}},
    {"openssl/x509", {"presenter/certificate"}},
    {"libexif/", {"presenter/images"}},
    {"turbojpeg", {"presenter/images"}},
    {"jpeglib", {"presenter/images"}},
    {"librsvg/", {"presenter/svg"}},
    {"qpdf/", {"presenter/export"}},
    {"botan/", {"common/trust"}},
    {"avahi-", {"common/discovery"}},
    {"sqlite3", {"presenter/journal"}},
    {"qrencode", {"common/qr"}},
};

struct Include {
  std::string file;
  std::string folder;
  std::string target;
};

std::vector<Include> all_includes() {
  std::vector<Include> includes;
  const fs::path root = LECTERN_SOURCE_DIR;
  for (const char* top : {"common", "presenter", "remote"})
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / top)) {
      if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
      const std::string file = fs::relative(entry.path(), root).string();
      std::ifstream text(entry.path());
      for (std::string line; std::getline(text, line);) {
        constexpr std::string_view start = "#include ";
        if (!line.starts_with(start)) continue;
        const std::size_t end = line.find_first_of("\">", start.size() + 1);
        includes.push_back({file, fs::path(file).parent_path().string(),
                            line.substr(start.size() + 1, end - start.size() - 1)});
      }
    }
  return includes;
}

TEST(Includes, AreRead) {
  EXPECT_GT(all_includes().size(), 200u);
}

TEST(Includes, PointDownOnly) {
  for (const Include& include : all_includes()) {
    ASSERT_TRUE(allowed.contains(include.folder))
        << include.file << " is in a folder that has no place in the order";
    const std::string target = fs::path(include.target).parent_path().string();
    if (!allowed.contains(target) || target == include.folder) continue;
    EXPECT_TRUE(allowed.at(include.folder).contains(target))
        << include.file << " includes " << include.target;
  }
}

TEST(Includes, LibrariesStayBehindTheirFolder) {
  for (const Include& include : all_includes())
    for (const auto& [library, folders] : kept) {
      const bool is_of_it = include.target.starts_with(library);
      EXPECT_TRUE(!is_of_it || folders.contains(include.folder))
          << include.file << " includes " << include.target;
    }
}

}  // namespace
}  // namespace lectern
