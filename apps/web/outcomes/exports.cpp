// The exports of thenar_outcomes.wasm, as ../boundary/exports.hpp says; what each takes and gives stands in
// outcomes.hpp.
#include "../boundary/exports.hpp"

#include "outcomes.hpp"

namespace {

using thenar::web::answered;
using thenar::web::with_text;

thenar::web::Outcomes& outcomes() {
  static thenar::web::Outcomes only;
  return only;
}

}  // namespace

THENAR_EXPORT(load) int thenar_load(const char* text, std::size_t size) {
  return with_text(text, size, [](auto practice) { return outcomes().load(practice); });
}
THENAR_EXPORT(measures) int thenar_measures() {
  return answered(outcomes().measures());
}
THENAR_EXPORT(score) int thenar_score(const char* text, std::size_t size) {
  return with_text(text, size, [](auto measured) { return outcomes().score(measured); });
}
THENAR_EXPORT(outcomes) int thenar_outcomes(const char* text, std::size_t size) {
  return with_text(text, size, [](auto record) { return outcomes().outcomes(record); });
}
THENAR_EXPORT(tables) int thenar_tables(const char* text, std::size_t size) {
  return with_text(text, size, [](auto asked) { return outcomes().tables(asked); });
}
