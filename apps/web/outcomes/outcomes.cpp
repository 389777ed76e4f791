#include "outcomes.hpp"

#include "thenar/base/json.hpp"
#include "thenar/outcomes/asked.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::web {
namespace {

Answer no_practice_yet() {
  return refused("no practice", "a practice that was loaded", "Load one first");
}

}  // namespace

Answer Outcomes::load(std::string_view practice_json) {
  // It comes from the engine, which checked it whole.
  auto loaded = practice::load_text(practice_json, practice::Trust::checked_when_built);
  if (!loaded) return refused(loaded.error());
  practice_ = std::make_shared<const Practice>(std::move(*loaded));
  return given({{"version", practice_->version}});
}

Answer Outcomes::of_document(std::string_view text, const char* file,
                             Loaded<Json> (*give)(const Practice&, const Json&, std::string_view)) const {
  if (!practice_) return no_practice_yet();
  auto json = parse_json(text, file);
  if (!json) return refused(Problems{std::move(json.error())});
  const auto made = give(*practice_, *json, file);
  return made ? given(*made) : refused(made.error());
}

Answer Outcomes::measures() const {
  return practice_ ? given(outcomes::measures_document(*practice_)) : no_practice_yet();
}

Answer Outcomes::score(std::string_view measured) const {
  return of_document(measured, "measured", outcomes::scored_document);
}

Answer Outcomes::outcomes(std::string_view record) const {
  return of_document(record, "record", outcomes::outcomes_document);
}

Answer Outcomes::tables(std::string_view asked) const {
  return of_document(asked, "asked", outcomes::tables_document);
}

}  // namespace thenar::web
