#include "server/files.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace thenar::server {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 64 << 20U;

std::string type_of(const std::string& ending) {
  static const std::map<std::string, std::string> kTypes{{".html", "text/html; charset=utf-8"},
                                                         {".js", "text/javascript; charset=utf-8"},
                                                         {".css", "text/css; charset=utf-8"},
                                                         {".json", "application/json"},
                                                         {".webmanifest", "application/manifest+json"},
                                                         {".svg", "image/svg+xml"},
                                                         {".png", "image/png"},
                                                         {".txt", "text/plain; charset=utf-8"},
                                                         {".wasm", "application/wasm"},
                                                         {".woff2", "font/woff2"}};
  const auto found = kTypes.find(ending);
  return found == kTypes.end() ? "application/octet-stream" : found->second;
}

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// Changes with every byte (FNV-1a, 64 bits).
std::string tag_of(const std::string& bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  std::array<char, 17> text{};
  for (std::size_t i = 0; i < 16; ++i) text[i] = "0123456789abcdef"[(hash >> (60 - 4 * i)) & 15U];
  return "\"" + std::string(text.data()) + "\"";
}

}  // namespace

Result<Files> Files::read(const std::string& folder) {
  Files out;
  std::error_code fault;
  for (auto at = fs::recursive_directory_iterator(folder, fault); !fault && at != fs::end(at);
       at.increment(fault)) {
    if (!at->is_regular_file(fault) || at->file_size(fault) > kMostBytes) continue;
    if (at->path().extension() == ".gz") continue;
    std::string bytes = bytes_of(at->path());
    const std::string path = "/" + fs::relative(at->path(), folder, fault).generic_string();
    File file;
    file.type = type_of(at->path().extension().string());
    file.tag = tag_of(bytes);
    file.forever = path.starts_with("/assets/");
    // The build leaves beside each file its like in gzip, where that is smaller.
    if (auto packed = bytes_of(at->path().string() + ".gz"); !packed.empty())
      file.packed = std::make_shared<const std::string>(std::move(packed));
    file.plain = std::make_shared<const std::string>(std::move(bytes));
    out.files_[path] = std::move(file);
  }
  const auto page = out.files_.find("/index.html");
  if (page == out.files_.end())
    return tl::unexpected(
        Problem{{folder, 0, {}}, "no index.html", "the app as it was built", "Start it with ./run"});
  // The app looks for a server only where its page says that there is one.
  std::string text = *page->second.plain;
  const auto head = text.find("<head>");
  if (head != std::string::npos) text.insert(head + 6, R"(<meta name="thenar-server" content="here" />)");
  page->second.packed.reset();
  page->second.tag = tag_of(text);
  page->second.plain = std::make_shared<const std::string>(std::move(text));
  out.files_["/"] = page->second;
  return out;
}

std::optional<Answer> Files::find(const Request& request) const {
  const auto found = files_.find(request.path);
  if (found == files_.end()) return {};
  const File& file = found->second;
  Answer answer;
  answer.type = file.type;
  answer.headers["ETag"] = file.tag;
  answer.headers["Cache-Control"] = file.forever ? "public, max-age=31536000, immutable" : "no-cache";
  if (file.packed) answer.headers["Vary"] = "Accept-Encoding";
  if (request.if_none_match == file.tag) {
    answer.status = 304;
    return answer;
  }
  const bool packed = file.packed && request.takes_gzip;
  if (packed) answer.headers["Content-Encoding"] = "gzip";
  answer.body = packed ? file.packed : file.plain;
  return answer;
}

}  // namespace thenar::server
