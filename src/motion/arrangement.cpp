#include "thenar/motion/arrangement.hpp"

namespace thenar::motion {
namespace {

constexpr double kBesideShare = 0.5;

Arrangement fingers(Pad lead, Ease ease) {
  Arrangement made{{{lead, Where::on}}, {}, ease};
  if (ease == Ease::relaxed) made.resting = {Pad::thumb};
  for (const Pad pad : {Pad::index, Pad::middle, Pad::ring})
    if (pad != lead) made.pads.push_back({pad, Where::beside, kBesideShare});
  return made;
}

std::vector<Arrangement> between(Where thumb, Where index, Ease ease, bool both) {
  std::vector<Arrangement> made{{{{Pad::thumb, thumb}, {Pad::index, index}}, {}, ease}};
  if (both) made.push_back({{{Pad::thumb, index}, {Pad::index, thumb}}, {}, ease});
  return made;
}

}  // namespace

std::vector<Arrangement> arrangements_of(const Practice& practice, ToolId tool_id, GroupId group_id) {
  const std::string& tool = practice.at(tool_id).id;
  const std::string& group = practice.at(group_id).id;
  const bool on_digit = group == "FINGERS" || group == "THUMB";
  if (tool == "thumb_pad")
    return {{{{Pad::thumb, Where::on}}, {Pad::index, Pad::middle, Pad::ring, Pad::little}, Ease::relaxed}};
  if (tool == "pinch" || (tool == "grip" && on_digit)) {
    if (on_digit || group == "WEBS") return between(Where::on, Where::opposite, Ease::relaxed, false);
    return between(Where::fold_left, Where::fold_right, Ease::relaxed, true);
  }
  if (tool == "fingertips") return {fingers(Pad::middle, Ease::relaxed)};
  if (tool == "flat_fingers") return {fingers(Pad::middle, Ease::flat)};
  if (tool == "reinforced_fingertip") return {{{{Pad::index, Where::on}}, {Pad::thumb}, Ease::relaxed}};
  if (tool == "palm")
    return {{{{Pad::palm, Where::on}}, {Pad::index, Pad::middle, Pad::ring, Pad::little}, Ease::flat}};
  if (tool == "grip")
    return {{{{Pad::palm, Where::on}},
             {Pad::thumb, Pad::index, Pad::middle, Pad::ring, Pad::little},
             Ease::curled}};
  if (tool == "palm_heel") return {{{{Pad::heel, Where::on}}, {}, Ease::relaxed}};
  if (tool == "soft_fist") return {{{{Pad::fist, Where::on}}, {}, Ease::fist}};
  if (tool == "cupped_hand") {
    Arrangement cup = fingers(Pad::middle, Ease::cupped);
    cup.pads.push_back({Pad::heel, Where::beside, kBesideShare});
    return {cup};
  }
  if (tool == "ball") return {{{{Pad::palm, Where::on}}, {}, Ease::cupped, true}};
  return {};
}

std::array<double, hand::kAngles> angles_of(const hand::Limits& limits, Ease ease) {
  if (ease == Ease::relaxed) return relaxed(limits);
  if (ease == Ease::fist) return loose_fist(limits);
  auto angles = relaxed(limits);
  for (int finger = 2; finger <= 5; ++finger)
    for (const int which : {0, 2, 3}) {
      const auto angle = static_cast<std::size_t>(hand::finger_angle(finger, which));
      const double knuckle = ease == Ease::flat ? 0.08 : 0.4;
      const double beyond = ease == Ease::curled ? 0.45 : 0.1;
      angles[angle] = (which == 0 ? knuckle : beyond) * limits.most[angle];
    }
  return angles;
}

double radius_m(Pad pad) {
  switch (pad) {
    case Pad::palm:
      return 0.030;
    case Pad::heel:
    case Pad::fist:
      return 0.018;
    case Pad::thumb:
      return 0.009;
    default:
      return 0.007;
  }
}

}  // namespace thenar::motion
