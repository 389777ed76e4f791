// Ids: the practice names its things by short words (zone THEN, technique EFFL, rule S45). Inside the engine
// an id is a small index into the practice's table of that kind; documents always carry the word.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace thenar {

/// Index of one thing of a kind, in data order; -1 is none.
template <class Kind>
struct Id {
  std::int16_t index = -1;
  constexpr bool valid() const { return index >= 0; }
  constexpr std::size_t at() const { return static_cast<std::size_t>(index); }
  constexpr auto operator<=>(const Id&) const = default;
};

/// How many things of one kind a practice may name (the loader refuses more).
inline constexpr int kMaxIds = 256;

/// A set of ids of one kind.
template <class Kind>
struct IdSet {
  std::array<std::uint64_t, kMaxIds / 64> words{};

  constexpr bool has(Id<Kind> id) const { return id.valid() && (words[id.at() / 64] >> (id.at() % 64) & 1U); }
  constexpr void add(Id<Kind> id) { words[id.at() / 64] |= std::uint64_t{1} << (id.at() % 64); }
  constexpr void remove(Id<Kind> id) { words[id.at() / 64] &= ~(std::uint64_t{1} << (id.at() % 64)); }
  constexpr bool empty() const { return *this == IdSet{}; }
  constexpr int size() const {
    int count = 0;
    for (auto word : words) count += std::popcount(word);
    return count;
  }
  constexpr IdSet& operator|=(const IdSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  constexpr IdSet& operator&=(const IdSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  /// Removes the members of other.
  constexpr IdSet& operator-=(const IdSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= ~other.words[i];
    return *this;
  }
  friend constexpr IdSet operator|(IdSet a, const IdSet& b) { return a |= b; }
  friend constexpr IdSet operator&(IdSet a, const IdSet& b) { return a &= b; }
  friend constexpr IdSet operator-(IdSet a, const IdSet& b) { return a -= b; }
  constexpr bool intersects(const IdSet& other) const { return !(*this & other).empty(); }
  constexpr bool contains(const IdSet& other) const { return (other - *this).empty(); }
  constexpr bool operator==(const IdSet&) const = default;

  /// Calls f(Id) for each member in data order.
  template <class F>
  constexpr void each(F&& f) const {
    for (std::size_t i = 0; i < words.size(); ++i)
      for (auto word = words[i]; word != 0; word &= word - 1)
        f(Id<Kind>{static_cast<std::int16_t>(i * 64 + static_cast<std::size_t>(std::countr_zero(word)))});
  }
};

/// The words of one kind in data order, and the way back from word to id.
template <class Kind>
class IdTable {
 public:
  /// Adds a word; returns none when it is already there or the table is full.
  Id<Kind> add(std::string_view word) {
    if (static_cast<int>(names_.size()) >= kMaxIds) return {};
    auto id = Id<Kind>{static_cast<std::int16_t>(names_.size())};
    if (!index_.emplace(std::string(word), id).second) return {};
    names_.emplace_back(word);
    return id;
  }
  /// The id of a word; none when the practice does not know it.
  Id<Kind> find(std::string_view word) const {
    auto it = index_.find(std::string(word));
    return it == index_.end() ? Id<Kind>{} : it->second;
  }
  const std::string& name(Id<Kind> id) const { return names_.at(id.at()); }
  const std::vector<std::string>& names() const { return names_; }
  int size() const { return static_cast<int>(names_.size()); }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string, Id<Kind>> index_;
};

// The kinds, as tags; what each is stands in practice.hpp and in the vocabulary of the documentation.
struct Zone;
struct Region;
struct Group;
struct Tool;
struct Technique;
struct Combo;
struct Point;
struct Rule;
struct Programme;
struct Medium;
struct Claim;
struct Measure;

using ZoneId = Id<Zone>;
using RegionId = Id<Region>;
using GroupId = Id<Group>;
using ToolId = Id<Tool>;
using TechniqueId = Id<Technique>;
using ComboId = Id<Combo>;
using PointId = Id<Point>;
using RuleId = Id<Rule>;
using ProgrammeId = Id<Programme>;
using MediumId = Id<Medium>;
using ClaimId = Id<Claim>;
using MeasureId = Id<Measure>;

using ZoneSet = IdSet<Zone>;
using GroupSet = IdSet<Group>;
using ToolSet = IdSet<Tool>;
using TechniqueSet = IdSet<Technique>;
using PointSet = IdSet<Point>;
using RuleSet = IdSet<Rule>;
using ProgrammeSet = IdSet<Programme>;
using MediumSet = IdSet<Medium>;

/// All id tables of a practice. Reading a document against them finds every unknown word with its place.
struct Ids {
  IdTable<Zone> zones;
  IdTable<Region> regions;
  IdTable<Group> groups;
  IdTable<Tool> tools;
  IdTable<Technique> techniques;
  IdTable<Combo> combos;
  IdTable<Point> points;
  IdTable<Rule> rules;
  IdTable<Programme> programmes;
  IdTable<Medium> media;
  IdTable<Claim> claims;
  IdTable<Measure> measures;

  // One overload a kind, so that generic code finds the table of an id's kind.
  const IdTable<Zone>& of(Id<Zone>) const { return zones; }
  const IdTable<Region>& of(Id<Region>) const { return regions; }
  const IdTable<Group>& of(Id<Group>) const { return groups; }
  const IdTable<Tool>& of(Id<Tool>) const { return tools; }
  const IdTable<Technique>& of(Id<Technique>) const { return techniques; }
  const IdTable<Combo>& of(Id<Combo>) const { return combos; }
  const IdTable<Point>& of(Id<Point>) const { return points; }
  const IdTable<Rule>& of(Id<Rule>) const { return rules; }
  const IdTable<Programme>& of(Id<Programme>) const { return programmes; }
  const IdTable<Medium>& of(Id<Medium>) const { return media; }
  const IdTable<Claim>& of(Id<Claim>) const { return claims; }
  const IdTable<Measure>& of(Id<Measure>) const { return measures; }
};

/// The plain word of a kind, for messages.
inline const char* kind_word(ZoneId) {
  return "zone";
}
inline const char* kind_word(RegionId) {
  return "region";
}
inline const char* kind_word(GroupId) {
  return "work group";
}
inline const char* kind_word(ToolId) {
  return "tool";
}
inline const char* kind_word(TechniqueId) {
  return "technique";
}
inline const char* kind_word(ComboId) {
  return "combo";
}
inline const char* kind_word(PointId) {
  return "point";
}
inline const char* kind_word(RuleId) {
  return "precaution";
}
inline const char* kind_word(ProgrammeId) {
  return "programme";
}
inline const char* kind_word(MediumId) {
  return "medium";
}
inline const char* kind_word(ClaimId) {
  return "claim";
}
inline const char* kind_word(MeasureId) {
  return "measure";
}

}  // namespace thenar
