// Places of the practice on the skin, over all sizes of hands.
#include "thenar/hand/map.hpp"

#include "hand/baked.hpp"

namespace thenar::hand::test {
namespace {

using thenar::test::shipped_practice;

std::vector<HandShape> shapes() {
  std::vector<HandShape> all(6);
  all[1].man = 0;
  all[1].length_m = 0.160;
  all[2].man = 1;
  all[2].length_m = 0.212;
  all[3].years = 6;
  all[3].length_m = 0.125;
  all[4].years = 88;
  all[4].man = 0.2;
  all[5].shapes = {{"fingers_shorter", 0.3}, {"fingers_thicker", 0.3}, {"forearm_fat", 0.3}};
  if (thenar::test::kSanitized) all.resize(2);
  return all;
}

/// A person's hand with its map and the direction of its skin.
struct Mapped {
  explicit Mapped(const HandShape& shape)
      : model(model_of(shape)),
        normals(vertex_normals(model.positions, model.triangles)),
        map(shipped_practice(), model) {}
  Spot spot_of(std::size_t vertex) const { return map.spot(model.positions[vertex], normals[vertex]); }
  HandModel model;
  std::vector<Vec3> normals;
  HandMap map;
};

TEST(HandMap, EveryZoneIsFoundOnEveryHand) {
  const auto& practice = shipped_practice();
  ASSERT_EQ(practice.zones.size(), 118U);
  for (const HandShape& shape : shapes()) {
    const Mapped hand(shape);
    ZoneSet found;
    for (std::size_t v = 0; v < hand.model.positions.size(); ++v) found |= hand.map.zones_at(hand.spot_of(v));
    for (std::size_t i = 0; i < practice.zones.size(); ++i)
      EXPECT_TRUE(found.has(ZoneId{static_cast<std::int16_t>(i)}))
          << practice.zones[i].id << " at " << shape.years;
  }
}

TEST(HandMap, HardlyAnySkinBelongsToNoZone) {
  for (const HandShape& shape : shapes()) {
    const Mapped hand(shape);
    std::size_t none = 0;
    for (std::size_t v = 0; v < hand.model.positions.size(); ++v)
      none += hand.map.zone_at(hand.spot_of(v)) ? 0 : 1;
    EXPECT_LT(none, hand.model.positions.size() / 100);
  }
}

TEST(HandMap, EveryPointLiesInItsZoneOrWithinItsTolerance) {
  const auto& practice = shipped_practice();
  for (const HandShape& shape : shapes()) {
    const Mapped hand(shape);
    for (const Point& point : practice.points) {
      const auto on_skin = hand.map.surface_point(point.placement);
      ASSERT_TRUE(on_skin) << point.id;
      const Vec3 place = on_skin->on(hand.model.positions, hand.model.triangles);
      const Vec3 normal = on_skin->on(hand.normals, hand.model.triangles).normalized();
      EXPECT_LE(hand.map.distance_mm(point.zone, hand.map.spot(place, normal)), point.radius_mm)
          << point.id << " at " << shape.years << " years";
    }
  }
}

TEST(HandMap, ForearmPointsLieWhereTheTwelfthsOfTheForearmSay) {
  // PC6 and TE5: 2/12 of the way from the wrist crease to the elbow crease, on opposite sides.
  const auto& practice = shipped_practice();
  const Mapped hand({});
  std::array<Vec3, 2> places;
  for (std::size_t i = 0; i < 2; ++i) {
    const Point& point = practice.at(practice.ids.points.find(i == 0 ? "PC6" : "TE5"));
    const auto on_skin = hand.map.surface_point(point.placement);
    ASSERT_TRUE(on_skin);
    places[i] = on_skin->on(hand.model.positions, hand.model.triangles);
    const double along = places[i].dot(hand.model.skeleton.joints.elbow.normalized());
    EXPECT_NEAR(along, hand.model.skeleton.joints.elbow.norm() / 6, 0.004);
  }
  EXPECT_LT(places[0].z(), -0.005) << "palmar";
  EXPECT_GT(places[1].z(), 0.005) << "dorsal";
}

TEST(HandMap, TheMiddleOfAPhalanxIsThatPhalanxOnAllFourSides) {
  const auto& practice = shipped_practice();
  const Mapped hand({});
  for (int ray = 1; ray <= 5; ++ray)
    for (const auto& [side, word] :
         {std::pair(Face::pal, "pal"), {Face::dor, "dor"}, {Face::rad, "rad"}, {Face::uln, "uln"}}) {
      const std::string bone = ray == 1 ? "P1" : "P2";
      const auto on_skin = hand.map.surface_point({bone + "." + std::to_string(ray), 0.5, 0, side});
      ASSERT_TRUE(on_skin);
      const Vec3 normal = on_skin->on(hand.normals, hand.model.triangles).normalized();
      const auto zone =
          hand.map.zone_at(hand.map.spot(on_skin->on(hand.model.positions, hand.model.triangles), normal));
      ASSERT_TRUE(zone);
      EXPECT_EQ(practice.at(*zone).id, "D" + std::to_string(ray) + "." + bone + "." + word);
    }
}

TEST(HandMap, ThePulpOfTheThumbLooksTowardsTheFingers) {
  const Mapped hand({});
  const auto pulp = hand.map.surface_point({"P3.1", 0.5, 0, Face::pal});
  ASSERT_TRUE(pulp);
  EXPECT_GT(pulp->on(hand.normals, hand.model.triangles).x(), 0.5);
  EXPECT_LT(
      (pulp->on(hand.model.positions, hand.model.triangles) - hand.model.skeleton.joints.digits[0][2]).norm(),
      0.022);
}

TEST(HandMap, NoSkinOfOneDigitIsTakenForAnothers) {
  const auto& practice = shipped_practice();
  for (const HandShape& shape : shapes()) {
    const Mapped hand(shape);
    const auto& digits = hand.model.skeleton.joints.digits;
    for (std::size_t digit = 0; digit < 5; ++digit)
      for (std::size_t v = 0; v < hand.model.positions.size(); ++v) {
        if ((hand.model.positions[v] - digits[digit][3]).norm() > 0.06 * length_of(hand.model)) continue;
        const auto zone = hand.map.zone_at(hand.spot_of(v));
        ASSERT_TRUE(zone);
        ASSERT_EQ(practice.at(*zone).ray, static_cast<int>(digit) + 1) << practice.at(*zone).id;
      }
  }
}

TEST(HandMap, APlacementThatNoBoneHasMeetsNoSkin) {
  const Mapped hand({});
  for (const char* along : {"", "MC6", "P2.1", "P4.2", "MC", "XX"})
    EXPECT_FALSE(hand.map.surface_point({along, 0.5, 0, Face::pal})) << along;
}

}  // namespace
}  // namespace thenar::hand::test
