// The practice that comes with the program, checked and compiled to JSON when the program was built.
#pragma once

#include <string>
#include <string_view>

#include "thenar/practice/load.hpp"

namespace thenar::practice {

/// A file that practice_bake made, by the part of its name before ".json"; empty where there is none. Lives
/// as long as the program.
std::string_view embedded_text(std::string_view name);

/// The whole of practice/ as one UTF-8 JSON document.
inline std::string_view embedded_json() {
  return embedded_text("practice");
}

/// Its words in another language (thenar.words/1); empty where there are none, as for all in WebAssembly.
inline std::string_view embedded_words(std::string_view language) {
  return embedded_text("words." + std::string(language));
}

/// The same, loaded. It was checked whole when it was built, so only its fields are read again.
inline Practice embedded_practice() {
  auto loaded = load_text(embedded_json(), Trust::checked_when_built);
  THENAR_CHECK(loaded.has_value());
  return std::move(*loaded);
}

}  // namespace thenar::practice
