// Screening: answers in, clearance out. The one gate between a person and a plan.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/result.hpp"
#include "thenar/screening/request.hpp"

namespace thenar {

/// What is allowed on one zone of one hand. Dense in the engine; documents list the zones that differ from
/// the practice's own limits.
struct ZoneClearance {
  int max_level = 0;
  bool excluded = false;
  bool static_allowed = true;  ///< a tool may press there without moving
  TechniqueSet techniques_off;
  std::optional<int> max_seconds;
  std::optional<double> max_force_n;
  RuleSet rules;  ///< precautions that narrowed it (not written to documents)
  bool operator==(const ZoneClearance&) const = default;
};

struct HandClearance {
  bool allowed = true;
  int max_seconds = 0;               ///< for this hand in this session
  int max_firm_seconds = 0;          ///< the same as soon as one step is at the firm level (L3)
  int max_programme_seconds = 0;     ///< the same for ScreeningRules.full_programmes without a firm step
  std::vector<ZoneClearance> zones;  ///< by ZoneId
  TechniqueSet techniques_off;       ///< on the whole hand
  PointSet points_off;
  ProgrammeSet programmes_off;
  bool feedback_unreliable = false;
  bool last = false;  ///< the other hand first
  RuleSet
      rules;  ///< precautions that took techniques or points off the whole hand (not written to documents)
  bool operator==(const HandClearance&) const = default;
};

struct GiverClearance {
  bool can_give = true;
  ToolSet tools_off;
  int max_level = 3;
  std::optional<int> max_seconds;
  bool operator==(const GiverClearance&) const = default;
};

/// What to do instead, or besides. Texts are ready to be shown.
struct Advice {
  RuleId rule;
  std::string text;
  Urgency urgency = Urgency::none;
  std::string who;
  bool operator==(const Advice&) const = default;
};

/// A rule that acted, and what it did, in words.
struct AppliedRule {
  RuleId rule;
  RuleClass rule_class = RuleClass::modify;
  std::vector<Hand> hands;
  std::string effect;
  std::string text;
  bool operator==(const AppliedRule&) const = default;
};

/// What screening allows (thenar.clearance/1).
struct Clearance {
  Mode mode = Mode::self;
  Verdict verdict = Verdict::clear;
  bool session_refused = false;    ///< no plan at all
  std::vector<Advice> advice;      ///< most urgent first; empty when clear
  std::vector<AppliedRule> rules;  ///< in the order of the practice
  int max_seconds = 0;             ///< whole session
  int start_level_drop = 0;        ///< begin this many levels softer than allowed, until feedback lifts it
  PerHand<HandClearance> hands;
  PerHand<GiverClearance> giver;  ///< self mode: by the hand that gives
  GiverClearance partner;         ///< partner mode
  MediumSet products_off;
  bool heat_off = false;
  bool lubricant_required = false;
  bool gloves = false;
  bool latex_off = false;  ///< tools and gloves without latex
  bool slow = false;
  bool quiet = false;
  std::vector<std::string> notes;  ///< sentences to say with the plan
  bool operator==(const Clearance&) const = default;
};

inline constexpr const char* kClearanceFormat = "thenar.clearance/1";

template <class A>
void describe(A& a, Advice& v) {
  a.required("text", v.text);
  a.required("urgency", v.urgency);
  a.required("who", v.who);
}

namespace screening {

/// Screens a check-in. Pure; the order of conditions, marks and answers never matters, and one condition more
/// never allows more. Rules that a mark, the age, a rating, an allergy or the mode bring in are found here.
Clearance screen(const Practice& practice, const CheckIn& checkin);

/// The sentence for a hand that has had all its minutes of today, with when it may have more; empty
/// otherwise.
std::string day_used(const Practice& practice, const CheckIn& checkin, Hand hand);

/// What holds for everyone before any answer: the practice's own limits for a first-time adult.
Clearance standing_limits(const Practice& practice);

/// Whether a precaution, or its family, can be said of the giver in partner mode: some answer to it changes
/// how the giver may work.
bool may_be_said_of_giver(const Practice& practice, RuleId id);

/// Reads and checks a request against the practice: besides the format, answers must name questions and
/// values of their rule, `chosen` techniques or points, each hand at most once, and a condition of the giver
/// must concern giving.
Loaded<Request> read_request(const Practice& practice, std::string_view text, std::string_view file);
Loaded<Request> read_request(const Practice& practice, const Json& json, std::string_view file);

/// A clearance as its document. Zones are listed where they differ from the practice's own limits.
Json to_document(const Practice& practice, const Clearance& clearance);

/// A question that is still open: a follow-up of an answered rule, or a rule that a mark asks about.
struct OpenQuestion {
  RuleId rule;
  std::string key;  ///< empty: the rule's own question
  std::string text;
  std::vector<std::string> values;  ///< allowed answers; "unsure" always besides
};
/// Everything the check-in leaves open, in the order to ask. Answering "unsure" or not at all is the
/// strictest.
std::vector<OpenQuestion> open_questions(const Practice& practice, const CheckIn& checkin);

}  // namespace screening
}  // namespace thenar
