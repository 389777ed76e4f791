#include "expected.hpp"

#include <algorithm>
#include <cmath>

namespace thenar::test {
namespace {

const Practice& p() {
  return shipped_practice();
}

template <class Kind>
IdSet<Kind> set_of(const IdTable<Kind>& table, const Names& names) {
  IdSet<Kind> out;
  for (const auto& name : names) {
    const auto id = table.find(name);
    EXPECT_TRUE(id.valid()) << name;
    if (id.valid()) out.add(id);
  }
  return out;
}

/// The limits for everybody, read off the zones.
HandClearance for_everybody() {
  HandClearance hand;
  hand.max_seconds = 600;
  hand.max_firm_seconds = 300;
  hand.max_programme_seconds = 900;
  for (const auto& each : p().zones) {
    ZoneClearance limit;
    limit.max_level = each.max_level;
    limit.excluded = each.excluded;
    limit.static_allowed = each.max_static_level > 0;
    limit.max_force_n = each.max_force_n;
    for (auto id : each.techniques_off) limit.techniques_off.add(id);
    hand.zones.push_back(limit);
  }
  return hand;
}

std::string differences(const Clearance& got, const Clearance& want) {
  std::string out;
  const auto say = [&](const std::string& what) { out += "\n  " + what; };
  for (auto hand : kHands) {
    const auto& g = got.hands[hand];
    const auto& w = want.hands[hand];
    const auto name = std::string(word(hand)) + " ";
    for (std::size_t i = 0; i < g.zones.size(); ++i) {
      const auto& a = g.zones[i];
      const auto& b = w.zones[i];
      const auto at = name + p().zones[i].id + ": ";
      if (a.max_level != b.max_level)
        say(at + "level " + std::to_string(a.max_level) + ", expected " + std::to_string(b.max_level));
      if (a.excluded != b.excluded)
        say(at + (a.excluded ? "left out, expected in" : "in, expected left out"));
      if (a.static_allowed != b.static_allowed) say(at + "static " + (a.static_allowed ? "allowed" : "off"));
      if (a.techniques_off != b.techniques_off) {
        (a.techniques_off - b.techniques_off).each([&](TechniqueId t) { say(at + "off: " + p().at(t).id); });
        (b.techniques_off - a.techniques_off).each([&](TechniqueId t) {
          say(at + "not off: " + p().at(t).id);
        });
      }
      if (a.max_seconds != b.max_seconds || a.max_force_n != b.max_force_n) say(at + "seconds or force");
    }
    (g.points_off - w.points_off).each([&](PointId t) { say(name + "off: " + p().at(t).id); });
    (w.points_off - g.points_off).each([&](PointId t) { say(name + "not off: " + p().at(t).id); });
    if (g.techniques_off != w.techniques_off) say(name + "techniques off");
    if (g.programmes_off != w.programmes_off) say(name + "programmes off");
    if (g.allowed != w.allowed) say(name + (g.allowed ? "allowed" : "refused"));
    if (g.max_seconds != w.max_seconds || g.max_firm_seconds != w.max_firm_seconds ||
        g.max_programme_seconds != w.max_programme_seconds)
      say(name + "seconds " + std::to_string(g.max_seconds) + " " + std::to_string(g.max_firm_seconds) + " " +
          std::to_string(g.max_programme_seconds));
    if (g != w) say(name + "differs");
    if (got.giver[hand] != want.giver[hand]) say(name + "as giver differs");
  }
  if (got.partner != want.partner) say("partner differs");
  if (got.products_off != want.products_off) say("products");
  if (got.max_seconds != want.max_seconds) say("session seconds " + std::to_string(got.max_seconds));
  return out;
}

}  // namespace

Condition said(const std::string& name, std::map<std::string, std::string> answers, Names zones,
               std::optional<Hand> hand) {
  Condition out;
  out.rule = rule(name);
  out.hand = hand;
  for (const auto& each : zones) out.zones.push_back(zone(each));
  out.answers = std::move(answers);
  return out;
}

CheckIn with(std::vector<Condition> conditions, Mode mode) {
  CheckIn out;
  out.mode = mode;
  out.conditions = std::move(conditions);
  return out;
}

ZoneId zone(const std::string& name) {
  const auto id = p().ids.zones.find(name);
  EXPECT_TRUE(id.valid()) << name;
  return id;
}
RuleId rule(const std::string& name) {
  const auto id = p().ids.rules.find(name);
  EXPECT_TRUE(id.valid()) << name;
  return id;
}
PointId point(const std::string& name) {
  const auto id = p().ids.points.find(name);
  EXPECT_TRUE(id.valid()) << name;
  return id;
}

Names group(const std::string& name) {
  Names out;
  p().at(p().ids.groups.find(name)).zones.each([&](ZoneId id) { out.push_back(p().at(id).id); });
  return out;
}
Names ray(int number) {
  Names out;
  for (const auto& each : p().zones)
    if (each.ray == number) out.push_back(each.id);
  return out;
}
Names segment(Segment segment) {
  Names out;
  for (const auto& each : p().zones)
    if (each.segment == segment) out.push_back(each.id);
  return out;
}
Names within_cm(const std::string& middle, double radius_cm) {
  const auto& a = p().at(zone(middle)).box_mm;
  Names out;
  for (const auto& each : p().zones) {
    const auto& b = each.box_mm;
    const auto gap = [&](std::size_t i) { return std::max({0.0, b[i] - a[i + 1], a[i] - b[i + 1]}); };
    if (std::hypot(gap(0), gap(2), gap(4)) <= radius_cm * 10) out.push_back(each.id);
  }
  return out;
}
Names all_zones() {
  return p().ids.zones.names();
}
Names operator+(Names a, const Names& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Expected::Expected(Verdict verdict, Mode mode) {
  c.verdict = verdict;
  c.mode = mode;
  c.start_level_drop = mode == Mode::partner ? 1 : 0;
  c.max_seconds = 1800;
  for (auto hand : kHands) c.hands[hand] = for_everybody();
}

Expected& Expected::level(int level, const Names& zones, const Hands& hands) {
  for (auto hand : hands)
    for (const auto& name : zones) {
      auto& limit = c.hands[hand].zones[zone(name).at()].max_level;
      limit = std::min(limit, level);
    }
  return *this;
}
Expected& Expected::exclude(const Names& zones, const Hands& hands) {
  for (auto hand : hands)
    for (const auto& name : zones) c.hands[hand].zones[zone(name).at()].excluded = true;
  return *this;
}
Expected& Expected::off(const Names& techniques, const Names& zones, const Hands& hands) {
  const auto set = set_of(p().ids.techniques, techniques);
  for (auto hand : hands) {
    for (const auto& name : zones) c.hands[hand].zones[zone(name).at()].techniques_off |= set;
    if (zones.size() == p().zones.size()) c.hands[hand].techniques_off |= set;
  }
  return *this;
}
Expected& Expected::only(const Names& techniques, const Names& zones, const Hands& hands) {
  Names others;
  for (const auto& name : p().ids.techniques.names())
    if (std::find(techniques.begin(), techniques.end(), name) == techniques.end()) others.push_back(name);
  return off(others, zones, hands);
}
Expected& Expected::no_static(const Names& zones, const Hands& hands) {
  for (auto hand : hands)
    for (const auto& name : zones) c.hands[hand].zones[zone(name).at()].static_allowed = false;
  return *this;
}
Expected& Expected::zone_seconds(int seconds, const Names& zones, const Hands& hands) {
  for (auto hand : hands)
    for (const auto& name : zones) c.hands[hand].zones[zone(name).at()].max_seconds = seconds;
  return *this;
}
Expected& Expected::points_off(const Names& points, const Hands& hands) {
  for (auto hand : hands) c.hands[hand].points_off |= set_of(p().ids.points, points);
  return *this;
}
PointSet Expected::points_of(PointKind kind) const {
  PointSet out;
  for (const auto& each : p().points)
    if (each.kind == kind) out.add(point(each.id));
  return out;
}
Expected& Expected::acupoints_off(const Hands& hands) {
  for (auto hand : hands) c.hands[hand].points_off |= points_of(PointKind::acupoint);
  return *this;
}
Expected& Expected::trigger_points_off(const Hands& hands) {
  for (auto hand : hands) c.hands[hand].points_off |= points_of(PointKind::trigger);
  return *this;
}
Expected& Expected::programmes_off(const Names& programmes, const Hands& hands) {
  for (auto hand : hands) c.hands[hand].programmes_off |= set_of(p().ids.programmes, programmes);
  return *this;
}
Expected& Expected::hand_seconds(int seconds, const Hands& hands) {
  for (auto hand : hands)
    for (auto* each :
         {&c.hands[hand].max_seconds, &c.hands[hand].max_firm_seconds, &c.hands[hand].max_programme_seconds})
      *each = std::min(*each, seconds);
  return *this;
}
Expected& Expected::session_seconds(int seconds) {
  c.max_seconds = std::min(c.max_seconds, seconds);
  return *this;
}
Expected& Expected::refuse(const Hands& hands) {
  for (auto hand : hands) c.hands[hand].allowed = false;
  return hand_seconds(0, hands);
}
Expected& Expected::refuse_session() {
  return refuse(kBoth);
}
// With a partner the receiver's hands give nothing, so what they could give does not matter.
Expected& Expected::cannot_give(const Hands& hands) {
  if (c.mode == Mode::partner) return *this;
  for (auto hand : hands) c.giver[hand].can_give = false;
  return *this;
}
Expected& Expected::gives_at_most(int level, const Hands& hands) {
  if (c.mode == Mode::partner) return *this;
  for (auto hand : hands) c.giver[hand].max_level = level;
  return *this;
}
Expected& Expected::tools_off(const Names& tools, const Hands& hands) {
  if (c.mode == Mode::partner) return *this;
  for (auto hand : hands) c.giver[hand].tools_off |= set_of(p().ids.tools, tools);
  return *this;
}
Expected& Expected::products_off(const Names& media) {
  c.products_off |= set_of(p().ids.media, media);
  return *this;
}
Expected& Expected::heat_off() {
  c.heat_off = true;
  return *this;
}
Expected& Expected::advice(Urgency most) {
  urgency = most;
  advises = true;
  return *this;
}

void expect_clearance(const CheckIn& checkin, Expected expected) {
  auto& want = expected.c;
  int both = 0;
  for (auto hand : kHands) {
    const auto& zones = want.hands[hand].zones;  // a hand of which nothing is left is left out
    if (std::all_of(zones.begin(), zones.end(), [](const ZoneClearance& each) { return each.excluded; }))
      expected.refuse({hand});
    both += want.hands[hand].max_programme_seconds;
    for (const auto& each : p().points)  // a point in a zone that is left out is left out
      if (each.zone.valid() && want.hands[hand].zones[each.zone.at()].excluded)
        want.hands[hand].points_off.add(point(each.id));
  }
  want.max_seconds = std::min(want.max_seconds, both);
  want.session_refused = !want.hands.left.allowed && !want.hands.right.allowed;

  auto got = screening::screen(p(), checkin);
  EXPECT_EQ(word(got.verdict), word(want.verdict));
  EXPECT_EQ(!got.advice.empty(), expected.advises);
  if (!got.advice.empty()) {
    EXPECT_EQ(word(got.advice.front().urgency), word(expected.urgency));
  }
  got.advice.clear();
  got.rules.clear();
  got.notes.clear();
  for (auto hand : kHands) {
    got.hands[hand].rules = {};
    for (auto& zone : got.hands[hand].zones) zone.rules = {};
  }
  EXPECT_TRUE(got == want) << differences(got, want);
}

}  // namespace thenar::test
