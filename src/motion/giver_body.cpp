// What of a giving hand touches.
#include <algorithm>
#include <numbers>

#include "thenar/motion/giver.hpp"

namespace thenar::motion {
namespace {

constexpr std::size_t kEvery = 3;  ///< of the vertices, one is watched
constexpr double kSpacing = 0.003;
constexpr double kBand = 0.03;
constexpr double kMetacarpalShell = 0.014;
constexpr double kForearmShell = 0.03;
constexpr std::array<double, 3> kLifts{0, 0.5, 1};  ///< radians
constexpr double kForearmWatched = -0.24;           ///< metres behind the wrist: nearly to the elbow

struct PadPlace {
  Pad pad;
  Placement placement;
};

std::array<PadPlace, kPads> pad_places() {
  return {{{Pad::thumb, {"P3.1", 0.55, 0, Face::pal}},
           {Pad::index, {"P3.2", 0.5, 0, Face::pal}},
           {Pad::middle, {"P3.3", 0.5, 0, Face::pal}},
           {Pad::ring, {"P3.4", 0.5, 0, Face::pal}},
           {Pad::little, {"P3.5", 0.5, 0, Face::pal}},
           {Pad::palm, {"MC3", 0.9, 0, Face::pal}},
           {Pad::heel, {"MC4", 0.05, 0, Face::pal}},
           {Pad::fist, {"P2.3", 0.5, 0, Face::dor}}}};
}

/// Mean distances of the skin from its phalanx.
void set_radii(GiverBody& body) {
  std::array<int, hand::kBones> count{};
  const auto& digits = body.model.skeleton.joints.digits;
  for (std::size_t v = 0; v < body.model.positions.size(); ++v) {
    const std::size_t bone = hand::carrier_of(body.model.skin[v]);
    for (std::size_t digit = 0; digit < 5; ++digit)
      for (std::size_t part = 0; part < 3; ++part) {
        if (bone != hand::bone_of(static_cast<int>(digit) + 1, static_cast<int>(part) + 1)) continue;
        const Vec3& a = digits[digit][part];
        const Vec3 along = (digits[digit][part + 1] - a).normalized();
        const Vec3 from = body.model.positions[v] - a;
        body.radius_m[bone] += (from - from.dot(along) * along).norm();
        ++count[bone];
      }
  }
  for (std::size_t bone = 0; bone < hand::kBones; ++bone)
    if (count[bone] > 0) body.radius_m[bone] /= count[bone];
}

/// Phalanges, metacarpals and the forearm. The hand's own bone carries the metacarpals of the fingers.
std::vector<Shell> shells_of(const GiverBody& body) {
  std::vector<Shell> out;
  const auto& joints = body.model.skeleton.joints;
  for (std::size_t digit = 0; digit < 5; ++digit) {
    const auto& chain = joints.digits[digit];
    if (digit > 0)
      out.push_back({static_cast<std::size_t>(hand::Bone::hand), hand::metacarpal_base(joints, digit),
                     chain[0], kMetacarpalShell});
    for (std::size_t part = 0; part < 3; ++part) {
      const std::size_t bone = hand::bone_of(static_cast<int>(digit) + 1, static_cast<int>(part) + 1);
      out.push_back({bone, chain[part], chain[part + 1], body.radius_m[bone]});
    }
  }
  out.push_back({static_cast<std::size_t>(hand::Bone::forearm_1), joints.elbow, joints.wrist, kForearmShell});
  return out;
}

}  // namespace

Loaded<GiverBody> giver_body(const Practice& practice, hand::HandModel model) {
  const auto limits = hand::limits_of(practice);
  if (!limits) return tl::unexpected(limits.error());
  GiverBody body;
  body.model = std::move(model);
  body.limits = *limits;
  body.tissues = tissues_of(practice, body.model);
  set_radii(body);
  body.shells = shells_of(body);
  body.at_rest = std::make_shared<const hand::DistanceField>(
      hand::Surface({body.model.positions, body.model.triangles}), kSpacing, kBand);
  const auto normals = hand::vertex_normals(body.model.positions, body.model.triangles);
  const hand::HandMap map(practice, body.model);
  Problems problems;
  for (const auto& [pad, placement] : pad_places()) {
    const auto on_skin = map.surface_point(placement);
    if (!on_skin) {
      add_problem(problems, {{{}, 0, "pads"}, "no skin at " + placement.along, "a whole hand", {}});
      continue;
    }
    const auto& triangle = body.model.triangles[static_cast<std::size_t>(on_skin->triangle)];
    body.pads[static_cast<std::size_t>(pad)] = {
        hand::carrier_of(body.model.skin[static_cast<std::size_t>(triangle[0])]),
        on_skin->on(body.model.positions, body.model.triangles),
        on_skin->on(normals, body.model.triangles).normalized()};
    body.pad_tissues[static_cast<std::size_t>(pad)] = tissue_at(body.tissues, body.model.triangles, *on_skin);
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  for (std::size_t v = 0; v < body.model.positions.size(); v += kEvery)
    if (body.model.positions[v].y() > kForearmWatched)
      body.skin.push_back({hand::carrier_of(body.model.skin[v]), body.model.positions[v], normals[v]});
  return body;
}

GiverBody mirrored(const GiverBody& body) {
  GiverBody out = body;
  out.model = hand::mirrored(body.model);
  out.left = !body.left;
  const auto turn = [](PadPoint& at) {
    at.point.x() = -at.point.x();
    at.normal.x() = -at.normal.x();
  };
  for (PadPoint& pad : out.pads) turn(pad);
  for (PadPoint& point : out.skin) turn(point);
  for (Shell& shell : out.shells) {
    shell.a.x() = -shell.a.x();
    shell.b.x() = -shell.b.x();
  }
  return out;
}

bool is_broad(Pad pad) {
  return pad == Pad::palm || pad == Pad::heel || pad == Pad::fist;
}

double patch_m(Pad pad) {
  switch (pad) {
    case Pad::palm:
      return 0.06;
    case Pad::heel:
    case Pad::fist:
      return 0.03;
    default:
      return 0.014;
  }
}

std::array<double, hand::kAngles> relaxed(const hand::Limits& limits) {
  constexpr double kOfTheWay = 0.25;
  std::array<double, hand::kAngles> angles{};
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    angles[i] = limits.least[i] < 0 ? 0 : limits.least[i] + kOfTheWay * (limits.most[i] - limits.least[i]);
  for (int finger = 2; finger <= 5; ++finger) {
    const auto knuckle = static_cast<std::size_t>(hand::finger_angle(finger, 0));
    angles[knuckle] = kOfTheWay * limits.most[knuckle];
  }
  return angles;
}

std::array<double, hand::kAngles> loose_fist(const hand::Limits& limits) {
  constexpr double kOfTheWay = 0.8;
  auto angles = relaxed(limits);
  for (int finger = 2; finger <= 5; ++finger)
    for (const int which : {0, 2, 3}) {
      const auto angle = static_cast<std::size_t>(hand::finger_angle(finger, which));
      angles[angle] = kOfTheWay * limits.most[angle];
    }
  return angles;
}

std::vector<Pose> starts_around(const GiverBody& body, const Touch& touch, int ways) {
  const PadPoint& pad = body.pads[static_cast<std::size_t>(touch.pad)];
  const auto& skeleton = body.model.skeleton;
  // Frames of the pad at rest and on the skin: normals against each other, the finger along the surface.
  const auto frame = [](const Vec3& normal, const Vec3& along) {
    hand::Mat3 axes;
    const Vec3 flat = (along - along.dot(normal) * normal).normalized();
    axes << flat, normal.cross(flat), normal;
    return axes;
  };
  const Vec3 aside = touch.out.unitOrthogonal();
  std::vector<Pose> starts;
  for (int i = 0; i < ways; ++i)
    for (const double lift : kLifts) {  // flat on the skin, and with the hand raised out of it
      const Vec3 along = Eigen::AngleAxisd(2 * std::numbers::pi * i / ways, touch.out) * aside;
      const Vec3 side = touch.out.cross(along);
      Pose pose = skeleton.rest_pose();
      pose.hand.rotation =
          hand::Quat(Eigen::AngleAxisd(lift, side)) *
          hand::Quat(frame(-touch.out, along) * frame(pad.normal, Vec3::UnitY()).transpose());
      pose.hand.translation = touch.at - pose.hand.rotation * pad.point;
      starts.push_back(pose);
    }
  return starts;
}

}  // namespace thenar::motion
