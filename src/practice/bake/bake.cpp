// practice_bake DIRECTORY OUTPUT.json: puts the practice files together, checks them and writes one JSON
// document. A faulty practice ends the build with every problem named.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "thenar/base/json.hpp"
#include "thenar/practice/files.hpp"

namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return std::move(text).str();
}

std::vector<thenar::practice::FileText> files_of(const fs::path& directory) {
  std::vector<thenar::practice::FileText> files;
  for (const auto& entry : fs::recursive_directory_iterator(directory))
    if (entry.is_regular_file() && entry.path().extension() == ".toml")
      files.push_back({fs::relative(entry.path(), directory).generic_string(), text_of(entry.path())});
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return files;
}

int failed(const thenar::Problems& problems) {
  std::fputs(thenar::to_text(problems).c_str(), stderr);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fputs("usage: practice_bake DIRECTORY OUTPUT.json\n", stderr);
    return 2;
  }
  if (!fs::is_directory(argv[1])) {
    std::fprintf(stderr, "%s: no such directory\n", argv[1]);
    return 1;
  }
  const auto document = thenar::practice::read_files(files_of(argv[1]));
  if (!document) return failed(document.error());
  if (const auto practice = thenar::practice::load(document->json, document->places); !practice)
    return failed(practice.error());
  std::ofstream out(argv[2], std::ios::binary);
  out << thenar::to_line(document->json);
  out.close();
  if (out) return 0;
  std::fprintf(stderr, "%s: could not be written\n", argv[2]);
  return 1;
}
