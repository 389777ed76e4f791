// The fields of the practice files, in one place: reading practice data and writing it as JSON both follow
// these lists.
#pragma once

#include "thenar/practice/practice.hpp"

namespace thenar {

template <class A>
void describe(A& a, Gate& v) {
  a.required("id", v.id);
  a.optional("every_time", v.every_time);
  a.optional("order", v.order);
  a.optional("asks_all_again", v.asks_all_again);
}

template <class A>
void describe(A& a, FollowUp& v) {
  a.optional("key", v.key);
  a.optional("values", v.values);
}

template <class A>
void describe(A& a, Guard& v) {
  a.optional("answers", v.answers);
  a.optional("age_from", v.age_from);
  a.optional("age_below", v.age_below);
  a.optional("pain_from", v.pain_from);
  a.optional("weeks_below", v.weeks_below);
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
  a.optional("radius_cm", v.radius_cm);
}

template <class A>
void describe(A& a, GiverEffect& v) {
  a.optional("cannot_give", v.cannot_give);
  a.optional("tools_off", v.tools_off);
  a.optional("max_level", v.max_level);
  a.optional("max_seconds", v.max_seconds);
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
  a.optional("max_level", v.max_level);
  a.optional("techniques_off", v.techniques_off);
  a.optional("techniques_only", v.techniques_only);
  a.optional("static_off", v.static_off);
  a.optional("zone_max_seconds", v.zone_max_seconds);
  a.optional("max_force_n", v.max_force_n);
  a.optional("hand_max_seconds", v.hand_max_seconds);
  a.optional("session_max_seconds", v.session_max_seconds);
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
  a.optional("rule_class", v.rule_class);
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
  a.optional("expires_days", v.expires_days);
  a.optional("reviewed_by", v.reviewed_by);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, MarkRule& v) {
  a.optional("as", v.as);
  a.optional("rule", v.rule);
  a.optional("exclude", v.exclude);
  a.optional("focus", v.focus);
  a.optional("offers_trigger_point", v.offers_trigger_point);
  a.optional("asks", v.asks);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ScreeningRules& v) {
  a.optional("day_max_seconds", v.day_max_seconds);
  a.optional("hand_max_seconds", v.hand_max_seconds);
  a.optional("first_week_seconds", v.first_week_seconds);
  a.optional("first_week_firm_seconds", v.first_week_firm_seconds);
  a.optional("firm_level", v.firm_level);
  a.optional("full_programmes", v.full_programmes);
  a.optional("growth_per_week", v.growth_per_week);
  a.optional("growth_max_soreness", v.growth_max_soreness);
  a.optional("soreness_time_factor", v.soreness_time_factor);
  a.optional("soreness_level_drop", v.soreness_level_drop);
  a.optional("soreness_review_count", v.soreness_review_count);
  a.optional("partner_level_drop", v.partner_level_drop);
  a.optional("trigger_rest_hours", v.trigger_rest_hours);
  a.optional("numb_stops_review", v.numb_stops_review);
  a.optional("marks", v.marks);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, SessionRule& v) {
  a.required("id", v.id);
  a.optional("action", v.action);
  a.optional("numbers", v.numbers);
  a.optional("techniques_off", v.techniques_off);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GuidanceRules& v) {
  a.optional("rules", v.rules);
  a.optional("speech_chars_per_second", v.speech_chars_per_second);
  a.optional("halfway_from_seconds", v.halfway_from_seconds);
  a.optional("ending_notice_seconds", v.ending_notice_seconds);
  a.optional("ending_from_seconds", v.ending_from_seconds);
  a.optional("tool_change_seconds", v.tool_change_seconds);
  a.optional("partner_ask_seconds", v.partner_ask_seconds);
  a.optional("breaths_per_minute", v.breaths_per_minute);
  a.optional("longer_shorter_seconds", v.longer_shorter_seconds);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Zone& v) {
  a.required("id", v.id);
  a.optional("face", v.face);
  a.optional("segment", v.segment);
  a.optional("ray", v.ray);
  a.optional("box_mm", v.box_mm);
  a.optional("share", v.share);
  a.optional("max_level", v.max_level);
  a.optional("max_static_level", v.max_static_level);
  a.optional("max_force_n", v.max_force_n);
  a.optional("excluded", v.excluded);
  a.optional("delicate", v.delicate);
  a.optional("techniques_off", v.techniques_off);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Region& v) {
  a.required("id", v.id);
  a.optional("side", v.side);
  a.optional("next_to", v.next_to);
  a.optional("order", v.order);
}

template <class A>
void describe(A& a, GroupPart& v) {
  a.required("id", v.id);
  a.optional("zones", v.zones);
}

template <class A>
void describe(A& a, Group& v) {
  a.required("id", v.id);
  a.optional("region", v.region);
  a.optional("zones", v.zones);
  a.optional("of", v.of);
  a.optional("parts", v.parts);
  a.optional("cap_seconds", v.cap_seconds);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Tool& v) {
  a.required("id", v.id);
  a.optional("needs_giver", v.needs_giver);
  a.optional("uses_thumb", v.uses_thumb);
  a.optional("latex", v.latex);
  a.optional("max_level", v.max_level);
  a.optional("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Dose& v) {
  a.optional("min_seconds", v.min_seconds);
  a.optional("typ_seconds", v.typ_seconds);
  a.optional("max_seconds", v.max_seconds);
}

template <class A>
void describe(A& a, Tempo& v) {
  a.optional("min_per_minute", v.min_per_minute);
  a.optional("typ_per_minute", v.typ_per_minute);
  a.optional("max_per_minute", v.max_per_minute);
}

template <class A>
void describe(A& a, CompositePart& v) {
  a.required("id", v.id);
  a.optional("seconds", v.seconds);
  a.optional("repeats", v.repeats);
}

template <class A>
void describe(A& a, Technique& v) {
  a.required("id", v.id);
  a.optional("kind", v.kind);
  a.optional("tools", v.tools);
  a.optional("direction", v.direction);
  a.optional("direction_by_group", v.direction_by_group);
  a.optional("direction_swelling", v.direction_swelling);
  a.optional("tempo", v.tempo);
  a.optional("speed_cm_s", v.speed_cm_s);
  a.optional("stroke_phases", v.stroke_phases);
  a.optional("is_static", v.is_static);
  a.optional("level_default", v.level_default);
  a.optional("level_max", v.level_max);
  a.optional("dose", v.dose);
  a.optional("dose_by_group", v.dose_by_group);
  a.optional("max_repetitions", v.max_repetitions);
  a.optional("hold_seconds", v.hold_seconds);
  a.optional("max_force_n", v.max_force_n);
  a.optional("lubricant", v.lubricant);
  a.optional("without_lubricant", v.without_lubricant);
  a.optional("groups", v.groups);
  a.optional("self", v.self);
  a.optional("partner", v.partner);
  a.optional("self_instead", v.self_instead);
  a.optional("only_when_chosen", v.only_when_chosen);
  a.optional("phase", v.phase);
  a.optional("max_discomfort", v.max_discomfort);
  a.optional("composite", v.composite);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ComboPart& v) {
  a.optional("technique", v.technique);
  a.optional("dose", v.dose);
}

template <class A>
void describe(A& a, Combo& v) {
  a.required("id", v.id);
  a.optional("group", v.group);
  a.optional("zones", v.zones);
  a.optional("parts", v.parts);
  a.optional("worth_factor", v.worth_factor);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Placement& v) {
  a.optional("along", v.along);
  a.optional("t", v.t);
  a.optional("u", v.u);
  a.optional("side", v.side);
}

template <class A>
void describe(A& a, Point& v) {
  a.required("id", v.id);
  a.optional("kind", v.kind);
  a.optional("zone", v.zone);
  a.optional("group", v.group);
  a.optional("placement", v.placement);
  a.optional("alternate", v.alternate);
  a.optional("radius_mm", v.radius_mm);
  a.optional("max_level", v.max_level);
  a.optional("moving", v.moving);
  a.optional("in_plans", v.in_plans);
  a.optional("dose", v.dose);
  a.optional("tools", v.tools);
  a.optional("claim", v.claim);
  a.optional("aliases", v.aliases);
  a.optional("avoid", v.avoid);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, TechniqueRates& v) {
  a.optional("technique", v.technique);
  a.optional("goals", v.goals);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PointRates& v) {
  a.optional("point", v.point);
  a.optional("goals", v.goals);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, GoalRelevance& v) {
  a.optional("goal", v.goal);
  a.optional("groups", v.groups);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, FixedPart& v) {
  a.required("id", v.id);
  a.optional("techniques", v.techniques);
  a.optional("groups", v.groups);
  a.optional("seconds", v.seconds);
  a.optional("from_hand_seconds", v.from_hand_seconds);
  a.optional("level", v.level);
  a.optional("only_goals", v.only_goals);
  a.optional("not_goals", v.not_goals);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, PlanningRules& v) {
  a.optional("quantum_seconds", v.quantum_seconds);
  a.optional("step_cost_quanta", v.step_cost_quanta);
  a.optional("region_cost_quanta", v.region_cost_quanta);
  a.optional("hand_change_seconds", v.hand_change_seconds);
  a.optional("wipe_seconds", v.wipe_seconds);
  a.optional("phi_min", v.phi_min);
  a.optional("phi_max", v.phi_max);
  a.optional("focus", v.focus);
  a.optional("relevance_other", v.relevance_other);
  a.optional("grade_factor", v.grade_factor);
  a.optional("max_techniques_per_group", v.max_techniques_per_group);
  a.optional("max_acupoints_per_hand", v.max_acupoints_per_hand);
  a.optional("max_trigger_points", v.max_trigger_points);
  a.optional("min_hand_share", v.min_hand_share);
  a.optional("programme_beyond", v.programme_beyond);
  a.optional("side_flip_cost", v.side_flip_cost);
  a.optional("jump_cost", v.jump_cost);
  a.optional("tool_change_cost", v.tool_change_cost);
  a.optional("max_turn_seconds", v.max_turn_seconds);
  a.optional("tool_change_after_seconds", v.tool_change_after_seconds);
  a.optional("min_minutes", v.min_minutes);
  a.optional("max_minutes", v.max_minutes);
  a.optional("default_goals", v.default_goals);
  a.optional("calm_goals", v.calm_goals);
  a.optional("fixed", v.fixed);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, ProgrammeStep& v) {
  a.optional("technique", v.technique);
  a.optional("groups", v.groups);
  a.optional("zones", v.zones);
  a.optional("points", v.points);
  a.optional("level", v.level);
  a.optional("seconds", v.seconds);
  a.optional("part_seconds", v.part_seconds);
  a.optional("optional", v.optional);
  a.optional("otherwise", v.otherwise);
  a.optional("cue", v.cue);
}

template <class A>
void describe(A& a, Programme& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.optional("hands", v.hands);
  a.optional("published_seconds", v.published_seconds);
  a.optional("modes", v.modes);
  a.optional("position", v.position);
  a.optional("needs_lubricant", v.needs_lubricant);
  a.optional("quiet", v.quiet);
  a.optional("needs_release", v.needs_release);
  a.optional("blocked_by", v.blocked_by);
  a.optional("only_with", v.only_with);
  a.optional("paced_breathing", v.paced_breathing);
  a.optional("review_weeks", v.review_weeks);
  a.optional("measures", v.measures);
  a.optional("steps", v.steps);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Claim& v) {
  a.required("id", v.id);
  a.optional("goals", v.goals);
  a.optional("grade", v.grade);
  a.optional("may_say", v.may_say);
  a.optional("sources", v.sources);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Measure& v) {
  a.required("id", v.id);
  a.optional("flag", v.flag);
  a.optional("licence", v.licence);
  a.optional("goals", v.goals);
  a.optional("unit", v.unit);
  a.optional("low", v.low);
  a.optional("high", v.high);
  a.optional("better", v.better);
  a.optional("items", v.items);
  a.optional("min_items", v.min_items);
  a.optional("formula", v.formula);
  a.optional("sem", v.sem);
  a.optional("mdc95", v.mdc95);
  a.optional("important_change", v.important_change);
  a.optional("important_change_percent", v.important_change_percent);
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
  a.optional("ml_per_hand_min", v.ml_per_hand_min);
  a.optional("ml_per_hand_max", v.ml_per_hand_max);
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
  a.optional("country", v.country);
  a.optional("number", v.number);
  a.required("source", v.source.source);
  a.required("confidence", v.source.confidence);
}

template <class A>
void describe(A& a, Practice& v) {
  a.optional("version", v.version);
  a.optional("reviewed_by", v.reviewed_by);
  a.optional("zones", v.zones);
  a.optional("regions", v.regions);
  a.optional("groups", v.groups);
  a.optional("tools", v.tools);
  a.optional("techniques", v.techniques);
  a.optional("combos", v.combos);
  a.optional("points", v.points);
  a.optional("technique_rates", v.technique_rates);
  a.optional("point_rates", v.point_rates);
  a.optional("goal_relevance", v.goal_relevance);
  a.optional("planning", v.planning);
  a.optional("gates", v.gates);
  a.optional("rules", v.rules);
  a.optional("screening", v.screening);
  a.optional("guidance", v.guidance);
  a.optional("programmes", v.programmes);
  a.optional("claims", v.claims);
  a.optional("measures", v.measures);
  a.optional("media", v.media);
  a.optional("checklist", v.checklist);
  a.optional("emergency_numbers", v.emergency_numbers);
  a.optional("forbidden_words", v.forbidden_words);
  a.optional("words", v.words);
}

}  // namespace thenar
