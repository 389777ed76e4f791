// Plans and instances as documents, and plans back from documents.
#include <algorithm>

#include "compose.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar {

template <class A>
void describe(A& a, LeftOut& v) {
  a.required("technique", v.technique);
  a.required("zones", v.zones);
  a.required("hand", v.hand);
  a.required("because", v.because);
}

namespace {

/// A plan as it stands in a document: request and clearance still as JSON, for they are read by their own
/// rooms.
struct PlanDocument {
  Plan plan;
  Json request;
  Json clearance;
};

template <class A>
void describe(A& a, PlanDocument& v) {
  a.format(kPlanFormat);
  a.required("practice_version", v.plan.practice_version);
  a.required("request", v.request);
  a.required("clearance", v.clearance);
  a.required("verdict", v.plan.verdict);
  a.required("advice", v.plan.advice);
  a.required("steps", v.plan.steps);
  a.required("total_seconds", v.plan.total_seconds, Range{0, 7200});
  a.required("shortened_because", v.plan.shortened_because);
  a.required("objective", v.plan.objective);
  a.required("left_out", v.plan.left_out);
  a.required("preparation", v.plan.preparation);
  a.required("aftercare", v.plan.aftercare);
  a.required("quiet", v.plan.quiet);
}

Problem problem(std::string path, std::string found, std::string expected, std::string remedy) {
  return {{{}, 0, std::move(path)}, std::move(found), std::move(expected), std::move(remedy)};
}

/// What a plan promises about itself: positions and sums.
void check_sums(const Plan& plan, Problems& problems) {
  int total = 0;
  for (std::size_t i = 0; i < plan.steps.size(); ++i) {
    const auto& step = plan.steps[i];
    const std::string path = "steps[" + std::to_string(i) + "]";
    total += step.changeover_seconds + step.seconds;
    if (step.index != static_cast<int>(i))
      problems.push_back(problem(path + ".index", std::to_string(step.index), std::to_string(i), {}));
    int parts = 0;
    for (const auto& part : step.parts) parts += part.seconds;
    if (!step.parts.empty() && parts != step.seconds)
      problems.push_back(problem(path + ".parts", std::to_string(parts) + " seconds in all",
                                 std::to_string(step.seconds), "The parts of a step add up to its seconds"));
  }
  if (total != plan.total_seconds)
    problems.push_back(problem("total_seconds", std::to_string(plan.total_seconds), std::to_string(total),
                               "The times of all steps and changeovers add up to it"));
}

Loaded<Plan> fail(Problems problems, std::string_view file) {
  for (auto& each : problems) each.place.file = file;
  return tl::unexpected(std::move(problems));
}

}  // namespace

namespace planning {

Json to_document(const Practice& practice, const Plan& plan) {
  const PlanDocument document{plan, to_json(plan.request, &practice.ids),
                              screening::to_document(practice, plan.clearance)};
  return to_json(document, &practice.ids);
}

Loaded<Plan> read_plan(const Practice& practice, std::string_view text, std::string_view file) {
  auto json = parse_json(text, file);
  if (!json) return tl::unexpected(Problems{std::move(json.error())});
  return read_plan(practice, *json, file);
}

Loaded<Plan> read_plan(const Practice& practice, const Json& json, std::string_view file) {
  if (json.is_object() && json.contains("practice_version") && json["practice_version"].is_string() &&
      json["practice_version"] != practice.version)
    return fail(
        {problem("practice_version", json["practice_version"].get<std::string>(), practice.version,
                 "This plan was made with another version of the practice. Make it anew with: thenar plan")},
        file);
  auto document = read_document<PlanDocument>(json, file, &practice.ids);
  if (!document) return tl::unexpected(std::move(document.error()));
  auto request = screening::read_request(practice, document->request, file);
  if (!request) {
    for (auto& each : request.error()) each.place.path = "request." + each.place.path;
    return tl::unexpected(std::move(request.error()));
  }
  Plan plan = std::move(document->plan);
  plan.request = std::move(*request);
  plan.clearance = screening::screen(practice, plan.request.checkin);
  Problems problems;
  if (document->clearance != screening::to_document(practice, plan.clearance))
    problems.push_back(problem("clearance", "another clearance",
                               "what screening the plan's own request allows",
                               "The plan was changed by hand. Make it anew with: thenar plan"));
  if (plan.verdict != plan.clearance.verdict)
    problems.push_back(
        problem("verdict", std::string(word(plan.verdict)), std::string(word(plan.clearance.verdict)), {}));
  plan.verdict = plan.clearance.verdict;
  plan.advice = advice_of(plan);
  check_sums(plan, problems);
  for (auto& each : beyond_clearance(practice, plan.clearance, plan.request, plan.steps))
    problems.push_back(std::move(each));
  if (!problems.empty()) return fail(std::move(problems), file);
  return plan;
}

}  // namespace planning
}  // namespace thenar
