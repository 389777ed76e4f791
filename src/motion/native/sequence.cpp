#include "sequence.hpp"

#include <cmath>

#include "../place.hpp"
#include "transition.hpp"

namespace thenar::motion {
namespace {

constexpr double kWayShare = 0.4;   ///< of a stretch at most, where coming there has no time of its own
constexpr double kLiftS = 0.35;     ///< off the skin, and down on it
constexpr double kLiftShare = 0.3;  ///< of the way at most
constexpr double kTravelS = 0.5;    ///< between two places at least
constexpr double kSpeed = 0.5;      ///< metres a second, on average, at ease
constexpr double kSlowestS = 1.5;   ///< longer takes no travel; a hand waits over its place
constexpr int kLiftFrames = 6;
constexpr int kTravelFrames = 16;
constexpr double kMostFramesPerS = 40;   ///< of strokes that are faster every second sample is left out, …
constexpr std::size_t kEveryAtMost = 4;  ///< … or three of four
constexpr double kShortestS = 0.5;

tl::unexpected<Problem> not_shown(std::string path, std::string found, std::string expected,
                                  std::string remedy = {}) {
  return tl::unexpected(
      Problem{{{}, 0, std::move(path)}, std::move(found), std::move(expected), std::move(remedy)});
}

bool finite(const Pose& pose) {
  bool all = pose.hand.translation.allFinite() && pose.hand.rotation.coeffs().allFinite();
  for (const double angle : pose.angles) all = all && std::isfinite(angle);
  return all;
}

/// The first thing of a clip that is no number: its path in the clip.
std::optional<std::string> no_number(const Clip& clip) {
  if (!std::isfinite(clip.period_s)) return "period_s";
  if (!std::isfinite(clip.thing_radius_m)) return "thing_radius_m";
  for (std::size_t k = 0; k < clip.samples.size(); ++k) {
    const Sample& sample = clip.samples[k];
    const std::string at = "samples[" + std::to_string(k) + "]";
    if (!finite(sample.giver)) return at + ".giver";
    if (!finite(sample.receiver)) return at + ".receiver";
    if (!sample.thing.allFinite()) return at + ".thing";
    for (std::size_t i = 0; i < sample.contacts.size(); ++i) {
      const Contact& contact = sample.contacts[i];
      const std::string it = at + ".contacts[" + std::to_string(i) + "].";
      if (!contact.point.allFinite()) return it + "point";
      if (!contact.out.allFinite()) return it + "out";
      if (!std::isfinite(contact.force_n)) return it + "force_n";
      if (!std::isfinite(contact.depth_m)) return it + "depth_m";
      if (!std::isfinite(contact.radius_m)) return it + "radius_m";
    }
  }
  return {};
}

/// Whether stretches can be shown.
Result<void> checked(std::span<const Stretch> stretches) {
  if (stretches.empty())
    return not_shown("stretches", "none", "at least one", "Choose a technique and a zone, or a plan");
  double total = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& stretch = stretches[i];
    const std::string at = "stretches[" + std::to_string(i) + "].";
    if (!(stretch.seconds >= kShortestS) || !std::isfinite(stretch.seconds))
      return not_shown(at + "seconds", std::to_string(stretch.seconds), "half a second or more");
    if (!(stretch.way_seconds >= 0) || !std::isfinite(stretch.way_seconds))
      return not_shown(at + "way_seconds", std::to_string(stretch.way_seconds), "0 or more");
    if (!(stretch.tempo_per_minute >= 0) || !std::isfinite(stretch.tempo_per_minute))
      return not_shown(at + "tempo_per_minute", std::to_string(stretch.tempo_per_minute), "0 or more");
    if (stretch.level && (*stretch.level < 0 || *stretch.level > kMaxLevel))
      return not_shown(at + "level", std::to_string(*stretch.level), "0 to 3");
    total += stretch.seconds + stretch.way_seconds;
    if (stretch.clip == nullptr) continue;
    if (stretch.clip->samples.size() < 2) return not_shown(at + "clip", "no samples", "a clip that was made");
    if (const auto path = no_number(*stretch.clip))
      return not_shown(at + "clip." + *path, "not a number", "a finite number",
                       "Make the clip again; thenar motion check tells which can be shown");
  }
  if (total > kLongestExport)
    return not_shown("stretches", std::to_string(total) + " s", "at most an hour and a half",
                     "Export the steps in several files");
  return {};
}

/// What the forces of a stretch are of those of its clip.
double force_share(const Practice& practice, const Stretch& stretch) {
  if (stretch.clip == nullptr || !stretch.level || *stretch.level == stretch.clip->level) return 1;
  const double own = usual_force_n(practice, stretch.clip->level);
  return own > 0 ? usual_force_n(practice, *stretch.level) / own : 1;
}

/// How many whole strokes fill a time: as many as come nearest to the tempo, but none too fast for the
/// technique.
std::size_t strokes_in(const Practice& practice, const Stretch& stretch, double seconds) {
  const double period = stretch.tempo_per_minute > 0 ? 60 / stretch.tempo_per_minute : stretch.clip->period_s;
  if (period <= 0) return 1;
  const double fastest = practice.at(stretch.clip->id.technique).tempo.max_per_minute;
  double strokes = std::max(1.0, std::round(seconds / period));
  if (strokes > 1 && fastest > 0 && 60 * strokes / seconds > std::max(fastest, stretch.tempo_per_minute))
    --strokes;
  return static_cast<std::size_t>(strokes);
}

/// Lays frames one after the other.
class Layer {
 public:
  Layer(Scene& scene, std::span<const Stretch> stretches) : scene_(scene), stretches_(stretches) {}

