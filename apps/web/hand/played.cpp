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

Json facts_of(const Practice& practice, const motion::Clip& clip) {
  return {{"name", motion::name_of(practice, clip.id)},
          {"technique", practice.at(clip.id.technique).id},
          {"group", practice.at(motion::group_of(practice, clip.id)).id},
          {"place", place_of(practice, clip.id)},
          {"tool", practice.at(clip.id.tool).id},
          {"mode", word(clip.id.mode)},
          {"level", clip.level},
          {"period_s", clip.period_s},
          {"has_giver", clip.has_giver},
          {"thing", kThings[static_cast<std::size_t>(clip.thing)]},
          {"thing_radius_m", clip.thing_radius_m}};
}

}  // namespace

Answer Played::load(const Practice& practice, std::string_view bytes) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto read = motion::read_clips(practice, {first, bytes.size()}, "clips.bin");
  if (!read) return refused(Problems{read.error()});
  forget_scene();
  numbered_.clear();
  set_ = std::move(*read);
  Json clips = Json::array();
  for (const motion::Clip& clip : set_.clips) {
    numbered_.push_back(&clip);
    clips.push_back(facts_of(practice, clip));
  }
  return given({{"clips", clips}});
}

void Played::forget_scene() {
  join_.reset();
  shown_.reset();
  numbered_.resize(set_.clips.size());
}

Answer Played::show_steps(motion::Scene& scene, const Plan& plan) {
  const Practice& practice = scene.practice();
  if (!shown_) shown_.emplace(scene, set_.clips);
  const auto pieces = motion::pieces_of(practice, plan);
  const auto stretches = motion::stretches_of(
      pieces, [&](const motion::Piece& piece, const motion::ClipId& id) { return shown_->find(piece, id); });
  Json clips = Json::array();
  Json told = Json::array();
  for (const motion::Stretch& stretch : stretches) {
    auto at = std::find(numbered_.begin(), numbered_.end(), stretch.clip);
    if (stretch.clip != nullptr && at == numbered_.end()) {
      at = numbered_.insert(at, stretch.clip);
      clips.push_back(facts_of(practice, *stretch.clip));
    }
    told.push_back({{"step", stretch.step},
                    {"clip", stretch.clip == nullptr ? Json() : Json(at - numbered_.begin())},
                    {"hand", word(stretch.hand)},
                    {"seconds", stretch.seconds},
                    {"way_seconds", stretch.way_seconds},
                    {"tempo_per_minute", stretch.tempo_per_minute},
                    {"level", stretch.level ? Json(*stretch.level) : Json()},
                    {"stands_in", stretch.stands_in}});
  }
  return given({{"clips", clips}, {"stretches", told}});
}

const motion::Clip* Played::clip(std::int32_t number) const {
  const bool known = number >= 0 && static_cast<std::size_t>(number) < numbered_.size();
  return known ? numbered_[static_cast<std::size_t>(number)] : nullptr;
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
