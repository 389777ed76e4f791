#include "compose.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "steps.hpp"
#include "thenar/base/json.hpp"
#include "thenar/base/text.hpp"

namespace thenar::planning {
namespace {

int wished_seconds(const Request& request, const Clearance& clearance) {
  return std::min(static_cast<int>(std::floor(request.wishes.minutes * 60)), clearance.max_seconds);
}

bool any_hand(const Brief& brief) {
  return brief.works.left || brief.works.right;
}

std::map<std::string, std::string> hand_name(const Practice& practice, Hand hand) {
  return {{"hand", practice.say("hand." + std::string(word(hand)))}};
}

/// Why a wished hand gets no massage, and when it may have one again.
std::string why_left_out(const Brief& brief, const Clearance& clearance, Hand hand) {
  const auto& practice = brief.practice;
  if (auto used = screening::day_used(practice, brief.request.checkin, hand); !used.empty()) return used;
  auto values = hand_name(practice, hand);
  auto& rules = values["rules"];
  for (const auto& applied : clearance.rules) {
    const auto& rule = practice.at(applied.rule);
    const auto& hands = applied.hands;
    if (!rule.asks_hand || std::find(hands.begin(), hands.end(), hand) == hands.end()) continue;
    rules += (rules.empty() ? "" : "; ") + practice.say("rule." + rule.id + ".name");
  }
  return fill(practice.say(rules.empty() ? "shortened.hand_off" : "shortened.hand_because"), values);
}

/// Which wished hands are left out and why, then why a plan is shorter than the wish, most important first.
std::vector<std::string> shortened(const Brief& brief, const Plan& plan) {
  std::vector<std::string> why;
  const int wished = static_cast<int>(std::floor(brief.request.wishes.minutes * 60));
  for (Hand hand : brief.request.wishes.hands)
    if (!brief.works[hand]) why.push_back(why_left_out(brief, plan.clearance, hand));
  // Less than one quantum is rounding, not shortening.
  if (plan.total_seconds > wished - brief.rules().quantum_seconds) return why;
  const auto& practice = brief.practice;
  const int most = 2 * practice.screening.hand_max_seconds;  // for anybody
  if (plan.clearance.max_seconds < std::min(wished, most)) why.push_back(practice.say("shortened.session"));
  if (most < wished && plan.clearance.max_seconds >= most)
    why.push_back(fill(practice.say("shortened.most"), {{"minutes", std::to_string(most / 60)}}));
  for (Hand hand : brief.request.wishes.hands) {
    int used = 0;
    for (const auto& step : plan.steps)
      used += step.hand == hand ? step.changeover_seconds + step.seconds : 0;
    if (brief.works[hand] && used > brief.allowed_seconds[hand] - 3 * brief.rules().quantum_seconds)
      why.push_back(fill(practice.say("shortened.hand_cap"), hand_name(practice, hand)));
  }
  if (why.empty())
    why.push_back(practice.say(plan.steps.empty() ? "shortened.nothing_fits" : "shortened.enough"));
  return why;
}

bool is_rated(const HandRating& rating) {
  return rating.left || rating.right;
}

bool is_rated(const Ratings& r) {
  return is_rated(r.pain) || is_rated(r.stiffness) || is_rated(r.tingling) || is_rated(r.swelling) ||
         is_rated(r.warmth) || is_rated(r.skin) || r.stress || r.sleep || r.mood;
}

/// Whether a line of the checklist has its use in this plan. Some of the numbers of a line say so:
/// from_level, the firmest step at least; from_minutes, the plan at least; from_rated, 1 when something must
/// have been rated.
bool is_needed(const Brief& brief, const ChecklistItem& item, const Plan& plan) {
  const auto& checkin = brief.request.checkin;
  int level = 0;
  for (const auto& step : plan.steps) level = std::max(level, step.level.value_or(0));
  const std::map<std::string_view, double> reached{{"from_level", level},
                                                   {"from_minutes", total_of(plan.steps) / 60.0},
                                                   {"from_rated", is_rated(checkin.ratings) ? 1 : 0}};
  const bool far_enough = std::all_of(reached.begin(), reached.end(), [&](const auto& each) {
    const auto least = item.numbers.find(std::string(each.first));
    return least == item.numbers.end() || each.second >= least->second;
  });
  return far_enough && (!item.partner_only || checkin.mode == Mode::partner) &&
         (!item.needs_lubricant || brief.slips()) &&
         (!item.needs_oil || brief.practice.at(brief.medium).oily) &&
         (!item.heat || !brief.clearance.heat_off) &&
         (item.goals.empty() ||
          std::any_of(item.goals.begin(), item.goals.end(), [&](Goal goal) { return brief.wished(goal); }));
}

std::string in_words(const Brief& brief, const ChecklistItem& item) {
  std::map<std::string, std::string> numbers;
  for (const auto& [name, value] : item.numbers) numbers[name] = to_line(Writer(nullptr).write(value));
  numbers["medium"] = brief.practice.say("medium." + brief.practice.at(brief.medium).id + ".name");
  return fill(brief.practice.say((item.before ? "preparation." : "aftercare.") + item.id), numbers);
}

/// The checklist before or after, as sentences, for what the plan needs: what matters most comes first, for
/// who reads no further.
std::vector<std::string> checklist(const Brief& brief, bool before, const Plan& plan) {
  std::vector<const ChecklistItem*> items;
  for (const auto& item : brief.practice.checklist)
    if (item.before == before && is_needed(brief, item, plan)) items.push_back(&item);
  const auto rank = [](const ChecklistItem* item) {
    return item->matters > 0 ? item->matters : std::numeric_limits<int>::max();
  };
  std::stable_sort(items.begin(), items.end(), [&](auto* a, auto* b) { return rank(a) < rank(b); });
  std::vector<std::string> lines;
  for (const auto* item : items) lines.push_back(in_words(brief, *item));
  return lines;
}

/// Sentences about things asked for that could not be had as asked.
void add_remarks(const Brief& brief, Plan& plan) {
  std::map<std::string, std::string> values{
      {"medium", brief.practice.say("medium." + brief.practice.at(brief.medium).id + ".name")}};
  if (brief.request.wishes.programme.valid())
    values["programme"] =
        brief.practice.say("programme." + brief.practice.at(brief.request.wishes.programme).id + ".name");
  for (const auto& remark : brief.remarks)
    plan.preparation.push_back(fill(brief.practice.say(remark), values));
}

}  // namespace

std::vector<Advice> advice_of(const Plan& plan) {
  auto advice = plan.clearance.advice;
  if (!plan.steps.empty() || plan.clearance.session_refused) return advice;
  for (const auto& why : plan.shortened_because) advice.push_back({{}, why, Urgency::none, {}});
  return advice;
}

Plan compose(const Practice& practice, const Request& request) {
  Plan plan;
  plan.practice_version = practice.version;
  plan.request = request;
  plan.clearance = screening::screen(practice, request.checkin);
  plan.verdict = plan.clearance.verdict;
  plan.advice = plan.clearance.advice;
  if (plan.clearance.session_refused) return plan;

  const int total = wished_seconds(request, plan.clearance);
  const auto allowed = allowance(practice, request, plan.clearance, nullptr, total);
  const Brief brief = make_brief(practice, request, allowed, nullptr);
  plan.quiet = brief.quiet;
  if (any_hand(brief)) {
    auto made = draft(brief, total);
    plan.steps = std::move(made.steps);
    plan.objective = made.solution.objective;
    plan.left_out = left_out(brief, made.offers, made.solution, made.lost);
    add_remarks(brief, plan);
    for (auto& line : checklist(brief, true, plan)) plan.preparation.push_back(std::move(line));
    plan.aftercare = checklist(brief, false, plan);
  }
  plan.total_seconds = total_of(plan.steps);
  plan.shortened_because = shortened(brief, plan);
  plan.advice = advice_of(plan);
  return plan;
}

Instance instance_of(const Practice& practice, const Request& request) {
  const Clearance clearance = screening::screen(practice, request.checkin);
  if (clearance.session_refused) return {};
  const int total = wished_seconds(request, clearance);
  const auto allowed = allowance(practice, request, clearance, nullptr, total);
  const Brief brief = make_brief(practice, request, allowed, nullptr);
  if (!any_hand(brief)) return {};
  const auto made = draft(brief, total);
  return to_instance(brief, made.offers, made.budget, made.solution);
}

std::vector<Step> replan(const Practice& practice, const Plan& plan, const Clearance& clearance,
                         const Progress& progress, int first_index) {
  const int total = std::min(progress.seconds_left, clearance.max_seconds);
  const auto allowed = allowance(practice, plan.request, clearance, &progress, total);
  const Brief brief = make_brief(practice, plan.request, allowed, &progress);
  if (clearance.session_refused || !any_hand(brief) || total <= 0) return {};
  auto steps = draft(brief, total).steps;
  for (auto& step : steps) step.index += first_index;
  return steps;
}

}  // namespace thenar::planning
