// Saying in a test what a clearance must be: the limits for everybody, narrowed by hand. Nothing here looks
// at the rules of the practice.
#pragma once

#include <initializer_list>
#include <string>
#include <vector>

#include "support/shipped_practice.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::test {

using Names = std::vector<std::string>;
inline const Names kThumbTools{"thumb_pad", "pinch"};  ///< with which a thumb gives
using Hands = std::vector<Hand>;
inline const Hands kBoth{Hand::left, Hand::right};
inline const Hands kLeft{Hand::left};

/// A condition by the words of a request.
Condition said(const std::string& rule, std::map<std::string, std::string> answers = {}, Names zones = {},
               std::optional<Hand> hand = Hand::left);

/// A check-in of these conditions.
CheckIn with(std::vector<Condition> conditions, Mode mode = Mode::self);

ZoneId zone(const std::string& name);
RuleId rule(const std::string& name);
PointId point(const std::string& name);

/// Zone names: of a group; of a ray; of a segment; those within some centimetres of a zone (by their boxes).
Names group(const std::string& name);
Names ray(int number);
Names segment(Segment segment);
Names within_cm(const std::string& middle, double radius_cm);
Names all_zones();
Names operator+(Names a, const Names& b);

/// A clearance to be expected.
class Expected {
 public:
  explicit Expected(Verdict verdict, Mode mode = Mode::self);

  Expected& level(int level, const Names& zones = all_zones(), const Hands& hands = kLeft);
  Expected& exclude(const Names& zones, const Hands& hands = kLeft);
  Expected& off(const Names& techniques, const Names& zones = all_zones(), const Hands& hands = kLeft);
  Expected& only(const Names& techniques, const Names& zones = all_zones(), const Hands& hands = kLeft);
  Expected& no_static(const Names& zones, const Hands& hands = kLeft);
  Expected& zone_seconds(int seconds, const Names& zones, const Hands& hands = kLeft);
  Expected& points_off(const Names& points, const Hands& hands = kLeft);
  Expected& acupoints_off(const Hands& hands = kLeft);
  Expected& trigger_points_off(const Hands& hands = kLeft);
  Expected& programmes_off(const Names& programmes, const Hands& hands = kLeft);
  Expected& hand_seconds(int seconds, const Hands& hands = kLeft);
  Expected& session_seconds(int seconds);
  Expected& refuse(const Hands& hands = kLeft);
  Expected& refuse_session();
  Expected& cannot_give(const Hands& hands = kLeft);
  Expected& gives_at_most(int level, const Hands& hands = kLeft);
  Expected& tools_off(const Names& tools, const Hands& hands = kLeft);
  Expected& products_off(const Names& media);
  Expected& heat_off();
  /// The clearance itself, for the rarer fields.
  Clearance c;

  /// The most urgent advice; none by default.
  Expected& advice(Urgency urgency);
  Urgency urgency = Urgency::none;
  bool advises = false;

 private:
  PointSet points_of(PointKind kind) const;
};

/// Of two expectations of one mode the stricter in everything: the lowest level, the shortest time, all that
/// either leaves out, the graver verdict, the more urgent advice.
Expected stricter(Expected a, const Expected& b);

/// All limits equal, the verdict, and the most urgent advice. Texts are looked at by other tests.
void expect_clearance(const CheckIn& checkin, Expected expected);

}  // namespace thenar::test
