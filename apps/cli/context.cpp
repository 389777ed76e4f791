#include "cli/context.hpp"

#include <sodium.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <filesystem>

#include "cli/io.hpp"
#include "thenar/journal/sqlite.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/files.hpp"
#include "thenar/practice/languages.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::cli {
namespace {

namespace fs = std::filesystem;

constexpr const char* kBuiltIn = "the built-in practice";

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// The *.toml files of a folder, in the order of their names.
std::vector<std::string> toml_names(const fs::path& folder, std::error_code& error) {
  std::vector<std::string> names;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    if (it->path().extension() == ".toml") names.push_back(it->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

Outcome<std::vector<practice::FileText>> read_practice_files(const std::string& directory) {
  std::error_code error;
  auto names = toml_names(directory, error);
  if (error)
    return not_readable(Problem{
        {directory, 0, {}}, "the error \"" + error.message() + "\"", "a directory of practice files", {}});
  std::error_code no_words;
  for (const auto& name : toml_names(fs::path(directory) / "words", no_words))
    names.push_back("words/" + name);
  if (names.empty())
    return input_wrong({Problem{
        {directory, 0, {}}, "no file that ends in .toml", "practice files (*.toml, words/*.toml)", {}}});

  std::vector<practice::FileText> files;
  for (const auto& name : names) {
    auto text = read_text((fs::path(directory) / name).string());
    if (!text) return tl::unexpected(text.error());
    files.push_back({name, std::move(*text)});
  }
  return files;
}

/// "DE" of "de_DE.UTF-8"; empty where a locale names no country.
std::string country_of(const std::string& locale) {
  const auto underscore = locale.find('_');
  if (underscore == std::string::npos || locale.size() < underscore + 3) return {};
  auto country = locale.substr(underscore + 1, 2);
  const bool letters =
      std::all_of(country.begin(), country.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  const bool ends = locale.size() == underscore + 3 || std::strchr(".@", locale[underscore + 3]) != nullptr;
  return letters && ends ? country : std::string();
}

}  // namespace

Outcome<Practice> load_practice(const Globals& globals) {
  return load_practice_of(globals.practice_dir, language_of(globals));
}

std::string language_of(const Globals& globals) {
  if (!globals.language.empty()) return globals.language;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const auto locale = environment(name);
    if (locale.empty()) continue;
    const auto language = locale.substr(0, locale.find_first_of("_.@"));
    return practice::embedded_words(language).empty() ? std::string(practice::kEnglish) : language;
  }
  return std::string(practice::kEnglish);
}

namespace {

/// The practice that comes with the program, in a language.
Outcome<Json> built_in(const std::string& language) {
  auto base = parse_json(practice::embedded_json(), kBuiltIn);
  THENAR_CHECK(base.has_value());
  if (language == practice::kEnglish) return std::move(*base);
  const auto words = parse_json(practice::embedded_words(language), kBuiltIn);
  if (!words)
    return input_wrong({Problem{
        {{}, 0, "--language"}, "\"" + language + "\"", "a language that Thenar speaks: en, de, es", {}}});
  auto spoken = practice::in_language(std::move(*base), *words);
  THENAR_CHECK(spoken.has_value());
  return std::move(*spoken);
}

}  // namespace

Outcome<Practice> load_practice_of(const std::string& directory, const std::string& language) {
  const auto base = built_in(language);
  if (!base) return tl::unexpected(base.error());
  if (directory.empty()) {
    auto whole = practice::load(*base);
    THENAR_CHECK(whole.has_value());
    return std::move(*whole);
  }
  const auto files = read_practice_files(directory);
  if (!files) return tl::unexpected(files.error());
  auto loaded = practice::load_files(*base, kBuiltIn, *files, language);
  if (!loaded) return input_wrong(std::move(loaded.error()));
  return std::move(*loaded);
}

Outcome<std::string> journal_path(const Globals& globals) {
  if (!globals.journal_file.empty()) return globals.journal_file;
  auto usual = journal::default_path(environment("XDG_DATA_HOME"), environment("HOME"));
  if (!usual) return not_readable(usual.error());
  return *usual;
}

Outcome<std::unique_ptr<journal::Journal>> open_journal(const Globals& globals) {
  const auto path = journal_path(globals);
  if (!path) return tl::unexpected(path.error());
  journal::OpenOptions options;
  options.path = *path;
  auto opened = journal::open_journal(options);
  if (!opened) return not_readable(opened.error());
  return std::move(*opened);
}

Outcome<Keeping> open_keeping(const Globals& globals) {
  auto opened = open_journal(globals);
  if (opened) return Keeping{std::move(*opened), true, {}};

  if (!globals.journal_file.empty()) return tl::unexpected(opened.error());
  std::string message = to_text(opened.error().problems);
  if (const auto path = journal_path(globals)) {
    if (const auto aside = journal::set_aside_damaged(*path)) {
      auto anew = open_journal(globals);
      if (anew)
        return Keeping{std::move(*anew), true,
                       message + "It was kept as " + *aside + "; a new one was begun."};
    }
  }
  auto unsaved = journal::open_journal_in_memory();
  if (!unsaved) return not_readable(unsaved.error());
  return Keeping{std::move(*unsaved), false,
                 message + "This massage goes on, but nothing of it will be kept."};
}

journal::TimeMs now_ms() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

int utc_offset_minutes(journal::TimeMs at) {
  const auto seconds = static_cast<std::time_t>(at / 1000);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  return static_cast<int>(local.tm_gmtoff / 60);
}

std::string local_time(journal::TimeMs at) {
  const auto seconds = static_cast<std::time_t>(at / 1000);
  std::tm local{};
  ::localtime_r(&seconds, &local);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M", &local));
  return text;
}

std::string random_digits(std::size_t bytes) {
  std::vector<unsigned char> random(bytes);
  randombytes_buf(random.data(), random.size());
  std::string digits(2 * bytes + 1, '\0');
  sodium_bin2hex(digits.data(), digits.size(), random.data(), random.size());
  digits.pop_back();
  return digits;
}

EmergencyCall emergency_call(const Practice& practice) {
  for (const char* name : {"LC_ALL", "LC_TELEPHONE", "LC_MESSAGES", "LANG"}) {
    const auto country = country_of(environment(name));
    for (const auto& known : practice.emergency_numbers)
      if (!country.empty() && known.country == country) return {known.number, country};
  }
  return {};
}

}  // namespace thenar::cli
