#include "cli/visit/checkin.hpp"

#include <algorithm>

#include "cli/visit/gates.hpp"
#include "cli/visit/hand_map.hpp"

namespace thenar::cli {
namespace {

constexpr int kOldest = 120;  // the range of age_years in a request

void ask_about_person(Conversation& talk, CheckIn& checkin) {
  const bool partner = checkin.mode == Mode::partner;
  const auto age =
      talk.numbers(talk.words(partner ? "checkin.age_partner" : "checkin.age"), 0, kOldest, 1, true);
  if (age) checkin.age_years = age->front();
  const auto writes = talk.choose(
      talk.words(partner ? "checkin.writes_partner" : "checkin.writes"),
      {{talk.words("checkin.left"), talk.words("checkin.right"), talk.words("checkin.either")}, 1});
  if (writes < 2) checkin.dominant_hand = writes == 0 ? Hand::left : Hand::right;
}

/// Whether what is remembered is still so; asked only when there is something.
bool still_so(Conversation& talk, const Practice& practice, const Known& known) {
  if (known.conditions.empty()) return true;
  std::vector<std::string> names;
  for (const auto& each : known.conditions) {
    auto name = practice.say("rule." + practice.at(each.rule).id + ".name");
    if (each.hand) name += ", " + talk.words("hand." + std::string(word(*each.hand)));
    names.push_back(std::move(name));
  }
  talk.say(talk.words("checkin.remembered"));
  for (const auto& name : names) talk.item(name);
  return talk.yes(talk.words("checkin.still_so"), true);
}

void add(const GateAnswers& gates, Safety& safety) {
  safety.checkin.conditions.insert(safety.checkin.conditions.end(), gates.conditions.begin(),
                                   gates.conditions.end());
  safety.answered.insert(safety.answered.end(), gates.answered.begin(), gates.answered.end());
  safety.checkin.allergies.insert(safety.checkin.allergies.end(), gates.allergies.begin(),
                                  gates.allergies.end());
}

bool was_answered(const Safety& safety, RuleId rule) {
  return std::any_of(safety.answered.begin(), safety.answered.end(),
                     [&](const Answered& each) { return each.rule == rule; });
}

/// What is remembered of rules that were not answered just now.
void add_remembered(const Known& known, Safety& safety) {
  RuleSet just_answered;
  for (const auto& each : safety.answered) just_answered.add(each.rule);
  for (const auto& each : safety.checkin.conditions) just_answered.add(each.rule);
  for (const auto& each : known.conditions)
    if (!just_answered.has(each.rule)) safety.checkin.conditions.push_back(each);
}

/// A mark's question about a rule of its own: no closes it, anything else becomes a condition with its
/// details.
void answer_for_marks(Conversation& talk, const Practice& practice, CheckIn& checkin,
                      const screening::OpenQuestion& question) {
  const auto choice = talk.choose(
      question.text, {{talk.words("cli.yes"), talk.words("cli.no"), talk.words("cli.unsure")}, {}});
  PerHand<Condition> conditions;
  PerHand<bool> marked;
  for (auto& mark : checkin.marked) {
    const auto& rules = practice.screening.marks;
    const bool asks = std::any_of(rules.begin(), rules.end(), [&](const MarkRule& each) {
      return each.as == mark.as &&
             std::find(each.asks.begin(), each.asks.end(), question.rule) != each.asks.end();
    });
    if (!asks || mark.answers.contains(question.rule)) continue;
    mark.answers[question.rule] = choice == 1 ? "no" : "yes";
    marked[mark.hand] = true;
    if (practice.at(question.rule).asks_zones) conditions[mark.hand].zones.push_back(mark.zone);
  }
  if (choice == 1) return;
  for (const Hand hand : kHands) {
    if (!marked[hand]) continue;
    auto& condition = conditions[hand];
    condition.rule = question.rule;
    condition.unsure = choice == 2;
    if (practice.at(question.rule).asks_hand) condition.hand = hand;
    ask_follow_ups(talk, practice, checkin.mode, condition);
    checkin.conditions.push_back(std::move(condition));
  }
}

}  // namespace

Mode ask_mode(Conversation& talk, const Known& known) {
  const std::size_t usual = known.last && known.last->checkin.mode == Mode::partner ? 1 : 0;
  const auto choice =
      talk.choose(talk.words("checkin.mode"),
                  {{talk.words("checkin.mode_self"), talk.words("checkin.mode_partner")}, usual});
  return choice == 0 ? Mode::self : Mode::partner;
}

Safety ask_safety(Conversation& talk, const Practice& practice, const Known& known, Mode mode) {
  Safety safety;
  safety.checkin.mode = mode;
  safety.checkin.history = known.history;
  const auto every_time = ask_every_time(talk, practice, mode);
  add(every_time, safety);

  // An emergency is not kept waiting by the questions that are asked now and then.
  if (screening::screen(practice, safety.checkin).session_refused) return safety;
  const bool all = every_time.ask_all || !still_so(talk, practice, known);
  if (all || known.first_time() || anything_due(practice, mode, known.fresh)) {
    talk.say(talk.words(known.first_time() ? "checkin.first_time"
                        : all              ? "checkin.all_again"
                                           : "checkin.due"));
    add(ask_now_and_then(talk, practice, mode, known.fresh, all), safety);
    ask_about_person(talk, safety.checkin);
  } else {
    safety.checkin.age_years = known.last->checkin.age_years;
    safety.checkin.dominant_hand = known.last->checkin.dominant_hand;
  }
  if (!all) add_remembered(known, safety);
  if (!was_answered(safety, allergy_rule(practice))) safety.checkin.allergies = known.allergies;
  if (mode == Mode::partner)
    safety.checkin.giver_conditions = ask_giver(talk, practice, safety.checkin.allergies);
  return safety;
}

void ask_marks(Conversation& talk, const Practice& practice, CheckIn& checkin) {
  std::vector<std::string> kinds;
  for (const auto kind : EnumWords<MarkKind>::words)
    kinds.push_back(talk.words("checkin.mark." + std::string(kind)));
  kinds.push_back(talk.words("checkin.mark.nothing"));
  const std::size_t nothing = kinds.size() - 1;
  for (const char* question = "checkin.marks";; question = "checkin.more_marks") {
    const auto kind = talk.choose(talk.words(question), {kinds, nothing});
    if (kind == nothing) break;
    const auto hand = ask_hand(talk, talk.words("checkin.which_hand", {{"name", kinds[kind]}}));
    for (const auto zone : ask_zones(talk, practice, talk.words("checkin.where", {{"name", kinds[kind]}})))
      for (const Hand each : kHands)
        if (!hand || *hand == each) checkin.marked.push_back({each, zone, static_cast<MarkKind>(kind), {}});
  }
  for (;;) {
    // Of what is open only the marks' own questions are new; those of conditions were asked with them.
    const auto open = screening::open_questions(practice, checkin);
    const auto own =
        std::find_if(open.begin(), open.end(), [](const auto& each) { return each.key.empty(); });
    if (own == open.end()) return;
    answer_for_marks(talk, practice, checkin, *own);
  }
}

}  // namespace thenar::cli
