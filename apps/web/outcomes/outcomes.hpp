// What the outcomes module of the web answers: text in, text out.
#pragma once

#include <memory>
#include <string_view>

#include "../boundary/answer.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::web {

/// Holds a practice. Every call takes any bytes at any time: what makes no sense is answered with problems.
class Outcomes {
 public:
  /// Takes a practice document (thenar.practice/1), as the engine gives it: none is built in. Gives
  /// {"version"}.
  Answer load(std::string_view practice_json);

  /// What a person may measure. See outcomes::measures_document.
  Answer measures() const;
  /// Something measured to its score. See outcomes::scored_document.
  Answer score(std::string_view measured) const;
  /// What was kept of a person (thenar.record/1) to what was done and what changed (thenar.outcomes/1).
  Answer outcomes(std::string_view record) const;
  /// The same record as a table and as a health record: {"csv", "fhir"}. See outcomes::tables_document.
  Answer tables(std::string_view asked) const;

 private:
  Answer of_document(std::string_view text, const char* file,
                     Loaded<Json> (*give)(const Practice&, const Json&, std::string_view)) const;

  std::shared_ptr<const Practice> practice_;
};

}  // namespace thenar::web
