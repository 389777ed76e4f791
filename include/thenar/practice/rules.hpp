// Rules of safety as data: the questions of the check-in, what each answer does to a clearance, and the
// numbers of the rules that act while a massage is given.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/vocabulary.hpp"

namespace thenar {

/// Where a row comes from (a tag of docs/sources.md, or K, PC, ENG as explained there) and how sure it is.
struct Source {
  std::string source;
  Confidence confidence = Confidence::L;
};

/// One screen of the check-in. Words: gate.<ID>.question.
struct Gate {
  std::string id;
  bool every_time = true;  ///< false: the first time and when its answers have expired
  int order = 0;
  bool asks_all_again = false;  ///< its branch asks whether something is new (gate.<ID>.new), then all gates
};

/// A question that follows a yes. Every question also takes "unsure". Words: rule.<ID>.ask.<key>,
/// rule.<ID>.answer.<key>.<value>.
struct FollowUp {
  std::string key;
  std::vector<std::string> values;  ///< in the order shown
};

/// When something holds. All named parts must hold; an empty guard always holds. A fact that the check-in
/// does not give (age, rating) never brings a computed rule, and always matches in the guard of an effect.
struct Guard {
  /// Per follow-up key the values that match; a missing answer counts as "unsure".
  std::map<std::string, std::vector<std::string>> answers;
  std::optional<int> age_from;     ///< years, included
  std::optional<int> age_below;    ///< years, not included
  std::optional<int> pain_from;    ///< pain rating now of the hand, 0–10, included
  std::optional<int> weeks_below;  ///< weeks since the first session, not included; no history counts as 0
  std::optional<Mode> mode;
  bool allergies = false;      ///< some allergy is named
  std::optional<bool> unsure;  ///< whether the rule itself was answered "not sure" rather than yes
  std::vector<int> rays;  ///< some zone named with the condition is of one of these rays; none named counts
};

/// Which zones of the hand an effect is about.
struct ZoneSelect {
  bool marked = false;       ///< the zones named with the condition; none named = the whole hand
  bool marked_rays = false;  ///< every zone of the rays of the marked zones; none named = the whole hand
  bool marked_segments =
      false;  ///< every zone of the segments (one finger, palm, wrist, forearm) of the marked ones
  bool marked_distal = false;  ///< every zone from the marked ones on towards the fingertips: along their
                               ///< ray, or of the whole hand for a zone of no ray
  ZoneSet zones;
  GroupSet groups;
  ZoneSet within;        ///< when not empty: keeps of marked zones and rays only these (S34: DPC of that ray)
  double radius_cm = 0;  ///< and every zone within this distance of the selected ones
};

enum class Refuse : std::uint8_t { nothing, hand, session };

/// What a condition does to the hand as giver (self: the same person's other work; partner: the giver).
struct GiverEffect {
  bool cannot_give = false;
  ToolSet tools_off;
  std::optional<int> max_level;
  std::optional<int> max_seconds;
};

/// One thing a rule does to the clearance when its guard holds.
struct Effect {
  Guard when;
  std::optional<Verdict> verdict;  ///< default: from the rule's class
  Refuse refuse = Refuse::nothing;
  std::string advice;  ///< word advice.<advice>
  Urgency urgency = Urgency::none;
  std::string who;  ///< word who.<who>

  ZoneSelect where;  ///< for the effects on zones; an empty selection is the whole hand
  bool exclude = false;
  std::optional<int> max_level;
  TechniqueSet techniques_off;
  TechniqueSet techniques_only;  ///< not empty: all others are off
  bool static_off = false;
  std::optional<int> zone_max_seconds;
  std::optional<double> max_force_n;

