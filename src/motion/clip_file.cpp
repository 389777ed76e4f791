#include "thenar/motion/clip_file.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>

#include "thenar/base/bytes.hpp"

namespace thenar::motion {
namespace {

constexpr std::string_view kMagic = "thenar.clips";
constexpr std::uint32_t kVersion = 3;
constexpr std::uint32_t kMaking = 4;  ///< grows when clips are made in another way

// What one step of a stored number means.
constexpr double kPlace = 5e-5;
constexpr double kTurn = 1.0 / 30000;
constexpr double kAngle = 2e-4;
constexpr double kDirection = 1.0 / 100;
constexpr double kDepth = 1e-5;
constexpr double kForce = 0.005;
constexpr double kRadius = 2e-4;
constexpr double kRestPlace = 2e-4;
constexpr double kRestDepth = 5e-5;
constexpr double kRestForce = 0.1;
constexpr std::int16_t kNoPad = 0x7f;
constexpr std::int16_t kRests = 0x80;
constexpr std::size_t kPoseColumns = 7 + hand::kAngles;
constexpr std::size_t kBytesAtLeast = 16;  ///< of a clip

std::int16_t stored(double value, double step) {
  constexpr double kMost = std::numeric_limits<std::int16_t>::max();
  return static_cast<std::int16_t>(std::clamp(std::round(value / step), -kMost, kMost));
}

/// The numbers of a pose, and back.
std::array<std::int16_t, kPoseColumns> columns_of(const Pose& pose) {
  std::array<std::int16_t, kPoseColumns> out{};
  const Vec3& p = pose.hand.translation;
  const hand::Quat& q = pose.hand.rotation;
  const double sign = q.w() < 0 ? -1 : 1;
  const std::array<double, 4> turn{sign * q.w(), sign * q.x(), sign * q.y(), sign * q.z()};
  for (std::size_t i = 0; i < 3; ++i) out[i] = stored(p[static_cast<Eigen::Index>(i)], kPlace);
  for (std::size_t i = 0; i < 4; ++i) out[3 + i] = stored(turn[i], kTurn);
  for (std::size_t i = 0; i < hand::kAngles; ++i) out[7 + i] = stored(pose.angles[i], kAngle);
  return out;
}
Pose pose_of(const std::array<std::int16_t, kPoseColumns>& columns) {
  Pose pose;
  pose.hand.translation = kPlace * Vec3(columns[0], columns[1], columns[2]);
  pose.hand.rotation = hand::Quat(columns[3], columns[4], columns[5], columns[6]).normalized();
  for (std::size_t i = 0; i < hand::kAngles; ++i) pose.angles[i] = kAngle * columns[7 + i];
  return pose;
}

/// A row of numbers each; a column at a time, as differences to the row before and first all their lower
/// bytes: what changes little packs well.
template <std::size_t N>
using Rows = std::vector<std::array<std::int16_t, N>>;

template <std::size_t N>
void write_rows(ByteWriter& out, const Rows<N>& rows) {
  for (std::size_t column = 0; column < N; ++column)
    for (const int shift : {0, 8}) {
      std::int16_t before = 0;
      for (const auto& row : rows) {
        const auto step = static_cast<std::uint16_t>(row[column] - before);
        out.number(static_cast<std::uint8_t>(step >> shift));
        before = row[column];
      }
    }
}
template <std::size_t N>
Rows<N> read_rows(ByteReader& in, std::size_t count) {
  Rows<N> rows(count);
  std::vector<std::uint16_t> steps(count);
  for (std::size_t column = 0; column < N; ++column) {
    for (auto& step : steps) step = in.number<std::uint8_t>();
    std::int16_t before = 0;
    for (std::size_t i = 0; i < count; ++i) {
      const auto high = static_cast<std::uint16_t>(in.number<std::uint8_t>() << 8);
      before = static_cast<std::int16_t>(before + static_cast<std::int16_t>(steps[i] | high));
      rows[i][column] = before;
    }
  }
  return rows;
}

/// Of a contact: kind, place, direction out, radius, depth, give, force and direction of the motion. What
/// only rests is told roughly: it has no way of its own, and there is much of it.
constexpr std::size_t kContactColumns = 14;
using ContactRow = std::array<std::int16_t, kContactColumns>;

ContactRow row_of(const Contact& contact) {
  const bool rests = contact.rests;
  const auto pad = contact.pad ? static_cast<std::int16_t>(*contact.pad) : kNoPad;
  ContactRow row{static_cast<std::int16_t>(pad | (rests ? kRests : 0))};
  for (Eigen::Index axis = 0; axis < 3; ++axis) {
    const auto at = static_cast<std::size_t>(axis);
    row[1 + at] = stored(contact.point[axis], rests ? kRestPlace : kPlace);
    row[4 + at] = stored(std::clamp(contact.out[axis], -1.0, 1.0), kDirection);
    row[11 + at] = rests ? std::int16_t{0} : stored(std::clamp(contact.way[axis], -1.0, 1.0), kDirection);
  }
  row[7] = stored(std::clamp(contact.radius_m, 0.0, 255 * kRadius), kRadius);
  row[8] = stored(contact.depth_m, rests ? kRestDepth : kDepth);
  row[9] = stored(contact.give_m, rests ? kRestDepth : kDepth);
  // What rests never presses harder than it was.
  row[10] =
      rests ? stored(std::floor(contact.force_n / kRestForce + 1e-6), 1) : stored(contact.force_n, kForce);
  return row;
}
std::optional<Contact> contact_of(const ContactRow& row) {
  Contact contact;
  contact.rests = (row[0] & kRests) != 0;
  if (const int pad = row[0] & ~kRests; pad != kNoPad) {
    if (pad < 0 || pad >= static_cast<int>(kPads)) return {};
    contact.pad = static_cast<Pad>(pad);
  }
  const auto direction = [&](std::size_t at) {
    const Vec3 way(row[at], row[at + 1], row[at + 2]);
    return way.isZero() ? Vec3(Vec3::UnitZ()) : Vec3(way.normalized());
  };
  contact.point = (contact.rests ? kRestPlace : kPlace) * Vec3(row[1], row[2], row[3]);
  contact.out = direction(4);
  contact.way = contact.rests ? Vec3(-contact.out) : direction(11);
  contact.radius_m = kRadius * row[7];
  contact.depth_m = (contact.rests ? kRestDepth : kDepth) * row[8];
  contact.give_m = (contact.rests ? kRestDepth : kDepth) * row[9];
  contact.force_n = (contact.rests ? kRestForce : kForce) * row[10];
  return contact;
}

/// The first contacts of all samples, then the second ones, …: each is much like the one before.
template <class Samples, class Visit>
void each_contact(Samples& samples, Visit visit) {
  bool more = true;
  for (std::size_t k = 0; more; ++k) {
    more = false;
    for (auto& sample : samples) {
      if (k >= sample.contacts.size()) continue;
      visit(sample.contacts[k]);
      more = true;
    }
  }
}

std::array<std::int16_t, 3> row_of(const Vec3& place) {
  return {stored(place[0], kPlace), stored(place[1], kPlace), stored(place[2], kPlace)};
}

void write_clip(ByteWriter& out, const Practice& practice, const Clip& clip) {
  out.text(name_of(practice, clip.id));
  out.number(static_cast<float>(clip.period_s));
  out.number(static_cast<std::uint8_t>(clip.level));
  out.number(static_cast<std::uint8_t>(clip.thing));
  out.number(static_cast<float>(clip.thing_radius_m));
  const bool moves = std::any_of(clip.samples.begin(), clip.samples.end(), [&](const Sample& sample) {
    return sample.receiver.angles != clip.samples.front().receiver.angles;
  });
  out.number(static_cast<std::uint8_t>((clip.has_giver ? 1 : 0) | (moves ? 2 : 0)));
  out.number(static_cast<std::uint32_t>(clip.samples.size()));
  Rows<kPoseColumns> givers;
  Rows<kPoseColumns> receivers;
  Rows<3> things;
  Rows<kContactColumns> contacts;
  for (const Sample& sample : clip.samples) {
    givers.push_back(columns_of(sample.giver));
    receivers.push_back(columns_of(sample.receiver));
    things.push_back(row_of(sample.thing));
    out.number(static_cast<std::uint8_t>(sample.contacts.size()));
  }
  each_contact(clip.samples, [&](const Contact& contact) { contacts.push_back(row_of(contact)); });
  if (clip.has_giver) write_rows(out, givers);
  if (!moves && !receivers.empty()) receivers.resize(1);
  write_rows(out, receivers);
  if (clip.thing != Thing::none) write_rows(out, things);
  write_rows(out, contacts);
}

/// A clip without its id; none where its numbers mean nothing.
std::optional<Clip> read_clip(ByteReader& in) {
  Clip clip;
  clip.period_s = static_cast<double>(in.number<float>());
  clip.level = in.number<std::uint8_t>();
  const auto thing = in.number<std::uint8_t>();
  clip.thing_radius_m = static_cast<double>(in.number<float>());
  const auto kind = in.number<std::uint8_t>();
  clip.has_giver = (kind & 1) != 0;
  const std::size_t count = in.count(1);
  if (!in.ok() || count == 0 || count > 1024 || thing > 2 || kind > 3 || !(clip.period_s >= 0)) return {};
  clip.thing = static_cast<Thing>(thing);
  std::vector<std::size_t> touching(count);
  for (auto& each : touching) each = in.number<std::uint8_t>();
  const auto givers = clip.has_giver ? read_rows<kPoseColumns>(in, count) : Rows<kPoseColumns>(count);
  const auto receivers = read_rows<kPoseColumns>(in, (kind & 2) != 0 ? count : 1);
  const auto things = clip.thing != Thing::none ? read_rows<3>(in, count) : Rows<3>(count);
  const auto contacts =
      read_rows<kContactColumns>(in, std::accumulate(touching.begin(), touching.end(), std::size_t{0}));
  if (!in.ok()) return {};
  clip.samples.resize(count);
  auto next = contacts.begin();
  for (std::size_t i = 0; i < count; ++i) {
    Sample& sample = clip.samples[i];
    sample.giver = clip.has_giver ? pose_of(givers[i]) : Pose{};
    sample.receiver = pose_of(receivers[std::min(i, receivers.size() - 1)]);
    sample.thing = kPlace * Vec3(things[i][0], things[i][1], things[i][2]);
    sample.contacts.resize(touching[i]);
  }
  bool fine = true;
  each_contact(clip.samples, [&](Contact& contact) {
    const auto read = contact_of(*next++);
    fine = fine && read;
    if (read) contact = *read;
  });
  if (!fine) return {};
  return clip;
}

}  // namespace

std::uint64_t origin_of(const Practice& practice, const hand::HandModel& model) {
  ByteWriter out;
  out.number(kMaking);
  const auto place = [&](const Placement& at) {
    out.text(at.along);
    out.number(at.t);
    out.number(at.u);
    out.number(at.side);
  };
  const auto turned = [&](const std::vector<JointTurn>& turns) {
    for (const JointTurn& turn : turns) {
      out.text(turn.joint);
      out.number(turn.deg);
      out.number(static_cast<std::uint8_t>(turn.aside));
    }
  };
  for (const ClipId& id : clips_of(practice)) out.text(name_of(practice, id));
  for (const Technique& technique : practice.techniques) {
    for (const double part : technique.stroke_phases) out.number(part);
    out.number(technique.sway_mm);
    out.number(technique.tempo.typ_per_minute);
    out.number(technique.direction);
    out.number(technique.level_default.value_or(-1));
    out.number(static_cast<std::uint8_t>(technique.is_static));
  }
  for (const Tool& tool : practice.tools) out.number(tool.max_level);
  for (const Zone& zone : practice.zones) {
    for (const double side : zone.box_mm) out.number(side);
    out.number(zone.max_level);
    out.number(zone.max_static_level);
    out.number(zone.max_force_n.value_or(-1));
    out.number(static_cast<std::uint8_t>((zone.excluded ? 1 : 0) | (zone.delicate ? 2 : 0)));
    for (const TechniqueId off : zone.techniques_off) out.number(off.index);
  }
  for (const Way& way : practice.ways) {
    for (const Placement& at : way.through) place(at);
    turned(way.turns);
  }
  for (const JointMotion& motion : practice.joint_motions) {
    if (motion.held) place(*motion.held);
    turned(motion.turns);
  }
  for (const Point& point : practice.points) {
    place(point.placement);
    out.number(point.max_level);
  }
  for (const PressureLevel& level : practice.pressure_levels)
    for (const double newtons : {level.typ_n, level.max_n}) out.number(newtons);
  for (const TissueKind& kind : practice.tissues) {
    out.number(kind.segment);
    out.number(kind.face);
    for (const double number : {kind.least_mm, kind.most_mm, kind.shear_kpa}) out.number(number);
  }
  for (const JointRange& range : practice.joint_ranges)
    for (const double degrees : {range.min_deg, range.max_deg}) out.number(degrees);
  for (const Vec3& p : model.positions)
    for (int axis = 0; axis < 3; ++axis) out.number(static_cast<float>(p[axis]));
  return checksum(std::move(out).finish());
}

std::vector<std::uint8_t> write_clips(const Practice& practice, const ClipSet& set) {
  ByteWriter out;
  out.text(kMagic);
  out.number(kVersion);
  out.number(set.made_from);
  out.number(static_cast<std::uint32_t>(set.clips.size()));
  for (const Clip& clip : set.clips) write_clip(out, practice, clip);
  return std::move(out).finish();
}

Clip as_stored(const Practice& practice, const Clip& clip) {
  ByteWriter out;
  write_clip(out, practice, clip);
  const auto bytes = std::move(out).finish();
  ByteReader in(bytes);
  in.text();
  auto stored = read_clip(in);
  if (!stored) return clip;  // numbers that mean nothing stay as they are, to be found by who measures
  stored->id = clip.id;
  return std::move(*stored);
}

Result<ClipSet> read_clips(const Practice& practice, std::span<const std::uint8_t> bytes,
                           const std::string& name) {
  auto in = open_bytes(bytes, kMagic, kVersion, name, "clips of this program");
  if (!in) return tl::unexpected(in.error());
  std::map<std::string, ClipId> ids;
  for (const ClipId& id : clips_of(practice)) ids[name_of(practice, id)] = id;
  ClipSet set;
  set.made_from = in->number<std::uint64_t>();
  const std::size_t count = in->count(kBytesAtLeast);
  for (std::size_t i = 0; i < count && in->ok(); ++i) {
    const std::string clip_name = in->text();
    if (!in->ok()) break;
    const auto id = ids.find(clip_name);
    if (id == ids.end()) return wrong_file(name, "\"" + clip_name + "\"", "clips that the practice allows");
    auto clip = read_clip(*in);
    if (!clip) return wrong_file(name, "a clip that means nothing", "whole clips");
    clip->id = id->second;
    set.clips.push_back(std::move(*clip));
  }
  if (!in->ok() || !in->at_end()) return wrong_file(name, "a file that does not fit together", "a whole one");
  return set;
}

}  // namespace thenar::motion
