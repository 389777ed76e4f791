// A clearance in the making: limits are only ever narrowed, by minimum, union and "or", so that their order
// cannot matter.
#pragma once

#include <string_view>
#include <vector>

#include "holdings.hpp"

namespace thenar::screening {

/// The limits of a zone for everybody.
ZoneClearance standing(const Zone& zone);

/// What a hand may have in this session before any answer: the amounts of the week, what is left of the day,
/// and half of it after soreness (A01).
void set_amounts(const Practice& practice, const CheckIn& checkin, Hand hand, HandClearance& out);

/// The zones an effect is about; nothing: the whole hand.
std::optional<ZoneSet> select(const Practice& practice, const ZoneSelect& where, const ZoneSet& named);

/// Sets that effects speak of as a whole.
struct Everything {
  explicit Everything(const Practice& practice);
  TechniqueSet techniques;
  PointSet acupoints;
  PointSet trigger_points;
};

/// Narrows of a whole hand, kept apart so that the zones are walked once.
struct WholeHand {
  ZoneClearance limits;
  bool refused = false;
};

class Draft {
 public:
  Draft(const Practice& practice, const CheckIn& checkin);

  /// Narrows by what an effect of a rule that holds says.
  void narrow(const Effect& effect, const Holding& holding);
  /// Narrows by zones that were marked or stopped today.
  void exclude(Hand hand, ZoneId zone);
  void rest_point(Hand hand, PointId point);
  void refuse_session() { session_refused_ = true; }
  bool partner_refused() const { return !out_.partner.can_give; }
  /// The finished limits: verdict, advice, rules and notes are the caller's.
  Clearance finish();

 private:
  void narrow_zones(const Effect& effect, const Holding& holding);
  void narrow_hand(const Effect& effect, Hand hand);
  void narrow_session(const Effect& effect);
  void narrow_products(const Effect& effect, const Holding& holding);
  void narrow_giver(const GiverEffect& effect, const Holding& holding);
  void finish_hand(Hand hand);
  void finish_products();

  const Practice& practice_;
  const CheckIn& checkin_;
  Everything everything_;
  Clearance out_;
  PerHand<WholeHand> whole_;
  bool session_refused_ = false;
  int session_seconds_ = 0;
  std::vector<std::string_view> flags_;  ///< allergens to keep away
  bool all_flags_ = false;
};

/// The allergen flag that also concerns tools and gloves.
inline constexpr std::string_view kLatex = "latex";

}  // namespace thenar::screening
