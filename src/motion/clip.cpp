// Makes clips: strokes laid on a place, and the hand that gives them.
#include "thenar/motion/clip.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "cycle.hpp"
#include "joint_motion.hpp"
#include "stroke_maker.hpp"
#include "thenar/motion/clip_file.hpp"
#include "thenar/motion/gates.hpp"

namespace thenar::motion {
namespace {

constexpr double kBall = 0.03;   ///< radius of a massage ball, metres
constexpr double kThigh = 0.08;  ///< of a thigh with a towel
constexpr int kStarts = 12;
constexpr double kAbove = 0.03;  ///< metres: where starts begin

/// How much is tried.
struct Effort {
  std::size_t starts;  ///< that are followed round, of each arrangement
  int steps;           ///< of the solver for each pose
  std::size_t tries;   ///< cycles that are finished and measured
};
constexpr std::array<Effort, 2> kEfforts{{{2, 60, 1}, {8, 120, 6}}};

/// How a hand is asked to work: its free fingers hold the other, and its arm comes from where arms are. What
/// cannot be given so is given otherwise.
struct Manner {
  bool holds = true;
  bool arm = true;
};
constexpr std::array<Manner, 3> kManners{{{true, true}, {false, true}, {false, false}}};
constexpr double kLooseArm = 2;

/// Directions of motion from where contacts are a moment later; what stands still pushes into the skin.
void set_ways(Clip& clip) {
  const std::size_t n = clip.samples.size();
  for (std::size_t k = 0; k < n; ++k) {
    auto& now = clip.samples[k].contacts;
    const auto& next = clip.samples[(k + 1) % n].contacts;
    for (std::size_t i = 0; i < now.size(); ++i) {
      const Vec3 step = i < next.size() ? Vec3(next[i].point - now[i].point) : Vec3(Vec3::Zero());
      now[i].way = step.norm() > 1e-5 ? Vec3(step.normalized()) : Vec3(-now[i].out);
    }
  }
}

/// Poses above the skin to look from.
std::vector<Pose> starts_of(const GiverBody& body, const GiverTask& task) {
  const Touch& lead = task.touches.front();
  const PadPoint& pad = body.pads[static_cast<std::size_t>(lead.pad)];
  auto starts = starts_around(body, lead, kStarts);
  for (Pose& start : starts) {
    start.angles = task.ease;
    start.hand.translation +=
        lead.at + kAbove * lead.out - hand::bones_at(body.model.skeleton, start)[pad.bone] * pad.point;
  }
  return starts;
}

/// A way to give a clip that was followed round once.
struct Candidate {
  const Arrangement* arrangement;
  std::vector<GiverTask> tasks;
  Cycle cycle;
};

/// The receiver moves on a thing that stays where it is: here the thing goes along the way.
void make_on_thing(Clip& clip, const Scene& scene, const Ground& ground, double force_n) {
  const Technique& technique = scene.practice().at(clip.id.technique);
  for (const StrokeState& state : cycle_of(technique, clip.period_s, kSamples)) {
    const hand::PathPoint at = ground.at(state);
    Sample sample{{}, ground.receiver->pose, {}, Vec3::Zero()};
    Contact contact{{}, at.point, at.normal};
    contact.force_n = state.pressure * force_n;
    contact.radius_m = 0.5 * std::min(clip.thing_radius_m, 2 * kBall);
    contact.depth_m =
        depth_m(scene.tissue(*ground.receiver, at.point), contact.radius_m, state.felt * force_n);
    sample.thing = at.point + (clip.thing_radius_m - contact.depth_m) * at.normal;
    sample.contacts.push_back(contact);
    clip.samples.push_back(std::move(sample));
  }
}

Thing thing_of(const std::string& tool) {
  if (tool == "thigh_stroke") return Thing::thigh;
  return tool == "ball" || tool == "table_roll" ? Thing::ball : Thing::none;
}

/// The hand over the strokes of a clip, for all its arrangements and some starts, best first.
std::vector<Candidate> candidates_of(Scene& scene, const Clip& clip, const Ground& ground,
                                     const std::vector<Arrangement>& arrangements, double force_n,
                                     std::span<const Vec3> swept, const Effort& effort,
                                     const Manner& manner) {
  const Technique& technique = scene.practice().at(clip.id.technique);
  const GiverBody& body = scene.giver(clip.id.mode);
  std::vector<Candidate> out;
  for (const Arrangement& arrangement : arrangements) {
    const StrokeMaker maker{scene, clip.id, ground, arrangement, force_n, clip.thing_radius_m};
    std::vector<GiverTask> tasks;
    for (const StrokeState& state : cycle_of(technique, clip.period_s, kSamples)) {
      tasks.push_back(maker.task_at(state));
      tasks.back().steps = effort.steps;
      if (!manner.arm) {
        tasks.back().forearm_loose = kLooseArm;
        tasks.back().forearm_most_rad = std::numbers::pi;
      }
      if (!swept.empty()) tasks.back().skin = swept;
    }
    for (Cycle& cycle :
         followed_cycles(body, ground.receiver->field, tasks, starts_of(body, tasks.front()), effort.starts))
      out.push_back({&arrangement, tasks, std::move(cycle)});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.cycle.cost < b.cycle.cost; });
  return out;
}

/// A clip from a candidate, measured.
Clip finished(Scene& scene, Clip clip, const Ground& ground, Candidate candidate, double force_n) {
  const Technique& technique = scene.practice().at(clip.id.technique);
  const StrokeMaker maker{scene, clip.id, ground, *candidate.arrangement, force_n, clip.thing_radius_m};
  smooth(scene.giver(clip.id.mode), ground.receiver->field, candidate.tasks, candidate.cycle);
  const bool still = clip.id.joint_motion >= 0;  // all moments are the first, which goes with the bone
  const auto states = cycle_of(technique, clip.period_s, kSamples);
  for (std::size_t k = 0; k < (still ? 1 : kSamples); ++k)
    clip.samples.push_back(maker.sample_at(candidate.tasks[k], states[k], candidate.cycle.poses[k].pose));
  if (still) move_joints(clip, scene, ground);
  set_ways(clip);
  clip = as_stored(scene.practice(), clip);
  clip.figures = figures_of(scene, clip);
  return clip;
}

/// Takes away what only rests; whether anything did.
bool let_go(std::vector<Arrangement>& arrangements) {
  bool any = false;
  for (Arrangement& each : arrangements) {
    any = any || !each.resting.empty();
    each.resting.clear();
  }
  return any;
}

}  // namespace