  Sequence laid() {
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const Stretch& stretch = stretches_[i];
      const bool goes_on = i > 0 && stretch.clip != nullptr && stretch.clip == stretches_[i - 1].clip &&
                           stretch.hand == stretches_[i - 1].hand && stretch.way_seconds == 0;
      const Way way = goes_on ? Way{} : way_to(i);
      const double total = stretch.seconds + stretch.way_seconds;
      const double seconds =
          goes_on ? 0 : std::max(stretch.way_seconds, std::min(way.seconds, kWayShare * total));
      const Played played{now_ + seconds, now_ + total};
      out_.played.push_back(played);
      if (!goes_on) add_way(i, way, seconds);
      add_strokes(i, goes_on);
      now_ = played.until_s;
    }
    return std::move(out_);
  }

 private:
  /// How a hand comes to a stretch.
  struct Way {
    Hover from;
    Hover to;
    std::optional<Travel> travel;  ///< of one and the same hand
    double seconds = 0;            ///< that it takes at ease
  };

  Frame frame_of(std::size_t i, std::size_t sample) const {
    const Stretch& stretch = stretches_[i];
    Frame frame;
    frame.stretch = i;
    frame.hand = stretch.hand;
    frame.clip = stretch.clip;
    frame.sample = sample;
    if (stretch.clip == nullptr) {
      frame.receiver_pose = scene_.pose({}, 1);
      return frame;
    }
    const Sample& shown = stretch.clip->samples[sample];
    frame.giver = {stretch.clip->has_giver, stretch.clip->has_giver ? stretch.clip->id.mode : Mode::partner};
    frame.thing = stretch.clip->thing;
    frame.thing_radius_m = stretch.clip->thing_radius_m;
    frame.pressed = 1;
    frame.giver_pose = shown.giver;
    frame.receiver_pose = shown.receiver;
    frame.thing_at = shown.thing;
    return frame;
  }

  void add(Frame frame, double time_s) {
    frame.time_s = time_s;
    out_.frames.push_back(std::move(frame));
  }

  void add_strokes(std::size_t i, bool goes_on) {
    const Stretch& stretch = stretches_[i];
    Played& played = out_.played[i];
    const double seconds = played.until_s - played.from_s;
    played.force_share = force_share(scene_.practice(), stretch);
    if (stretch.clip == nullptr) {
      add(frame_of(i, 0), played.from_s);
      add(frame_of(i, 0), played.until_s);
      return;
    }
    const std::size_t strokes = strokes_in(scene_.practice(), stretch, seconds);
    played.period_s = seconds / static_cast<double>(strokes);
    const std::size_t n = stretch.clip->samples.size();
    std::size_t every = 1;
    while (every<kEveryAtMost&& static_cast<double>(n) / static_cast<double>(every)> kMostFramesPerS *
           played.period_s)
      every *= 2;
    for (std::size_t stroke = 0; stroke < strokes; ++stroke)
      for (std::size_t k = 0; k < n; k += every)
        if (!goes_on || stroke > 0 || k > 0)
          add(frame_of(i, k),
              played.from_s + played.period_s * (static_cast<double>(stroke) +
                                                 static_cast<double>(k) / static_cast<double>(n)));
    add(frame_of(i, 0), played.until_s);
  }

