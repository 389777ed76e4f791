// The fields of rules.hpp; see fields.hpp.
#pragma once

#include "ranges.hpp"
#include "thenar/practice/rules.hpp"

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
  a.optional("giver", v.giver);
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

}  // namespace thenar
