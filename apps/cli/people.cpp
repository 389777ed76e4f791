#include "cli/people.hpp"

#include <algorithm>

#include "thenar/base/text.hpp"

namespace thenar::cli {

Outcome<std::optional<journal::Person>> find_person(journal::Journal& kept, const std::string& name) {
  if (name.empty()) return std::optional<journal::Person>();
  const auto people = kept.people();
  if (!people) return not_readable(people.error());
  std::vector<std::string> names;
  for (const auto& each : *people) {
    if (each.name == name) return std::optional(each);
    names.push_back(each.name);
  }
  return input_wrong({Problem{
      {},
      "the name \"" + name + "\"",
      names.empty() ? "somebody of the journal, which knows nobody" : "one of " + joined(names, " and "),
      {}}});
}

Outcome<journal::Person> person_or_default(journal::Journal& kept, const std::string& name) {
  if (!name.empty()) return find_person(kept, name).map([](const auto& person) { return *person; });
  const auto people = kept.people();
  if (!people) return not_readable(people.error());
  const auto usual =
      std::find_if(people->begin(), people->end(), [](const auto& each) { return each.is_default; });
  if (usual != people->end()) return *usual;
  return input_wrong(
      {Problem{{}, "a journal that knows nobody", "somebody in it", "Begin with: thenar massage"}});
}

}  // namespace thenar::cli
