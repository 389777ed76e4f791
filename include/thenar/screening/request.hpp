// The request: who is there, how their hands are, and what they wish (thenar.request/1).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/practice/practice.hpp"

namespace thenar {

/// Something a person said yes or "not sure" to: a precaution, where, and the answers to its follow-up
/// questions. A missing answer counts as "unsure".
struct Condition {
  RuleId rule;
  std::optional<Hand> hand;   ///< none: both hands
  std::vector<ZoneId> zones;  ///< none: the whole hand
  std::map<std::string, std::string> answers;
  bool unsure = false;  ///< "not sure" to the precaution itself: strict all the same, mostly no emergency
};

/// A place on the hand map. `answers` holds "yes", "no" or "unsure" for the rules that such a mark asks
/// about.
struct Mark {
  Hand hand = Hand::left;
  ZoneId zone;
  MarkKind as = MarkKind::sore;
  std::map<RuleId, std::string> answers;
};

/// Ratings of one hand now, 0 none – 10 worst imaginable.
using HandRating = PerHand<std::optional<int>>;

/// Ratings before the massage. Per hand: pain, stiffness, tingling, swelling, warmth, skin; per person:
/// stress, sleep, mood. All 0–10, high is worse.
struct Ratings {
  HandRating pain;
  HandRating stiffness;
  HandRating tingling;
  HandRating swelling;
  HandRating warmth;
  HandRating skin;
  std::optional<int> stress;
  std::optional<int> sleep;
  std::optional<int> mood;
};

/// A point that was pressed, and how long ago.
struct TriggerPointDone {
  PointId point;
  Hand hand = Hand::left;
};
struct ZoneOfHand {
  Hand hand = Hand::left;
  ZoneId zone;
};

/// What the journal knows; absent means a first session.
struct History {
  int weeks_since_first = 0;
  PerHand<int> seconds_today;
  int next_day_soreness = 0;  ///< 0–10 after the last session
  int a01_count = 0;          ///< sessions in a row after which A01 was true
  std::vector<TriggerPointDone> trigger_points_24h;
  std::vector<ZoneOfHand> zones_stopped_today;
  int numb_stops_today = 0;  ///< sessions of today with a numbness stop (T01)
};

struct CheckIn {
  Mode mode = Mode::self;
  std::optional<int> age_years;
  std::optional<Hand> dominant_hand;
  std::optional<double> hand_length_mm;
  std::vector<Condition> conditions;
  std::vector<Condition> giver_conditions;  ///< of the giver in partner mode
  std::vector<Mark> marked;
  Ratings ratings;
  std::vector<std::string> allergies;
  std::vector<std::string> giver_allergies;  ///< of the giver in partner mode
  std::optional<History> history;
};

struct Wishes {
  std::map<Goal, double> goals;  ///< weights 0–1
  double minutes = 0;            ///< for the whole session
  std::vector<Hand> hands;
  Position position = Position::desk;
  MediumId medium;
  std::vector<std::string> chosen;   ///< technique or point ids asked for by name
  std::optional<double> hand_share;  ///< least share of the time for each wished hand, 0–0.5
  ProgrammeId programme;             ///< none: composed freely
  /// Seconds by candidate id, as left/MOUND/KNEAD, of a plan that was edited: exactly so many, as near as its
  /// dose allows; 0: not at all. What is no candidate today has no effect, and a programme takes none.
  std::map<std::string, int> edits;
};

struct Request {
  CheckIn checkin;
  Wishes wishes;
};

inline constexpr const char* kRequestFormat = "thenar.request/1";

template <class A>
void describe(A& a, Condition& v) {
  a.required("rule", v.rule);
  a.optional("hand", v.hand);
  a.optional("zones", v.zones);
  a.optional("answers", v.answers);
  a.optional("unsure", v.unsure);
}
template <class A>
void describe(A& a, Mark& v) {
  a.required("hand", v.hand);
  a.required("zone", v.zone);
  a.required("as", v.as);
  a.optional("answers", v.answers);
}
template <class A>
void describe(A& a, Ratings& v) {
  constexpr Range kRating{0, 10};
  a.optional("pain", v.pain, kRating);
  a.optional("stiffness", v.stiffness, kRating);
  a.optional("tingling", v.tingling, kRating);
  a.optional("swelling", v.swelling, kRating);
  a.optional("warmth", v.warmth, kRating);
  a.optional("skin", v.skin, kRating);
  a.optional("stress", v.stress, kRating);
  a.optional("sleep", v.sleep, kRating);
  a.optional("mood", v.mood, kRating);
}
template <class A>
void describe(A& a, TriggerPointDone& v) {
  a.required("point", v.point);
  a.required("hand", v.hand);
}
template <class A>
void describe(A& a, ZoneOfHand& v) {
  a.required("hand", v.hand);
  a.required("zone", v.zone);
}
template <class A>
void describe(A& a, History& v) {
  a.optional("weeks_since_first", v.weeks_since_first, Range{0, 5200});
  a.optional("seconds_today", v.seconds_today, Range{0, 86400});
  a.optional("next_day_soreness", v.next_day_soreness, Range{0, 10});
  a.optional("a01_count", v.a01_count, Range{0, 1000});
  a.optional("trigger_points_24h", v.trigger_points_24h);
  a.optional("zones_stopped_today", v.zones_stopped_today);
  a.optional("numb_stops_today", v.numb_stops_today, Range{0, 1000});
}
template <class A>
void describe(A& a, CheckIn& v) {
  a.required("mode", v.mode);
  a.optional("age_years", v.age_years, Range{0, 120});
  a.optional("dominant_hand", v.dominant_hand);
  a.optional("hand_length_mm", v.hand_length_mm, Range{90, 240});
  a.optional("conditions", v.conditions);
  a.optional("giver_conditions", v.giver_conditions);
  a.optional("marked", v.marked);
  a.optional("ratings", v.ratings);
  a.optional("allergies", v.allergies);
  a.optional("giver_allergies", v.giver_allergies);
  a.optional("history", v.history);
}
template <class A>
void describe(A& a, Wishes& v) {
  a.optional("goals", v.goals, Range{0, 1});
  a.required("minutes", v.minutes, Range{1, 60});
  a.required("hands", v.hands);
  a.optional("position", v.position);
  a.optional("medium", v.medium);
  a.optional("chosen", v.chosen);
  a.optional("hand_share", v.hand_share, Range{0, 0.5});
  a.optional("programme", v.programme);
  a.optional("edits", v.edits, Range{0, 3600});
}
template <class A>
void describe(A& a, Request& v) {
  a.format(kRequestFormat);
  a.required("checkin", v.checkin);
  a.required("wishes", v.wishes);
}

}  // namespace thenar
