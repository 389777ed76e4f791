// Requests of the conformance set.
#include <algorithm>

#include "recorder.hpp"
#include "support/random_checkin.hpp"
#include "thenar/base/json.hpp"
#include "thenar/planning/planning.hpp"

namespace thenar::test {
namespace {

constexpr int kRandomPeople = 120;

/// Somebody well and used to massage, with ten minutes for both hands.
Request usual(const Practice& practice) {
  Request request;
  request.checkin.age_years = 40;
  request.checkin.history.emplace().weeks_since_first = 30;
  request.wishes.goals[Goal::stiffness] = 1;
  request.wishes.minutes = 10;
  request.wishes.hands = {Hand::left, Hand::right};
  request.wishes.medium = practice.ids.media.find("lotion");
  return request;
}

class RequestsRecorder {
 public:
  RequestsRecorder(const Practice& practice, Recorder& recorder) : practice_(practice), recorder_(recorder) {}

  void record(const std::string& about, const Request& request) {
    const auto text = to_line(to_json(request, &practice_.ids));
    const auto clearance = screening::screen(practice_, request.checkin);
    recorder_.call_expecting(about, "screen", text, to_line(screening::to_document(practice_, clearance)));
    const auto plan = planning::compose(practice_, request);
    const auto document = to_line(planning::to_document(practice_, plan));
    recorder_.call_expecting(about, "plan", text, document);
    if (!plan.steps.empty()) plans.push_back(document);
    recorder_.call(about, "explain", document);
    recorder_.call_expecting(about, "instance", text,
                             to_line(to_json(planning::instance_of(practice_, request), &practice_.ids)));
  }

  void programmes() {
    for (const auto& programme : practice_.programmes) {
      for (Mode mode : programme.modes) {
        auto request = usual(practice_);
        request.checkin.mode = mode;
        request.wishes.programme = practice_.ids.programmes.find(programme.id);
        request.wishes.position = programme.position;
        request.wishes.minutes = std::clamp(programme.published_seconds / 60.0, 1.0, 60.0);
        bool named = false;
        programme.only_with.each([&](RuleId rule) {
          if (!named) request.checkin.conditions.emplace_back().rule = rule;
          named = true;
        });
        record(programme.id + " " + std::string(word(mode)), request);
      }
    }
  }

  /// Each precaution unanswered, and with the first and the last answer of every question.
  void precautions() {
    for (std::size_t i = 0; i < practice_.rules.size(); ++i) {
      const auto& rule = practice_.rules[i];
      const auto& asked = rule.asked_with.valid() ? practice_.at(rule.asked_with) : rule;
      for (const std::string answers : {"none", "first", "last"}) {
        if (answers != "none" && asked.follow_ups.empty()) continue;
        auto request = usual(practice_);
        if (rule.partner_only) request.checkin.mode = Mode::partner;
        auto& condition = request.checkin.conditions.emplace_back();
        condition.rule = RuleId{static_cast<std::int16_t>(i)};
        if (rule.asks_hand) condition.hand = Hand::left;
        if (rule.asks_zones) condition.zones = {practice_.ids.zones.find("THEN")};
        if (answers != "none")
          for (const auto& each : asked.follow_ups)
            condition.answers[each.key] = answers == "first" ? each.values.front() : each.values.back();
        record(rule.id + ", answers: " + answers, request);
      }
    }
  }

  void edited() {
    auto request = usual(practice_);
    request.wishes.edits = {{"left/MOUND/KNEAD", 40}, {"right/PALM/CIRC", 0}, {"left/NOWHERE/KNEAD", 20}};
    record("a plan that was edited", request);
  }

  void random_people() {
    for (int seed = 1; seed <= kRandomPeople; ++seed)
      record("random " + std::to_string(seed),
             random_request(practice_, static_cast<std::uint64_t>(seed), {.max_conditions = seed % 4}));
  }

  std::vector<std::string> plans;

 private:
  const Practice& practice_;
  Recorder& recorder_;
};

}  // namespace

std::vector<std::string> record_requests(const Practice& practice, Recorder& recorder) {
  RequestsRecorder requests(practice, recorder);
  requests.programmes();
  requests.precautions();
  requests.edited();
  requests.random_people();
  return std::move(requests.plans);
}

}  // namespace thenar::test
