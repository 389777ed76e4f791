#include "played.hpp"

#include <algorithm>

#include "thenar/base/json.hpp"
#include "thenar/motion/playback.hpp"

namespace thenar::web {
namespace {

constexpr const char* kThings[] = {"none", "ball", "thigh"};

double* put(double* to, const hand::Vec3& v) {
  for (int axis = 0; axis < 3; ++axis) *to++ = v[axis];
  return to;
}

double* put(double* to, const hand::Pose& pose) {
  to = std::copy(pose.angles.begin(), pose.angles.end(), to);
  const hand::Quat& q = pose.hand.rotation;
  for (const double value : {q.x(), q.y(), q.z(), q.w()}) *to++ = value;
  return put(to, pose.hand.translation);
}

double* put(double* to, const motion::Contact& contact) {
  *to++ = contact.pad ? static_cast<double>(*contact.pad) : -1;
  *to++ = contact.rests ? 1 : 0;
  to = put(put(put(to, contact.point), contact.out), contact.way);
  for (const double value : {contact.force_n, contact.depth_m, contact.give_m, contact.radius_m})
    *to++ = value;
  return to;
}

/// What is worked on: a way, a part, or a point.
std::string place_of(const Practice& practice, const motion::ClipId& id) {
  const std::string name = motion::name_of(practice, id);
  const auto first = name.find('.');
  const auto mode = name.rfind('.');
  return name.substr(first + 1, name.rfind('.', mode - 1) - first - 1);
}

}  // namespace

Answer Played::load(const Practice& practice, std::string_view bytes) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto read = motion::read_clips(practice, {first, bytes.size()}, "clips.bin");
  if (!read) return refused(Problems{read.error()});
  join_.reset();
  set_ = std::move(*read);
  Json clips = Json::array();
  for (const motion::Clip& clip : set_.clips)
    clips.push_back({{"name", motion::name_of(practice, clip.id)},
                     {"technique", practice.at(clip.id.technique).id},
                     {"group", practice.at(motion::group_of(practice, clip.id)).id},
                     {"place", place_of(practice, clip.id)},
                     {"tool", practice.at(clip.id.tool).id},
                     {"mode", word(clip.id.mode)},
                     {"level", clip.level},
                     {"period_s", clip.period_s},
                     {"has_giver", clip.has_giver},
                     {"thing", kThings[static_cast<std::size_t>(clip.thing)]},
                     {"thing_radius_m", clip.thing_radius_m}});
  return given({{"clips", clips}});
}

const motion::Clip* Played::clip(std::int32_t number) const {
  const bool known = number >= 0 && static_cast<std::size_t>(number) < set_.clips.size();
  return known ? &set_.clips[static_cast<std::size_t>(number)] : nullptr;
}

void Played::fill(const motion::Sample& now) {
  double* to = put(put(put(numbers_.data(), now.giver), now.receiver), now.thing);
  const std::size_t count = std::min(now.contacts.size(), kMostContactsShown);
  *to++ = static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i) to = put(to, now.contacts[i]);
}

bool Played::show(std::int32_t number, double share) {
  const motion::Clip* found = clip(number);
  if (found != nullptr) fill(motion::moment_at(*found, share));
  return found != nullptr;
}

std::optional<double> Played::join(motion::Scene& scene, std::int32_t from, double share, std::int32_t to) {
  const motion::Clip* before = clip(from);
  const motion::Clip* after = clip(to);
  if (before == nullptr || after == nullptr) return {};
  join_.emplace(scene, motion::join_end(scene, before, share), motion::join_end(scene, after), true);
  return join_->seconds();
}

int Played::show_join(double time_s, double of_s) {
  if (!join_ || !(of_s > 0)) return 0;
  const motion::JoinMoment moment = join_->at(time_s, of_s);
  fill(moment.sample);
  return moment.after ? 2 : 1;
}

}  // namespace thenar::web
