// practice_bake DIRECTORY OUTPUT.json: puts the practice files together, checks them and writes one JSON
// document, and beside it the words of every other language (words.de.json). A faulty practice, or a language
// that lacks words, ends the build with every problem named.
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

int written(const fs::path& file, const thenar::Json& document) {
  std::ofstream out(file, std::ios::binary);
  out << thenar::to_line(document);
  out.close();
  if (out) return 0;
  std::fprintf(stderr, "%s: could not be written\n", file.c_str());
  return 1;
}

std::vector<std::string> other_languages(const std::vector<thenar::practice::FileText>& files) {
  std::vector<std::string> languages;
  for (const auto& file : files) {
    const fs::path name(file.name);
    if (name.parent_path() != "words" || name.stem() == thenar::practice::kEnglish) continue;
    if (thenar::practice::is_language(name.stem().string())) languages.push_back(name.stem().string());
  }
  return languages;
}

int write_words(const std::vector<thenar::practice::FileText>& files, const thenar::Practice& practice,
                const std::string& language, const fs::path& folder) {
  const auto document = thenar::practice::read_files(files, language);
  if (!document) return failed(document.error());
  const auto translated = thenar::practice::load(document->json, document->places);
  if (!translated) return failed(translated.error());
  const auto problems = thenar::practice::check_translation(practice, *translated, language);
  if (!problems.empty()) return failed(problems);
  return written(folder / ("words." + language + ".json"), {{"format", thenar::practice::kWordsFormat},
                                                            {"language", language},
                                                            {"words", document->json.at("words")}});
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
  const auto files = files_of(argv[1]);
  const auto document = thenar::practice::read_files(files);
  if (!document) return failed(document.error());
  const auto practice = thenar::practice::load(document->json, document->places);
  if (!practice) return failed(practice.error());
  for (const auto& language : other_languages(files))
    if (const int code = write_words(files, *practice, language, fs::path(argv[2]).parent_path()); code != 0)
      return code;
  return written(argv[2], document->json);
}
