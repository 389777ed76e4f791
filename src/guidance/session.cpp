#include "thenar/guidance/session.hpp"

#include <algorithm>
#include <numeric>

#include "machine.hpp"

namespace thenar::guidance {
namespace {

void check_step(const Step& step, std::size_t index, Problems& problems) {
  const std::string path = "steps[" + std::to_string(index) + "]";
  int parts = 0;
  for (const auto& part : step.parts) parts += part.seconds;
  if (step.seconds < 1 || step.changeover_seconds < 0)
    problems.push_back({{{}, 0, path + ".seconds"}, std::to_string(step.seconds), "at least 1 second", {}});
  if (!step.parts.empty() && parts != step.seconds)
    problems.push_back({{{}, 0, path + ".parts"},
                        std::to_string(parts) + " seconds",
                        "the seconds of the step, " + std::to_string(step.seconds),
                        {}});
}

Problems check_plan(const Practice& practice, const Plan& plan, const Clearance& clearance) {
  Problems problems;
  if (plan.practice_version != practice.version)
    problems.push_back({{{}, 0, "practice_version"},
                        plan.practice_version,
                        practice.version,
                        "Make the plan again with this version"});
  if (plan.steps.empty()) problems.push_back({{{}, 0, "steps"}, "no steps", "a plan that can be given", {}});
  for (std::size_t i = 0; i < plan.steps.size(); ++i) check_step(plan.steps[i], i, problems);
  for (auto& problem : planning::beyond_clearance(practice, clearance, plan.request, plan.steps))
    problems.push_back(std::move(problem));
  return problems;
}

/// Adds the seconds of strokes on some zones, shared out by their size; what rounding leaves goes, a second
/// each, to those that lost most by it (largest remainders: Hamilton, 1792).
void add_zones(const Practice& practice, const ZoneSet& zones, int seconds, std::map<ZoneId, int>& by_zone) {
  double sum = 0;
  zones.each([&](ZoneId id) { sum += practice.at(id).share; });
  if (sum <= 0) return;
  int rest = seconds;
  std::vector<std::pair<double, ZoneId>> lost;
  zones.each([&](ZoneId id) {
    const double due = seconds * practice.at(id).share / sum;
    const int part = static_cast<int>(due);
    if (part > 0) by_zone[id] += part;
    rest -= part;
    lost.emplace_back(due - part, id);
  });
  std::stable_sort(lost.begin(), lost.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
  for (int i = 0; i < rest; ++i) by_zone[lost[static_cast<std::size_t>(i)].second] += 1;
}

void add_step(const Machine& m, const Step& step, int changeover, int strokes, Given& given) {
  const Hand hand = step.hand;
  given.seconds[hand] += changeover + strokes;
  if (strokes <= 0) return;
  Step done = step;
  shorten(done, strokes);
  if (done.parts.empty()) done.parts.push_back({{}, done.technique, done.zones, strokes, {}});
  for (const auto& part : done.parts) {
    given.by_technique[hand][part.technique] += part.seconds;
    add_zones(*m.practice, part.zones, part.seconds, given.by_zone[hand]);
  }
  for (PointId point : step.points)
    if (m.practice->at(point).kind == PointKind::trigger) given.trigger_points[hand].push_back(point);
}

/// What a command may change but must not forget: firm strokes that were given, and hands that are done.
void note_what_was(Machine& m) {
  if (m.steps.empty()) return;
  const bool began = m.state.step >= 0 && m.state.session_ms > strokes_begin(m);
  if (began && current(m).level.value_or(0) >= m.practice->screening.firm_level)
    m.worked_firm[current(m).hand] = true;
  m.over = {true, true};
  for (std::size_t i = position(m); i < m.steps.size(); ++i) m.over[m.steps[i].hand] = false;
}

}  // namespace

Session::Session(std::unique_ptr<Machine> machine) : machine_(std::move(machine)) {}
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;
Session::~Session() = default;

Loaded<Session> Session::open(const Practice& practice, Plan plan) {
  auto limits = thresholds(practice);
  if (!limits) return tl::unexpected(std::move(limits.error()));
  Clearance clearance = screening::screen(practice, plan.request.checkin);
  if (auto problems = check_plan(practice, plan, clearance); !problems.empty())
    return tl::unexpected(std::move(problems));
  auto machine = std::make_unique<Machine>();
  Machine& m = *machine;
  m.practice = &practice;
  m.limits = *limits;
  m.clearance = clearance;
  m.plan = std::move(plan);
  m.plan.clearance = std::move(clearance);
  m.steps = m.plan.steps;
  for (const Step& step : m.steps)
    m.promised_ms += std::int64_t{1000} * (step.changeover_seconds + step.seconds);
  m.end_ms = m.deadline_ms = m.promised_ms;
  for (Hand hand : kHands) m.wished_level[hand].assign(practice.zones.size(), kMaxLevel);
  refresh(m);
  return Session(std::move(machine));
}

std::vector<Cue> Session::advance(std::int64_t t_ms) {
  Machine& m = *machine_;
  pass(m, t_ms);
  refresh(m);
  return std::exchange(m.out, {});
}

std::vector<Cue> Session::ahead(std::int64_t t_ms) const {
  return Session(std::make_unique<Machine>(*machine_)).advance(t_ms);
}

std::vector<Cue> Session::give(const TimedCommand& command) {
  Machine& m = *machine_;
  const std::int64_t t_ms = std::max(command.t_ms, m.now_ms);
  pass(m, t_ms);
  m.log.push_back({t_ms, command.command});
  note_what_was(m);
  const bool stood = m.state.kind != StateKind::running;
  obey(m, command.command);
  take_up(m, stood);
  if (m.state.kind == StateKind::running || m.state.kind == StateKind::paused) show(m);
  return std::exchange(m.out, {});
}

const State& Session::state() const {
  return machine_->state;
}
const std::vector<Step>& Session::steps() const {
  return machine_->steps;
}
const Plan& Session::plan() const {
  return machine_->plan;
}
const Clearance& Session::clearance() const {
  return machine_->clearance;
}
const std::vector<TimedCommand>& Session::log() const {
  return machine_->log;
}

Given Session::given() const {
  const Machine& m = *machine_;
  Given given;
  given.seconds = m.lost_seconds;
  given.stopped_zones = m.stopped_zones;
  given.numb_stop = m.numb_stops > 0;
  const bool over = m.state.kind == StateKind::finished || m.state.kind == StateKind::stopped;
  for (std::size_t i = 0; i < m.steps.size(); ++i) {
    const Step& step = m.steps[i];
    if (over || static_cast<int>(i) < m.state.step) {
      add_step(m, step, step.changeover_seconds, step.seconds, given);
    } else if (static_cast<int>(i) == m.state.step) {
      const int begun = static_cast<int>((m.state.elapsed_ms + 999) / 1000);
      add_step(m, step, std::min(begun, step.changeover_seconds),
               std::max(0, begun - step.changeover_seconds), given);
    }
  }
  return given;
}

}  // namespace thenar::guidance
