// Places in words. Of all ways to say where, the shortest that says nothing false and leaves little unsaid.
#include "thenar/planning/places.hpp"

#include <algorithm>
#include <optional>

namespace thenar::planning {
namespace {

constexpr std::size_t kMostNames = 5;     ///< more cannot be kept in mind
constexpr std::size_t kMostWithout = 4;   ///< of what is left out
constexpr double kUnsaidInLetters = 150;  ///< what it costs to name nothing of the zones, in letters of text

/// Something that has a name.
struct Named {
  std::string name;
  std::string most;  ///< the name where something of it is left out
  ZoneSet zones;
  bool whole = false;  ///< made of groups that are made of groups: work on it passes what lies between
};

class Wording {
 public:
  explicit Wording(const Practice& practice) : practice_(practice), weight_(practice.zones.size(), 0.0) {
    for (std::size_t i = 0; i < practice.zones.size(); ++i)
      if (practice.zones[i].excluded) nobody_.add(ZoneId{static_cast<std::int16_t>(i)});
    weigh();
    add_wholes();
    for (const auto& group : practice.groups) add("group." + group.id + ".name", group.id, group.zones);
    for (const auto& place : practice.places) add("place." + place.id + ".name", place.id, place.zones);
    for (const auto& group : practice.groups)
      for (const auto& part : group.parts) add("group." + group.id + ".part." + part.id, part.id, part.zones);
    for (std::size_t i = 0; i < practice.zones.size(); ++i) {
      ZoneSet zone;
      zone.add(ZoneId{static_cast<std::int16_t>(i)});
      add("zone." + practice.zones[i].id + ".name", practice.zones[i].id, zone);
    }
  }

  Where where(const ZoneSet& zones, const ZoneSet& between);
  std::vector<std::string> list(const ZoneSet& zones) const;

 private:
  void weigh();
  void add_wholes();
  void add(const std::string& key, const std::string& id, const ZoneSet& zones) {
    const std::string most = "place.most." + id;
    named_.push_back(
        {practice_.say(key), practice_.say(practice_.words.contains(most) ? most : key), zones, false});
  }
  double weight(const ZoneSet& zones) const {
    double sum = 0;
    zones.each([&](ZoneId id) { sum += weight_[id.at()]; });
    return sum;
  }
  const Named* next(const ZoneSet& left, const ZoneSet& allowed) const;
  const Named* next_without(const ZoneSet& left, const ZoneSet& worked) const;
  /// How a text of these words does: its letters, and what it leaves unsaid in letters.
  double cost(const Where& where, const ZoneSet& zones, const ZoneSet& said) const {
    double letters = 0;
    for (const auto* names : {&where.names, &where.without})
      for (const auto& name : *names) letters += static_cast<double>(name.size()) + 5;
    return letters + kUnsaidInLetters * weight(zones - said) / weight(zones);
  }
  void keep(const Where& where, const ZoneSet& zones, const ZoneSet& said) {
    const double now = cost(where, zones, said);
    if (best_cost_ && now >= *best_cost_) return;
    best_cost_ = now;
    best_ = where;
  }
  void try_list(Where where, ZoneSet said, const ZoneSet& zones, const ZoneSet& allowed);
  void try_without(const Named& base, const ZoneSet& zones, const ZoneSet& between);

