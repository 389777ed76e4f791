#include "cli/explain.hpp"

#include <algorithm>
#include <map>

#include "cli/page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::cli {
namespace {

using Gaps = std::map<std::string, std::string>;

/// Says one plan, from its beginning to its end, in lines of the page.
class Teller {
 public:
  Teller(const Practice& practice, const Plan& plan)
      : practice_(practice), plan_(plan), steps_(practice, plan.clearance, plan.request.wishes) {}

  std::string beginning() const;
  /// In full, or each in a line.
  std::string steps(bool in_full);
  std::string list(const std::string& heading_key, const std::vector<std::string>& items) const;
  /// For who massages another person.
  std::string giver() const;

 private:
  std::string say(const std::string& key, const Gaps& gaps = {}) const {
    return fill(practice_.say(key), gaps);
  }
  std::string name(Hand hand) const { return say("hand." + std::string(word(hand))); }
  static std::string titled(const std::string& text);
  std::string heading(const std::string& key) const { return titled(say(key)); }
  std::string step_in_words(const Step& step, bool in_full);
  std::string run_heading(const Step& first, int starts_at) const;

  const Practice& practice_;
  const Plan& plan_;
  planning::StepTeller steps_;
};

std::string Teller::titled(const std::string& text) {
  return "\n" + text + "\n" + std::string(static_cast<std::size_t>(width_of(text)), '-') + "\n";
}

std::string Teller::beginning() const {
  const auto title = planning::title_in_words(practice_, plan_);
  const auto width = static_cast<std::size_t>(std::min(width_of(title), page_width()));
  return wrapped(title) + std::string(width, '=') + "\n" +
         wrapped(planning::summary_in_words(practice_, plan_)) + wrapped(review_in_words(practice_));
}

/// "  3.  Kneading: thumb mound, 40 s", and how and why.
std::string Teller::step_in_words(const Step& step, bool in_full) {
  const auto number = std::to_string(step.index + 1);
  const auto label = std::string(number.size() < 2 ? 2 : 1, ' ') + number + ".  ";
  const std::string indent(6, ' ');
  const auto words = steps_.tell(step);
  auto out =
      wrapped(words.what + (words.where.empty() ? "" : ": " + words.where) + ", " + duration(step.seconds),
              padded(label, 6), indent);
  if (!in_full) return out;
  const auto between = words.how.empty() || words.how_hard.empty() ? "" : " ";
  for (const auto& line : {words.parts, words.how + between + words.how_hard, words.cue, words.why})
    if (!line.empty()) out += wrapped(line, indent, indent);
  return out;
}

std::string Teller::run_heading(const Step& first, int starts_at) const {
  const bool self = plan_.request.checkin.mode == Mode::self;
  const bool gives = first.tool.valid() && practice_.at(first.tool).needs_giver;
  auto text = sentence_case(name(first.hand));
  if (self && gives) text += ", " + say("cli.explain.gives", {{"hand", name(other(first.hand))}});
  return "\n" + padded(text + "  ", page_width() - 16) +
         say("cli.explain.from", {{"time", clock_time(starts_at)}}) + "\n";
}

std::string Teller::steps(bool in_full) {
  std::string out = heading("cli.explain.steps");
  int at = 0;
  for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
    const auto& step = plan_.steps[i];
    if (i == 0 || plan_.steps[i - 1].hand != step.hand) out += run_heading(step, at);
    out += step_in_words(step, in_full);
    at += step.seconds + step.changeover_seconds;
  }
  return out;
}

std::string Teller::giver() const {
  std::string out;
  for (const auto& [title, lines] : planning::giver_in_words(practice_, plan_))
    out += titled(title) + checklist_in_words(lines);
  return out;
}

std::string Teller::list(const std::string& heading_key, const std::vector<std::string>& items) const {
  return items.empty() ? std::string() : heading(heading_key) + checklist_in_words(items);
}

}  // namespace

std::string plan_in_words(const Practice& practice, const Plan& plan, const EmergencyCall& call) {
  if (plan.steps.empty()) {
    auto refused = plan.clearance;
    refused.verdict = plan.verdict;
    refused.advice = plan.advice;
    return refusal_in_words(practice, refused, call);
  }
  Teller teller(practice, plan);
  return teller.beginning() + clearance_in_words(practice, plan.clearance, call) + teller.giver() +
         teller.list("cli.explain.before", plan.preparation) + teller.steps(true) +
         teller.list("cli.explain.known", planning::evidence_in_words(practice, plan)) +
         teller.list("cli.explain.left_out", planning::left_out_in_words(practice, plan)) +
         teller.list("cli.explain.shorter", plan.shortened_because) +
         teller.list("cli.explain.after", plan.aftercare);
}

std::string plan_in_short(const Practice& practice, const Plan& plan, const EmergencyCall& call) {
  Teller teller(practice, plan);
  return teller.beginning() + clearance_in_words(practice, plan.clearance, call) + teller.steps(false) +
         teller.list("cli.explain.shorter", plan.shortened_because);
}

}  // namespace thenar::cli
