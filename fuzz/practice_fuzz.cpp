// Any bytes as somebody's own practice file, in TOML and as a JSON document: problems with their places, or a
// practice.
#include <cstddef>
#include <cstdint>

#include "thenar/practice/files.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace thenar;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (const auto loaded = practice::load_text(text); !loaded) THENAR_CHECK(!loaded.error().empty());
  for (const char* name : {"own.toml", "words/en.toml"}) {
    const auto own = practice::read_files({{name, text}});
    if (!own) {
      THENAR_CHECK(!own.error().empty());
      continue;
    }
    const practice::Document merged = practice::merge(own->json, "base", *own);
    if (const auto loaded = practice::load(merged.json, merged.places); !loaded)
      THENAR_CHECK(!loaded.error().empty());
  }
  return 0;
}
