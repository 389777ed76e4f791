// The practice for people to look things up: what the listing verbs show, as data with its words.
#pragma once

#include <array>
#include <string_view>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar::practice {

/// What can be listed. Precautions are the rules, evidence the claims.
enum class Shelf : std::uint8_t { programmes, techniques, zones, points, precautions, evidence, measures };

/// A list of objects in the order of the practice, one a thing: `id`, its words (`name` and what else says in
/// a line what it is) and the few fields that tell it from its neighbours. Same keys in every row.
Json list(const Practice& practice, Shelf shelf);

/// Everything about one thing: `id`, all its words under their own names (`words` when nested, as
/// "ask.weeks"), all fields of the practice data, and what follows from the rest of the practice: a zone's
/// group, points and the zones within `near_cm` (in cm, nearest first); a programme's steps with names.
/// The problem names the id that the practice does not know.
Result<Json> show(const Practice& practice, Shelf shelf, std::string_view id, double near_cm = 3);

}  // namespace thenar::practice

template <>
struct thenar::EnumWords<thenar::practice::Shelf> {
  static constexpr std::array<std::string_view, 7> words{"programmes",  "techniques", "zones",   "points",
                                                         "precautions", "evidence",   "measures"};
};
