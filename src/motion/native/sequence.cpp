#include "sequence.hpp"

#include <cmath>

#include "../place.hpp"
#include "thenar/motion/join.hpp"

namespace thenar::motion {
namespace {

constexpr double kWayShare = 0.4;  ///< of a stretch at most, where coming there has no time of its own
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
    JoinEnd last;
    for (std::size_t i = 0; i < stretches_.size(); ++i) {
      const Stretch& stretch = stretches_[i];
      const bool goes_on = i > 0 && stretch.clip != nullptr && stretch.clip == stretches_[i - 1].clip &&
                           stretch.hand == stretches_[i - 1].hand && stretch.way_seconds == 0;
      const double total = stretch.seconds + stretch.way_seconds;
      double seconds = 0;
      if (!goes_on) {
        JoinEnd here = join_end(scene_, stretch.clip);
        const Join join(scene_, std::move(last), here, i > 0 && stretch.hand == stretches_[i - 1].hand);
        last = std::move(here);
        seconds = std::max(stretch.way_seconds, std::min(join.seconds(), kWayShare * total));
        add_join(i, join, seconds);
      }
      out_.played.push_back({now_ + seconds, now_ + total});
      add_strokes(i, goes_on);
      now_ += total;
    }
    return std::move(out_);
  }

 private:
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

  Frame frame_at(std::size_t i, const JoinMoment& moment) const {
    Frame frame = frame_of(moment.after ? i : i - 1, 0);
    frame.pressed = moment.pressed;
    frame.giver_pose = moment.sample.giver;
    frame.receiver_pose = moment.sample.receiver;
    frame.thing_at = moment.sample.thing;
    return frame;
  }

  /// The moments of a join up to the touch that the strokes begin with; the first comes from above.
  void add_join(std::size_t i, const Join& join, double seconds) {
    const auto [lift, travel] = join.times(seconds);
    const auto add_from = [&](double start, double length, int frames) {
      for (int k = 1; k <= frames; ++k) {
        const double time = start + length * k / frames;
        add(frame_at(i, join.at(time, seconds)), now_ + time);
      }
    };
    if (i > 0) {
      add_from(0, lift, kLiftFrames);
      add_from(lift, travel, kTravelFrames);
    } else {
      add(frame_at(i, join.at(seconds - lift, seconds)), now_);
    }
    if (i == 0 || lift + travel < seconds - lift) add_from(lift, seconds - 2 * lift, 1);
    add_from(seconds - lift, lift * (kLiftFrames - 1) / kLiftFrames, kLiftFrames - 1);
  }

  Scene& scene_;
  std::span<const Stretch> stretches_;
  Sequence out_;
  double now_ = 0;
};

}  // namespace

Result<Sequence> sequence_of(Scene& scene, std::span<const Stretch> stretches) {
  const auto fine = checked(stretches);
  if (!fine) return tl::unexpected(fine.error());
  return Layer(scene, stretches).laid();
}

}  // namespace thenar::motion
