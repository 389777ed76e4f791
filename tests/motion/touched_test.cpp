// What clips touch, against clearances.
#include "thenar/motion/touched.hpp"

#include <set>

#include "motion/shipped.hpp"
#include "thenar/motion/shown.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::motion {
namespace {

using test::shipped_clips;
using test::two_hands;
using thenar::test::kSanitized;
using thenar::test::shipped_practice;

/// A plan for a right hand that is a little injured in a zone.
Plan plan_with_injury(const std::string& zone) {
  Request request;
  request.checkin.mode = Mode::partner;
  request.checkin.age_years = 40;
  request.checkin.marked.push_back({Hand::right,
                                    shipped_practice().ids.zones.find(zone),
                                    MarkKind::injured,
                                    {{shipped_practice().ids.rules.find("S06"), "no"}}});
  request.wishes.minutes = 20;
  request.wishes.goals = {{Goal::pain, 1.0}};
  request.wishes.hands = {Hand::right};
  request.wishes.medium = shipped_practice().ids.media.find("lotion");
  return planning::compose(shipped_practice(), request);
}

/// Whether the skin at a point is nearer to a vertex of an excluded zone than to any other.
bool lies_in_excluded(const HandClearance& hand, const HandClearance& usual, const Receiver& receiver,
                      const Vec3& point) {
  const hand::HandModel& model = two_hands().model();
  std::size_t nearest = 0;
  for (std::size_t v = 0; v < receiver.positions.size(); ++v)
    if ((receiver.positions[v] - point).squaredNorm() < (receiver.positions[nearest] - point).squaredNorm())
      nearest = v;
  bool found = false;
  two_hands()
      .map()
      .zones_at(two_hands().map().spot(model.positions[nearest], two_hands().rest_normals()[nearest]))
      .each([&](ZoneId id) {
        const auto at = static_cast<std::size_t>(id.index);
        found = found || (hand.zones[at].excluded && !usual.zones[at].excluded);
      });
  return found;
}

TEST(Touched, NoClipThatIsShownTouchesAZoneThatTheClearanceExcludes) {
  if (kSanitized) return;
  const Practice& practice = shipped_practice();
  const auto& clips = shipped_clips().clips;
  const Clearance usual = screening::standing_limits(practice);
  const HandClearance& as_usual = usual.hands[Hand::right];
  ShownClips clips_shown(two_hands(), clips);
  int shown = 0;
  int left_out = 0;
  for (const char* zone : {"THEN", "MIDP", "DORS", "D3.P2.pal"}) {
    const Plan plan = plan_with_injury(zone);
    const HandClearance& hand = plan.clearance.hands[Hand::right];
    std::set<std::string> seen;
    for (const Piece& piece : pieces_of(practice, plan))
      for (const auto& ids : {piece.clips, piece.instead})
        for (const ClipId& id : ids) {
          const bool in_set =
              std::any_of(clips.begin(), clips.end(), [&](const Clip& c) { return c.id == id; });
          if (!in_set || !seen.insert(name_of(practice, id)).second) continue;
          const Clip* clip = clips_shown.find(piece, id);
          ++(clip != nullptr ? shown : left_out);
          if (clip == nullptr) continue;
          EXPECT_LE(clip->level, piece.level.value_or(kMaxLevel));
          const Receiver& receiver = two_hands().receiver(
              id.way >= 0 ? practice.ways[static_cast<std::size_t>(id.way)].turns : std::vector<JointTurn>{});
          if (id.joint_motion >= 0) continue;
          for (std::size_t k = 0; k < clip->samples.size(); k += 4)
            for (const Contact& contact : clip->samples[k].contacts)
              EXPECT_FALSE(lies_in_excluded(hand, as_usual, receiver, contact.point))
                  << name_of(practice, id) << " at an injury of " << zone;
        }
  }
  EXPECT_GT(shown, 20);
  EXPECT_GT(left_out, 5) << "whose way goes over what is excluded";
}

TEST(Touched, AZoneThatBearsLessIsPressedLess) {
  const Practice& practice = shipped_practice();
  const HandClearance usual = screening::standing_limits(practice).hands[Hand::right];
  HandClearance tender = usual;
  const auto zone = static_cast<std::size_t>(practice.ids.zones.find("THEN").index);
  tender.zones[zone].max_level = 1;
  std::vector<double> newtons(practice.zones.size(), -1);
  const TechniqueId knead = practice.ids.techniques.find("KNEAD");
  const auto cleared = [&](double n) {
    newtons[zone] = n;
    return is_cleared(practice, tender, usual, knead, newtons);
  };
  EXPECT_TRUE(cleared(-1));
  EXPECT_TRUE(cleared(practice.pressure_levels[1].max_n));
  EXPECT_FALSE(cleared(practice.pressure_levels[1].max_n + 0.5));
  tender.zones[zone].techniques_off.add(knead);
  EXPECT_FALSE(cleared(0));
  EXPECT_TRUE(is_cleared(practice, tender, usual, practice.ids.techniques.find("HOLD"), newtons));
}

}  // namespace
}  // namespace thenar::motion
