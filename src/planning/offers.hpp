// Candidates: everything that could be done today, with its doses and its worth.
#pragma once

#include <string>
#include <vector>

#include "brief.hpp"
#include "model.hpp"
#include "thenar/practice/points.hpp"

namespace thenar::planning {

/// One technique of an offer with its own doses in seconds, for the group part or the whole group.
struct OfferPart {
  Fit fit;
  int min_seconds = 0;
  int typ_seconds = 0;
  int max_seconds = 0;
};

/// A technique, combo, point or programme step on one group of one hand.
struct Offer {
  Hand hand = Hand::left;
  RegionId region;
  GroupId group;  ///< none for programme steps over several groups
  ComboId combo;
  PointId point;
  std::vector<PointId> points;  ///< points worked, in order
  int programme_step = -1;
  Phase phase = Phase::knead;
  CandidateKind kind = CandidateKind::stroke;
  std::vector<OfferPart> parts;  ///< one, or the techniques of a combo
  std::int64_t rate = 0;         ///< millionths a second of typical dose
  int min_seconds = 0;
  int typ_seconds = 0;
  int max_seconds = 0;
  bool serves = false;  ///< works all that is marked in its group, as far as any offer can

  TechniqueId technique() const { return parts.front().fit.technique; }
  ZoneSet zones() const {
    ZoneSet all;
    for (const auto& part : parts) all |= part.fit.zones;
    return all;
  }
};

/// How many more works may be chosen on a group: what was given in this session counts.
int works_left(const Brief& brief, Hand hand, GroupId group);

/// How a candidate is named: left/MOUND/KNEAD, and the hand and group alone.
std::string offer_word(const Brief& brief, const Offer& offer);
std::string group_word(const Brief& brief, const Offer& offer);

/// The techniques an offer consists of.
TechniqueSet techniques_of(const Offer& offer);

/// All offers for a free plan, hand by hand, in the order of the data; in the middle of a session without
/// what was done there already.
std::vector<Offer> free_offers(const Brief& brief);

/// True when both hands are offered the same, in every number.
bool hands_alike(const std::vector<Offer>& offers);

/// The steps of the wished programme as offers, in its order; `lost` gets the positions of steps that fall
/// away.
std::vector<Offer> programme_offers(const Brief& brief, PerHand<std::vector<int>>& lost);

/// Worth of one second, in millionths: wishes × table × relevance × focus (brief.hpp says what each is).
std::int64_t rate_of(const Brief& brief, Hand hand, const std::map<Goal, int>& table, GroupId group,
                     const ZoneSet& zones, bool chosen);

/// The table row of a technique or a point; empty when the data has none.
const std::map<Goal, int>& table_of(const Practice& practice, TechniqueId technique);
const std::map<Goal, int>& table_of(const Practice& practice, PointId point);

/// The optimisation over offers. `fixed_seconds` of each hand and `changes_seconds` are off the budget
/// already.
struct Budget {
  int total_seconds = 0;
  int changes_seconds = 0;
  PerHand<int> fixed_seconds;
  PerHand<int> cap_seconds;    ///< of the hand, fixed parts and costs included
  PerHand<int> least_seconds;  ///< that the other hand must leave
  int hands = 1;               ///< that share the time
};
/// Its candidates; the limits of a budget are set apart, for they change while hands are being changed.
Model model_of(const Brief& brief, const std::vector<Offer>& offers);
void set_limits(const Brief& brief, const Budget& budget, Model& model);

/// The same as a document.
Instance to_instance(const Brief& brief, const std::vector<Offer>& offers, const Budget& budget,
                     const Solution& solution);

}  // namespace thenar::planning