Result<Clip> make_clip(Scene& scene, const ClipId& id) {
  const Practice& practice = scene.practice();
  const Technique& technique = practice.at(id.technique);
  const auto ground = ground_of(scene, id);
  if (!ground) return tl::unexpected(ground.error());
  Clip clip;
  clip.id = id;
  clip.period_s = period_s(technique.tempo.typ_per_minute);
  clip.level = ground->level;
  clip.thing = thing_of(practice.at(id.tool).id);
  if (clip.thing != Thing::none) clip.thing_radius_m = clip.thing == Thing::ball ? kBall : kThigh;
  clip.has_giver = practice.at(id.tool).needs_giver;
  const double force_n = usual_force_n(practice, ground->level);
  if (!clip.has_giver) {
    if (id.joint_motion >= 0)
      move_joints(clip, scene, *ground);
    else
      make_on_thing(clip, scene, *ground, force_n);
    set_ways(clip);
    clip.figures = figures_of(scene, clip);
    return clip;
  }
  // The first that passes counts; what does not is tried harder, then in another manner, and in the end the
  // best that was found is given.
  auto arrangements = arrangements_of(practice, id.tool, ground->group);
  std::vector<Vec3> swept;
  if (id.joint_motion >= 0) swept = swept_skin(scene, id, *ground);
  Clip made;
  for (const Manner& manner : kManners) {
    if (!manner.holds && manner.arm && !let_go(arrangements)) continue;
    for (const Effort& effort : kEfforts) {
      auto candidates = candidates_of(scene, clip, *ground, arrangements, force_n, swept, effort, manner);
      for (std::size_t i = 0; i < std::min(effort.tries, candidates.size()); ++i) {
        Clip tried = finished(scene, clip, *ground, std::move(candidates[i]), force_n);
        const bool better = made.samples.empty() || failures(tried.figures) < failures(made.figures);
        if (better) made = std::move(tried);
        if (passes(made.figures)) return made;
      }
    }
  }
  return made;
}

}  // namespace thenar::motion