  const hand::DistanceField& field_of(std::size_t i) {
    return scene_.receiver(turns_before(scene_.practice(), stretches_[i].clip->id)).field;
  }

  Hover hover_of(std::size_t i) {
    const Frame frame = frame_of(i, 0);
    if (frame.giver.gives)
      return hover_over(scene_.giver(frame.giver.mode), field_of(i), stretches_[i].clip->samples.front());
    const bool touches = frame.clip != nullptr && !frame.clip->samples.front().contacts.empty();
    return {{}, touches ? frame.clip->samples.front().contacts.front().out : Vec3(Vec3::UnitZ())};
  }

  /// A frame off the skin by a share of its hover.
  Frame off(std::size_t i, const Hover& hover, double share) const {
    Frame frame = frame_of(i, 0);
    frame.pressed = std::max(0.0, 1 - 2 * share);
    if (frame.giver.gives) {
      const Vec3 before = frame.giver_pose.hand.translation;
      frame.giver_pose = mixed(frame.giver_pose, hover.pose, share);
      frame.thing_at += frame.giver_pose.hand.translation - before;
    } else {
      frame.thing_at += share * kLiftM * hover.way;
    }
    return frame;
  }

  Way way_to(std::size_t i) {
    Way way;
    way.from = hover_;
    way.to = hover_ = hover_of(i);
    const Frame after = frame_of(i, 0);
    if (i > 0 && after.giver.gives) {
      const Frame before = frame_of(i - 1, 0);
      if (before.hand == after.hand && before.giver == after.giver)
        way.travel.emplace(scene_.giver(after.giver.mode), Receivers{field_of(i - 1), field_of(i)}, way.from,
                           way.to);
    }
    const double travel = way.travel ? way.travel->length_m() / kSpeed : 0;
    way.seconds = 2 * kLiftS + std::max(kTravelS, travel);
    return way;
  }

  void add_way(std::size_t i, const Way& way, double seconds) {
    const double lift = std::min(kLiftS, kLiftShare * seconds);
    const double start = now_;
    const double end = now_ + seconds;
    if (i == 0) {
      add(off(i, way.to, 1), start);
    } else {
      for (int k = 1; k <= kLiftFrames; ++k) {
        const double share = static_cast<double>(k) / kLiftFrames;
        add(off(i - 1, way.from, eased(share)), start + share * lift);
      }
      add_travel(i, way, start + lift, end - lift);
    }
    add(off(i, way.to, 1), end - lift);
    for (int k = 1; k < kLiftFrames; ++k) {
      const double share = static_cast<double>(k) / kLiftFrames;
      add(off(i, way.to, 1 - eased(share)), end - lift + share * lift);
    }
  }

  /// From one hover to the next; hands that are not the same change half way.
  void add_travel(std::size_t i, const Way& way, double start, double end) {
    const Frame before = off(i - 1, way.from, 1);
    const Frame after = off(i, way.to, 1);
    const bool same_hand = before.hand == after.hand;
    const double seconds = std::min(end - start, std::max(kSlowestS, way.seconds));
    for (int k = 1; k < kTravelFrames; ++k) {
      const double time = static_cast<double>(k) / kTravelFrames;
      const double share = eased(time);
      Frame frame = 2 * k < kTravelFrames ? before : after;
      if (same_hand)
        frame.receiver_pose = mixed(before.receiver_pose, after.receiver_pose, receivers_share(share));
      if (way.travel) frame.giver_pose = way.travel->at(share);
      if (before.thing == after.thing)
        frame.thing_at = (1 - share) * before.thing_at + share * after.thing_at;
      add(std::move(frame), start + time * seconds);
    }
    if (seconds < end - start) add(after, start + seconds);
  }

  Scene& scene_;
  std::span<const Stretch> stretches_;
  Sequence out_;
  double now_ = 0;
  Hover hover_;  ///< over the last stretch
};

}  // namespace

Result<Sequence> sequence_of(Scene& scene, std::span<const Stretch> stretches) {
  const auto fine = checked(stretches);
  if (!fine) return tl::unexpected(fine.error());
  return Layer(scene, stretches).laid();
}

}  // namespace thenar::motion
