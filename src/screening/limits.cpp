#include "limits.hpp"

#include <algorithm>

namespace thenar::screening {
namespace {

template <class T>
void lower(T& value, const std::optional<T>& limit) {
  if (limit) value = std::min(value, *limit);
}
template <class T>
void lower(std::optional<T>& value, const std::optional<T>& limit) {
  if (limit) value = value ? std::min(*value, *limit) : *limit;
}

ZoneClearance unlimited() {
  ZoneClearance all;
  all.max_level = kMaxLevel;
  return all;
}

void narrow_to(ZoneClearance& zone, const ZoneClearance& limit) {
  zone.max_level = std::min(zone.max_level, limit.max_level);
  zone.excluded = zone.excluded || limit.excluded;
  zone.static_allowed = zone.static_allowed && limit.static_allowed;
  zone.techniques_off |= limit.techniques_off;
  zone.rules |= limit.rules;
  lower(zone.max_seconds, limit.max_seconds);
  lower(zone.max_force_n, limit.max_force_n);
}

/// The first week's amount, grown by the weeks that have passed unless the last session left soreness.
int grown(int seconds, const ScreeningRules& rules, const History& history) {
  if (history.next_day_soreness > rules.growth_max_soreness) return std::min(seconds, rules.hand_max_seconds);
  double amount = seconds;
  for (int week = 0; week < history.weeks_since_first && amount < rules.hand_max_seconds; ++week) {
    const double more = amount * rules.growth_per_week;
    if (more <= 0) break;
    amount += more;
  }
  return static_cast<int>(std::min<double>(amount, rules.hand_max_seconds));
}

}  // namespace

ZoneClearance standing(const Zone& zone) {
  ZoneClearance out;
  out.max_level = zone.max_level;
  out.excluded = zone.excluded;
  out.static_allowed = zone.max_static_level > 0;
  for (auto id : zone.techniques_off) out.techniques_off.add(id);
  out.max_force_n = zone.max_force_n;
  return out;
}

void set_amounts(const Practice& practice, const CheckIn& checkin, Hand hand, HandClearance& out) {
  const auto& rules = practice.screening;
  const auto history = checkin.history.value_or(History{});
  const int left_today = std::max(0, rules.day_max_seconds - history.seconds_today[hand]);
  const auto amount = [&](int seconds) {
    seconds = std::min(seconds, left_today);
    return history.a01_count > 0 ? static_cast<int>(seconds * rules.soreness_time_factor) : seconds;
  };
  out.max_seconds = amount(grown(rules.first_week_seconds, rules, history));
  out.max_firm_seconds = amount(grown(rules.first_week_firm_seconds, rules, history));
  out.max_programme_seconds = amount(rules.hand_max_seconds);
}

Everything::Everything(const Practice& practice) {
  for (std::size_t i = 0; i < practice.techniques.size(); ++i)
    techniques.add(TechniqueId{static_cast<std::int16_t>(i)});
  for (std::size_t i = 0; i < practice.points.size(); ++i)
    (practice.points[i].kind == PointKind::acupoint ? acupoints : trigger_points)
        .add(PointId{static_cast<std::int16_t>(i)});
}

Draft::Draft(const Practice& practice, const CheckIn& checkin)
    : practice_(practice),
      checkin_(checkin),
      everything_(practice),
      whole_{{unlimited(), false}, {unlimited(), false}},
      session_seconds_(2 * practice.screening.hand_max_seconds) {
  out_.mode = checkin.mode;
  out_.start_level_drop = checkin.mode == Mode::partner ? practice.screening.partner_level_drop : 0;
  for (auto hand : kHands) set_amounts(practice, checkin, hand, out_.hands[hand]);
  auto& zones = out_.hands.left.zones;
  zones.reserve(practice.zones.size());
  for (const auto& zone : practice.zones) zones.push_back(standing(zone));
  out_.hands.right.zones = zones;
}

void Draft::narrow(const Effect& effect, const Holding& holding) {
  if (effect.giver) narrow_giver(*effect.giver, holding);
  out_.gloves = out_.gloves || effect.gloves;
  narrow_products(effect, holding);
  if (holding.of_giver) return;
  narrow_session(effect);
  narrow_zones(effect, holding);
  for (auto hand : kHands)
    if (holding.hands[hand]) narrow_hand(effect, hand);
}

void Draft::narrow_session(const Effect& effect) {
  if (effect.refuse == Refuse::session || effect.mode_required) refuse_session();
  lower(session_seconds_, effect.session_max_seconds);
  out_.heat_off = out_.heat_off || effect.heat_off;
  out_.lubricant_required = out_.lubricant_required || effect.lubricant_required;
  out_.slow = out_.slow || effect.slow;
  out_.quiet = out_.quiet || effect.quiet;
}

void Draft::narrow_hand(const Effect& effect, Hand hand) {
  auto& out = out_.hands[hand];
  if (effect.refuse == Refuse::hand) whole_[hand].refused = true;
  lower(out.max_seconds, effect.hand_max_seconds);
  lower(out.max_firm_seconds, effect.hand_max_seconds);
  lower(out.max_programme_seconds, effect.hand_max_seconds);
  out.points_off |= effect.points_off;
  if (effect.acupoints_off) out.points_off |= everything_.acupoints;
  if (effect.trigger_points_off) out.points_off |= everything_.trigger_points;
  out.programmes_off |= effect.programmes_off;
  out.feedback_unreliable = out.feedback_unreliable || effect.feedback_unreliable;
  out.last = out.last || effect.hand_last;
}

void Draft::narrow_zones(const Effect& effect, const Holding& holding) {
  ZoneClearance limit = unlimited();
  limit.excluded = effect.exclude;
  lower(limit.max_level, effect.max_level);
  limit.static_allowed = !effect.static_off;
  limit.techniques_off = effect.techniques_off;
  if (!effect.techniques_only.empty())
    limit.techniques_off |= everything_.techniques - effect.techniques_only;
  limit.max_seconds = effect.zone_max_seconds;
  limit.max_force_n = effect.max_force_n;
  if (limit == unlimited()) return;
  limit.rules.add(holding.rule);
  const auto zones = select(practice_, effect.where, holding.zones);
  for (auto hand : kHands) {
    if (!holding.hands[hand]) continue;
    if (!zones) {
      narrow_to(whole_[hand].limits, limit);
    } else {
      zones->each([&](ZoneId id) { narrow_to(out_.hands[hand].zones[id.at()], limit); });
    }
  }
}

void Draft::narrow_products(const Effect& effect, const Holding& holding) {
  for (const auto& flag : effect.products_off) flags_.push_back(flag);
  if (!effect.allergens_off) return;
  const auto& named = allergies_of(checkin_, holding);
  all_flags_ = all_flags_ || named.empty();
  flags_.insert(flags_.end(), named.begin(), named.end());
}

void Draft::narrow_giver(const GiverEffect& effect, const Holding& holding) {
  const auto narrow_one = [&](GiverClearance& giver) {
    giver.can_give = giver.can_give && !effect.cannot_give;
    giver.tools_off |= effect.tools_off;
    lower(giver.max_level, effect.max_level);
    lower(giver.max_seconds, effect.max_seconds);
  };
  if (holding.of_giver) return narrow_one(out_.partner);
  if (checkin_.mode == Mode::partner) return;  // the receiver's hands give nothing
  for (auto hand : kHands)
    if (holding.hands[hand]) narrow_one(out_.giver[hand]);
}

void Draft::exclude(Hand hand, ZoneId zone) {
  out_.hands[hand].zones[zone.at()].excluded = true;
}

void Draft::rest_point(Hand hand, PointId point) {
  out_.hands[hand].points_off.add(point);
}

void Draft::finish_hand(Hand hand) {
  auto& out = out_.hands[hand];
  const bool sore = checkin_.history && checkin_.history->a01_count > 0;
  for (auto& zone : out.zones) {
    narrow_to(zone, whole_[hand].limits);
    if (sore) zone.max_level = std::max(0, zone.max_level - practice_.screening.soreness_level_drop);
  }
  out.techniques_off = whole_[hand].limits.techniques_off;
  out.rules = whole_[hand].limits.rules;
  for (std::size_t i = 0; i < practice_.points.size(); ++i) {
    const auto zone = practice_.points[i].zone;
    if (zone.valid() && out.zones[zone.at()].excluded)
      out.points_off.add(PointId{static_cast<std::int16_t>(i)});
  }
  const bool some_zone =
      std::any_of(out.zones.begin(), out.zones.end(), [](const auto& zone) { return !zone.excluded; });
  const bool some_time = std::max(out.max_seconds, out.max_programme_seconds) > 0;
  out.allowed = !whole_[hand].refused && some_zone && some_time;
}

void Draft::finish_products() {
  const auto away = [&](std::string_view flag) {
    return all_flags_ || std::find(flags_.begin(), flags_.end(), flag) != flags_.end();
  };
  for (std::size_t i = 0; i < practice_.media.size(); ++i) {
    const auto& allergens = practice_.media[i].allergens;
    if (std::any_of(allergens.begin(), allergens.end(), away))
      out_.products_off.add(MediumId{static_cast<std::int16_t>(i)});
  }
  out_.latex_off = away(kLatex);
  if (!out_.latex_off) return;
  for (std::size_t i = 0; i < practice_.tools.size(); ++i)
    if (practice_.tools[i].latex)
      for (auto* giver : {&out_.giver.left, &out_.giver.right, &out_.partner})
        giver->tools_off.add(ToolId{static_cast<std::int16_t>(i)});
}

Clearance Draft::finish() {
  for (auto hand : kHands) finish_hand(hand);
  finish_products();
  const auto may = [&](Hand hand) { return out_.hands[hand].allowed && !session_refused_; };
  out_.session_refused = !may(Hand::left) && !may(Hand::right);
  int both = 0;
  for (auto hand : kHands) {
    auto& out = out_.hands[hand];
    out.allowed = may(hand);
    if (!out.allowed) out.max_seconds = out.max_firm_seconds = out.max_programme_seconds = 0;
    both += std::max(out.max_seconds, out.max_programme_seconds);
  }
  out_.max_seconds = std::min(session_seconds_, both);
  return std::move(out_);
}

}  // namespace thenar::screening