  std::optional<int> hand_max_seconds;
  std::optional<int> session_max_seconds;
  PointSet points_off;
  bool acupoints_off = false;
  bool trigger_points_off = false;
  ProgrammeSet programmes_off;
  std::optional<Mode> mode_required;  ///< otherwise refused, and the advice names the right mode
  bool heat_off = false;
  std::vector<std::string> products_off;  ///< allergen flags
  bool allergens_off = false;             ///< the allergies of the check-in; none named = every flag
  bool lubricant_required = false;
  bool gloves = false;
  bool hand_last = false;            ///< the other hand first
  bool slow = false;                 ///< slowest tempo
  bool quiet = false;                ///< no countdown speech, no questions to the receiver
  bool feedback_unreliable = false;  ///< feeling is reduced: look at the skin
  std::optional<GiverEffect> giver;
  std::vector<std::string> notes;  ///< words note.<note>, said with the plan
};

/// A precaution S01–S67. Words: rule.<ID>.name, .question, .effect, .why.
struct Rule {
  std::string id;
  RuleClass rule_class = RuleClass::modify;
  std::string gate;  ///< the one gate that asks it; empty for S57, S52 and members of a family
  bool never_asked = false;
  std::optional<Guard> computed;  ///< applies by itself when this holds, and also when its gate says so
  bool partner_only = false;      ///< asked only in partner mode
  bool asks_hand = true;          ///< left, right or both; otherwise the whole person
  bool asks_zones = false;
  bool asks_giver = false;  ///< also asked of the giver in partner mode
  RuleId asked_with;        ///< member of a family: reached through the head rule's question
  Guard applies_when;       ///< for members of a family: the head's answers that make it this rule
  std::vector<FollowUp> follow_ups;
  std::vector<Effect> effects;
  int expires_days = 0;     ///< 0: asked every session
  std::string reviewed_by;  ///< empty until a clinician signs
  Source source;
};

/// What a mark on the hand map means.
struct MarkRule {
  MarkKind as = MarkKind::sore;
  RuleId rule;  ///< applied at that zone
  bool exclude = false;
  bool focus = false;
  bool offers_trigger_point = false;
  std::optional<int> start_level_max;  ///< work there begins no firmer; the person may ask for more
  std::vector<RuleId> asks;            ///< must be answered "no" with the mark; missing or unsure = they hold
  Source source;
};

/// How much for whom (brief §2 totals and A01, amendments).
struct ScreeningRules {
  int day_max_seconds = 0;          ///< per hand and day
  int hand_max_seconds = 0;         ///< per hand and session
  int first_week_seconds = 0;       ///< per hand, at levels up to firm_level − 1
  int first_week_firm_seconds = 0;  ///< per hand as soon as one step is at firm_level
  int firm_level = 3;
  ProgrammeSet full_programmes;     ///< at levels below firm_level not bound by the first weeks' amounts
  double growth_per_week = 0;       ///< of both, per week since the first session
  int growth_max_soreness = 0;      ///< only when next-day soreness is at most this
  double soreness_time_factor = 1;  ///< A01
  int soreness_level_drop = 0;      ///< A01
  int soreness_review_count = 0;    ///< A01: this many times means stop and have it looked at
  int partner_level_drop = 0;       ///< partner mode begins this much softer (brief §10); feedback lifts it
  int trigger_rest_hours = 24;
  double warmth_max_c = 0;    ///< nothing warmer is put on skin, in degrees Celsius
  int numb_stops_review = 2;  ///< T01: on the second day with a numbness stop, end and suggest a review
  std::vector<MarkRule> marks;
  Source source;
};

/// Where somebody who massages another person is told of a rule: not at all, among what to watch for, what to
/// do then, or their own hands.
enum class ForGiver : std::uint8_t { none, watch, stop, own };

/// One of T01–T10, A01, A02. Words: session_rule.<ID>.name, .say.
struct SessionRule {
  std::string id;
  std::string action;  ///< replan | softer | end_hand | end_session | pause | review
  std::map<std::string, double> numbers;
  TechniqueSet techniques_off;  ///< off for the rest of the session once it acts (T07)
  ForGiver giver = ForGiver::none;
  Source source;
};

/// Numbers of a session being given.
struct GuidanceRules {
  std::vector<SessionRule> rules;
  double speech_chars_per_second = 0;  ///< to end speech before what it names
  int halfway_from_seconds = 0;        ///< steps at least this long announce the half
  int ending_notice_seconds = 0;       ///< "ten seconds left"
  int ending_from_seconds = 0;         ///< steps at least this long announce the end
  int tool_change_seconds = 0;         ///< same tool of the giver longer than this: cue to change
  int partner_ask_seconds = 0;         ///< first question to the receiver
  double breaths_per_minute = 0;
  int longer_shorter_seconds = 0;  ///< one press of longer or shorter
  Source source;
};

template <>
struct EnumWords<ForGiver> {
  static constexpr std::array<std::string_view, 4> words{"none", "watch", "stop", "own"};
};
template <>
struct EnumWords<Refuse> {
  static constexpr std::array<std::string_view, 3> words{"nothing", "hand", "session"};
};

}  // namespace thenar