  const Practice& practice_;
  ZoneSet nobody_;
  std::vector<Named> named_;
  std::vector<double> weight_;  ///< by zone: its share of its group
  std::optional<double> best_cost_;
  Where best_;
};

/// Each group counts as much as any other, however many zones it has.
void Wording::weigh() {
  constexpr double kBesideGroups = 0.1;
  for (auto& weight : weight_) weight = kBesideGroups;
  for (const auto& group : practice_.groups) {
    if (!group.of.empty()) continue;
    double sum = 0;
    group.zones.each([&](ZoneId id) { sum += practice_.at(id).share; });
    group.zones.each([&](ZoneId id) { weight_[id.at()] = practice_.at(id).share / sum; });
  }
}

/// What the groups of a region make together, where they are made of other groups: hand and forearm.
void Wording::add_wholes() {
  for (const auto& region : practice_.regions) {
    ZoneSet zones;
    int groups = 0;
    for (const auto& group : practice_.groups) {
      if (group.of.empty() || practice_.at(group.region).id != region.id) continue;
      zones |= group.zones;
      ++groups;
    }
    if (groups < 2) continue;
    add("region." + region.id + ".name", region.id, zones);
    named_.back().whole = true;
  }
}

/// The name that says most of what is left to say, and nothing but what is allowed.
const Named* Wording::next(const ZoneSet& left, const ZoneSet& allowed) const {
  const Named* best = nullptr;
  double most = 0;
  for (const auto& each : named_) {
    if (!(allowed | nobody_).contains(each.zones)) continue;
    const double gain = weight(each.zones & left);
    if (gain > most + 1e-9) {
      most = gain;
      best = &each;
    }
  }
  return best;
}

/// The name that leaves out most of what must be left out, and least of what is worked.
const Named* Wording::next_without(const ZoneSet& left, const ZoneSet& worked) const {
  const Named* best = nullptr;
  double most = 0;
  for (const auto& each : named_) {
    const double gain = weight(each.zones & left) - 2 * weight(each.zones & worked);
    if (gain > most + 1e-9) {
      most = gain;
      best = &each;
    }
  }
  return best;
}

/// Goes on with names of what is not said yet; every stop on the way is a wording too.
void Wording::try_list(Where where, ZoneSet said, const ZoneSet& zones, const ZoneSet& allowed) {
  if (!where.names.empty()) keep(where, zones, said);
  while (where.names.size() < kMostNames) {
    const Named* more = next(allowed - said, allowed);
    if (more == nullptr) return;
    where.names.push_back(more->name);
    said |= more->zones;
    keep(where, zones, said);
  }
}

void Wording::try_without(const Named& base, const ZoneSet& zones, const ZoneSet& between) {
  if (2 * weight(base.zones & zones) < weight(base.zones)) return;
  ZoneSet left = (base.zones | between) - zones - nobody_;
  ZoneSet allowed = zones;
  Where where{{left.empty() ? base.name : base.most}, {}};
  while (!left.empty()) {
    const Named* off = next_without(left, base.zones & allowed);
    if (off == nullptr || where.without.size() == kMostWithout) return;
    where.without.push_back(off->name);
    left -= off->zones;
    allowed -= off->zones;  // what is left out holds for everything that is named
  }
  try_list(std::move(where), base.zones & allowed, zones, allowed);
}

Where Wording::where(const ZoneSet& zones, const ZoneSet& between) {
  if (zones.empty()) return {};
  for (const auto& each : named_)
    if (each.whole && zones.intersects(each.zones)) try_without(each, zones, between);
  // Where something lies between, only a whole can say that it is left out.
  if (best_cost_ && !between.empty()) return best_;
  try_list({}, {}, zones, zones);
  for (const auto& each : named_)
    if (!each.whole && each.zones.size() > 1) try_without(each, zones, {});
  return best_;
}

std::vector<std::string> Wording::list(const ZoneSet& zones) const {
  std::vector<std::string> names;
  for (ZoneSet left = zones; !left.empty();) {
    const Named* more = next(left, zones);
    if (more == nullptr) break;
    names.push_back(more->name);
    left -= more->zones;
  }
  return names;
}

}  // namespace

Where where_in_words(const Practice& practice, const Clearance& clearance, Hand hand, const ZoneSet& zones) {
  ZoneSet in_wholes;
  int wholes = 0;
  for (const auto& group : practice.groups) {
    if (group.of.empty()) continue;
    in_wholes |= group.zones;
    wholes += group.zones.intersects(zones) ? 1 : 0;
  }
  ZoneSet between;
  for (const auto& group : practice.groups)
    (group.zones - in_wholes).each([&](ZoneId id) {
      if (wholes > 1 && clearance.hands[hand].zones[id.at()].excluded) between.add(id);
    });
  return Wording(practice).where(zones, between);
}

std::vector<std::string> places_in_words(const Practice& practice, const ZoneSet& zones) {
  return Wording(practice).list(zones);
}

}  // namespace thenar::planning
