// The fields of the practice files, in one place: reading practice data and writing it as JSON both follow
// these lists.
#pragma once

#include "thenar/practice/practice.hpp"

namespace thenar {

// What numbers of each sort can mean at all; the practice sets the narrower limits.
inline constexpr Range kLevel{0, kMaxLevel};
inline constexpr Range kRating{0, 10};
inline constexpr Range kRate{0, 3};
inline constexpr Range kShare{0, 1};
inline constexpr Range kAge{0, 130};
inline constexpr Range kNotNegative{0};
inline constexpr Range kPositive{0.01};
inline constexpr Range kSeconds{0, 86400};
inline constexpr Range kSomeSeconds{1, 86400};

template <class A>
void describe(A& a, Gate& v) {
  a.required("id", v.id);
  a.optional("every_time", v.every_time);
  a.optional("order", v.order);
  a.optional("asks_all_again", v.asks_all_again);
}

template <class A>
void describe(A& a, FollowUp& v) {
  a.required("key", v.key);
  a.required("values", v.values);
}

template <class A>
void describe(A& a, Guard& v) {
  a.optional("answers", v.answers);
  a.optional("age_from", v.age_from, kAge);
  a.optional("age_below", v.age_below, kAge);
  a.optional("pain_from", v.pain_from, kRating);
  a.optional("weeks_below", v.weeks_below, kNotNegative);
  a.optional("mode", v.mode);
  a.optional("allergies", v.allergies);
  a.optional("unsure", v.unsure);
  a.optional("rays", v.rays, Range{1, 5});
}

template <class A>
void describe(A& a, ZoneSelect& v) {
  a.optional("marked", v.marked);
  a.optional("marked_rays", v.marked_rays);
  a.optional("marked_segments", v.marked_segments);
  a.optional("marked_distal", v.marked_distal);
  a.optional("zones", v.zones);
  a.optional("groups", v.groups);
  a.optional("within", v.within);
  a.optional("radius_cm", v.radius_cm, kNotNegative);
}

template <class A>
void describe(A& a, GiverEffect& v) {
  a.optional("cannot_give", v.cannot_give);
  a.optional("tools_off", v.tools_off);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("max_seconds", v.max_seconds, kSeconds);
}

template <class A>
void describe(A& a, Effect& v) {
  a.optional("when", v.when);
  a.optional("verdict", v.verdict);
  a.optional("refuse", v.refuse);
  a.optional("advice", v.advice);
  a.optional("urgency", v.urgency);
  a.optional("who", v.who);
  a.optional("where", v.where);
  a.optional("exclude", v.exclude);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("techniques_off", v.techniques_off);
  a.optional("techniques_only", v.techniques_only);
  a.optional("static_off", v.static_off);
  a.optional("zone_max_seconds", v.zone_max_seconds, kSeconds);
  a.optional("max_force_n", v.max_force_n, kNotNegative);
  a.optional("hand_max_seconds", v.hand_max_seconds, kSeconds);
  a.optional("session_max_seconds", v.session_max_seconds, kSeconds);
  a.optional("points_off", v.points_off);
  a.optional("acupoints_off", v.acupoints_off);
  a.optional("trigger_points_off", v.trigger_points_off);
  a.optional("programmes_off", v.programmes_off);
  a.optional("mode_required", v.mode_required);
  a.optional("heat_off", v.heat_off);
  a.optional("products_off", v.products_off);
  a.optional("allergens_off", v.allergens_off);
  a.optional("lubricant_required", v.lubricant_required);
  a.optional("gloves", v.gloves);
  a.optional("hand_last", v.hand_last);
  a.optional("slow", v.slow);
  a.optional("quiet", v.quiet);
  a.optional("feedback_unreliable", v.feedback_unreliable);
  a.optional("giver", v.giver);
  a.optional("notes", v.notes);
}

template <class A>
void describe(A& a, Rule& v) {
  a.required("id", v.id);
  a.required("rule_class", v.rule_class);
  a.optional("gate", v.gate);
  a.optional("never_asked", v.never_asked);
  a.optional("computed", v.computed);
  a.optional("partner_only", v.partner_only);
  a.optional("asks_hand", v.asks_hand);
  a.optional("asks_zones", v.asks_zones);
  a.optional("asks_giver", v.asks_giver);
  a.optional("asked_with", v.asked_with);
  a.optional("applies_when", v.applies_when);
  a.optional("follow_ups", v.follow_ups);
  a.optional("effects", v.effects);
  a.optional("expires_days", v.expires_days, kNotNegative);
  a.optional("reviewed_by", v.reviewed_by);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, MarkRule& v) {
  a.required("as", v.as);
  a.optional("rule", v.rule);
  a.optional("exclude", v.exclude);
  a.optional("focus", v.focus);
  a.optional("offers_trigger_point", v.offers_trigger_point);
  a.optional("start_level_max", v.start_level_max, kLevel);
  a.optional("asks", v.asks);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ScreeningRules& v) {
  a.required("day_max_seconds", v.day_max_seconds, kSeconds);
  a.required("hand_max_seconds", v.hand_max_seconds, kSeconds);
  a.required("first_week_seconds", v.first_week_seconds, kSeconds);
  a.required("first_week_firm_seconds", v.first_week_firm_seconds, kSeconds);
  a.optional("firm_level", v.firm_level, kLevel);
  a.optional("full_programmes", v.full_programmes);
  a.optional("growth_per_week", v.growth_per_week, kNotNegative);
  a.optional("growth_max_soreness", v.growth_max_soreness, kRating);
  a.optional("soreness_time_factor", v.soreness_time_factor, kShare);
  a.optional("soreness_level_drop", v.soreness_level_drop, kLevel);
  a.optional("soreness_review_count", v.soreness_review_count, kNotNegative);
  a.optional("partner_level_drop", v.partner_level_drop, kLevel);
  a.optional("trigger_rest_hours", v.trigger_rest_hours, kNotNegative);
  a.required("warmth_max_c", v.warmth_max_c, kNotNegative);
  a.optional("numb_stops_review", v.numb_stops_review, kNotNegative);
  a.required("marks", v.marks);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, SessionRule& v) {
  a.required("id", v.id);
  a.required("action", v.action);
  a.optional("numbers", v.numbers);
  a.optional("techniques_off", v.techniques_off);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GuidanceRules& v) {
  a.required("rules", v.rules);
  a.required("speech_chars_per_second", v.speech_chars_per_second, kPositive);
  a.optional("halfway_from_seconds", v.halfway_from_seconds, kSeconds);
  a.optional("ending_notice_seconds", v.ending_notice_seconds, kSeconds);
  a.optional("ending_from_seconds", v.ending_from_seconds, kSeconds);
  a.optional("tool_change_seconds", v.tool_change_seconds, kSeconds);
  a.optional("partner_ask_seconds", v.partner_ask_seconds, kSeconds);
  a.required("breaths_per_minute", v.breaths_per_minute, kPositive);
  a.optional("longer_shorter_seconds", v.longer_shorter_seconds, kSeconds);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Zone& v) {
  a.required("id", v.id);
  a.required("face", v.face);
  a.required("segment", v.segment);
  a.optional("ray", v.ray, Range{0, 5});
  a.required("box_mm", v.box_mm);
  a.optional("share", v.share, kPositive);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("max_static_level", v.max_static_level, kLevel);
  a.optional("max_force_n", v.max_force_n, kNotNegative);
  a.optional("excluded", v.excluded);
  a.optional("delicate", v.delicate);
  a.optional("techniques_off", v.techniques_off);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Region& v) {
  a.required("id", v.id);
  a.required("side", v.side);
  a.optional("next_to", v.next_to);
  a.optional("order", v.order);
}

template <class A>
void describe(A& a, GroupPart& v) {
  a.required("id", v.id);
  a.required("zones", v.zones);
}

template <class A>
void describe(A& a, Group& v) {
  a.required("id", v.id);
  a.required("region", v.region);
  a.optional("zones", v.zones);
  a.optional("of", v.of);
  a.optional("parts", v.parts);
  a.required("cap_seconds", v.cap_seconds, kSomeSeconds);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Tool& v) {
  a.required("id", v.id);
  a.optional("needs_giver", v.needs_giver);
  a.optional("uses_thumb", v.uses_thumb);
  a.optional("latex", v.latex);
  a.optional("max_level", v.max_level, kLevel);
  a.optional("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Dose& v) {
  a.required("min_seconds", v.min_seconds, kSomeSeconds);
  a.required("typ_seconds", v.typ_seconds, kSomeSeconds);
  a.required("max_seconds", v.max_seconds, kSomeSeconds);
}

template <class A>
void describe(A& a, Tempo& v) {
  a.required("min_per_minute", v.min_per_minute, kNotNegative);
  a.required("typ_per_minute", v.typ_per_minute, kNotNegative);
  a.required("max_per_minute", v.max_per_minute, kNotNegative);
}

template <class A>
void describe(A& a, CompositePart& v) {
  a.required("id", v.id);
  a.optional("seconds", v.seconds, kSeconds);
  a.optional("repeats", v.repeats);
}

template <class A>
void describe(A& a, Technique& v) {
  a.required("id", v.id);
  a.required("kind", v.kind);
  a.optional("tools", v.tools);
  a.optional("direction", v.direction);
  a.optional("direction_by_group", v.direction_by_group);
  a.optional("direction_swelling", v.direction_swelling);
  a.optional("tempo", v.tempo);
  a.optional("speed_cm_s", v.speed_cm_s, kPositive);
  a.optional("stroke_phases", v.stroke_phases, kShare);
  a.optional("is_static", v.is_static);
  a.optional("level_default", v.level_default, kLevel);
  a.optional("level_max", v.level_max, kLevel);
  a.required("dose", v.dose);
  a.optional("dose_by_group", v.dose_by_group);
  a.optional("max_repetitions", v.max_repetitions, kNotNegative);
  a.optional("hold_seconds", v.hold_seconds, kPositive);
  a.optional("max_force_n", v.max_force_n, kPositive);
  a.optional("lubricant", v.lubricant);
  a.optional("without_lubricant", v.without_lubricant);
  a.optional("groups", v.groups);
  a.optional("self", v.self);
  a.optional("partner", v.partner);
  a.optional("self_instead", v.self_instead);
  a.optional("only_when_chosen", v.only_when_chosen);
  a.required("phase", v.phase);
  a.optional("max_discomfort", v.max_discomfort, kRating);
  a.optional("composite", v.composite);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ComboPart& v) {
  a.required("technique", v.technique);
  a.required("dose", v.dose);
}

template <class A>
void describe(A& a, Combo& v) {
  a.required("id", v.id);
  a.required("group", v.group);
  a.optional("zones", v.zones);
  a.required("parts", v.parts);
  a.optional("worth_factor", v.worth_factor, kPositive);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Placement& v) {
  a.required("along", v.along);
  a.required("t", v.t, Range{-0.5, 1.5});
  a.optional("u", v.u, Range{-1, 1});
  a.required("side", v.side);
}

template <class A>
void describe(A& a, Point& v) {
  a.required("id", v.id);
  a.required("kind", v.kind);
  a.required("zone", v.zone);
  a.optional("group", v.group);
  a.required("placement", v.placement);
  a.optional("alternate", v.alternate);
  a.optional("radius_mm", v.radius_mm, kPositive);
  a.required("max_level", v.max_level, kLevel);
  a.optional("moving", v.moving);
  a.optional("in_plans", v.in_plans);
  a.required("dose", v.dose);
  a.optional("tools", v.tools);
  a.optional("claim", v.claim);
  a.optional("aliases", v.aliases);
  a.optional("avoid", v.avoid);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, TechniqueRates& v) {
  a.required("technique", v.technique);
  a.required("goals", v.goals, kRate);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PointRates& v) {
  a.required("point", v.point);
  a.required("goals", v.goals, kRate);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GoalRelevance& v) {
  a.required("goal", v.goal);
  a.required("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, FixedPart& v) {
  a.required("id", v.id);
  a.required("techniques", v.techniques);
  a.optional("groups", v.groups);
  a.required("seconds", v.seconds, kSeconds);
  a.required("from_hand_seconds", v.from_hand_seconds, kSeconds);
  a.optional("level", v.level, kLevel);
  a.optional("only_goals", v.only_goals);
  a.optional("not_goals", v.not_goals);
  a.optional("spares_tender", v.spares_tender);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PlanningRules& v) {
  a.optional("quantum_seconds", v.quantum_seconds, kSomeSeconds);
  a.optional("step_cost_quanta", v.step_cost_quanta, kNotNegative);
  a.optional("region_cost_quanta", v.region_cost_quanta, kNotNegative);
  a.optional("hand_change_seconds", v.hand_change_seconds, kSeconds);
  a.optional("wipe_seconds", v.wipe_seconds, kSeconds);
  a.required("phi_min", v.phi_min, kShare);
  a.required("phi_max", v.phi_max, Range{1});
  a.optional("focus", v.focus, Range{1});
  a.optional("relevance_other", v.relevance_other, kShare);
  a.optional("chosen_factor", v.chosen_factor, Range{1});
  a.required("grade_factor", v.grade_factor, kShare);
  a.optional("max_techniques_per_group", v.max_techniques_per_group, kNotNegative);
  a.optional("second_technique_from_seconds", v.second_technique_from_seconds, kSeconds);
  a.optional("max_acupoints_per_hand", v.max_acupoints_per_hand, kNotNegative);
  a.optional("max_trigger_points", v.max_trigger_points, kNotNegative);
  a.optional("min_hand_share", v.min_hand_share, kShare);
  a.optional("programme_beyond", v.programme_beyond, kShare);
  a.optional("side_flip_cost", v.side_flip_cost, kNotNegative);
  a.optional("jump_cost", v.jump_cost, kNotNegative);
  a.optional("tool_change_cost", v.tool_change_cost, kNotNegative);
  a.optional("max_turn_seconds", v.max_turn_seconds, kSomeSeconds);
  a.optional("tool_change_after_seconds", v.tool_change_after_seconds, kSomeSeconds);
  a.optional("min_minutes", v.min_minutes, Range{1});
  a.optional("max_minutes", v.max_minutes, Range{1});
  a.optional("default_goals", v.default_goals);
  a.optional("exclusive_goals", v.exclusive_goals);
  a.optional("dry_glide_max_level", v.dry_glide_max_level, kLevel);
  a.optional("calm_goals", v.calm_goals);
  a.required("fixed", v.fixed);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ProgrammeStep& v) {
  a.required("technique", v.technique);
  a.optional("groups", v.groups);
  a.optional("zones", v.zones);
  a.optional("points", v.points);
  a.optional("level", v.level, kLevel);
  a.required("seconds", v.seconds, kSomeSeconds);
  a.optional("part_seconds", v.part_seconds, kSomeSeconds);
  a.optional("optional", v.optional);
  a.optional("otherwise", v.otherwise);
  a.optional("cue", v.cue);
}

template <class A>
void describe(A& a, Programme& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.required("hands", v.hands, Range{1, 2});
  a.required("published_seconds", v.published_seconds, kSomeSeconds);
  a.required("modes", v.modes);
  a.optional("position", v.position);
  a.optional("needs_lubricant", v.needs_lubricant);
  a.optional("quiet", v.quiet);
  a.optional("needs_release", v.needs_release);
  a.optional("blocked_by", v.blocked_by);
  a.optional("only_with", v.only_with);
  a.optional("paced_breathing", v.paced_breathing);
  a.optional("review_weeks", v.review_weeks, kNotNegative);
  a.optional("measures", v.measures);
  a.required("steps", v.steps);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Claim& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.required("grade", v.grade);
  a.optional("may_say", v.may_say);
  a.optional("sources", v.sources);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Measure& v) {
  a.required("id", v.id);
  a.required("flag", v.flag);
  a.optional("licence", v.licence);
  a.optional("goals", v.goals);
  a.optional("unit", v.unit);
  a.required("low", v.low);
  a.required("high", v.high);
  a.required("better", v.better);
  a.optional("items", v.items, Range{1});
  a.optional("min_items", v.min_items, Range{1});
  a.optional("formula", v.formula);
  a.optional("sem", v.sem, kNotNegative);
  a.optional("mdc95", v.mdc95, kNotNegative);
  a.optional("important_change", v.important_change, kNotNegative);
  a.optional("important_change_percent", v.important_change_percent, kNotNegative);
  a.optional("important_change_source", v.important_change_source);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Medium& v) {
  a.required("id", v.id);
  a.optional("slips", v.slips);
  a.optional("allergens", v.allergens);
  a.optional("is_default", v.is_default);
  a.optional("offered", v.offered);
  a.optional("ml_per_hand_min", v.ml_per_hand_min, kNotNegative);
  a.optional("ml_per_hand_max", v.ml_per_hand_max, kNotNegative);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ChecklistItem& v) {
  a.required("id", v.id);
  a.optional("before", v.before);
  a.optional("partner_only", v.partner_only);
  a.optional("needs_lubricant", v.needs_lubricant);
  a.optional("heat", v.heat);
  a.optional("goals", v.goals);
  a.optional("numbers", v.numbers);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, EmergencyNumber& v) {
  a.required("country", v.country);
  a.required("number", v.number);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Practice& v) {
  a.format("thenar.practice/1");
  a.required("version", v.version);
  a.optional("reviewed_by", v.reviewed_by);
  a.required("zones", v.zones);
  a.required("regions", v.regions);
  a.required("groups", v.groups);
  a.required("tools", v.tools);
  a.required("techniques", v.techniques);
  a.required("combos", v.combos);
  a.required("points", v.points);
  a.required("technique_rates", v.technique_rates);
  a.required("point_rates", v.point_rates);
  a.required("goal_relevance", v.goal_relevance);
  a.required("planning", v.planning);
  a.required("gates", v.gates);
  a.required("rules", v.rules);
  a.required("screening", v.screening);
  a.required("guidance", v.guidance);
  a.required("programmes", v.programmes);
  a.required("claims", v.claims);
  a.required("measures", v.measures);
  a.required("media", v.media);
  a.required("checklist", v.checklist);
  a.required("emergency_numbers", v.emergency_numbers);
  a.required("forbidden_words", v.forbidden_words);
  a.required("words", v.words);
}

}  // namespace thenar
