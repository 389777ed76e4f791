#include "thenar/interview/checkin.hpp"

#include <algorithm>

#include "thenar/base/text.hpp"
#include "thenar/interview/gates.hpp"
#include "thenar/interview/places.hpp"

namespace thenar::interview {
namespace {

constexpr int kOldest = 120;  // the range of age_years in a request

void ask_age(Talk& talk, const Whom& whom, CheckIn& checkin) {
  if (const auto age = talk.numbers(words_for(talk, "checkin.age", whom), 0, kOldest, 1, true))
    checkin.age_years = age->front();
}

void ask_writing_hand(Talk& talk, const Whom& whom, CheckIn& checkin) {
  const auto writes = talk.choose(
      words_for(talk, "checkin.writes", whom),
      {{talk.words("checkin.left"), talk.words("checkin.right"), talk.words("checkin.either")}, 1});
  checkin.dominant_hand = {};
  if (writes < 2) checkin.dominant_hand = writes == 0 ? Hand::left : Hand::right;
}

/// "Worn joints, left hand".
std::string named(Talk& talk, const Practice& practice, const Condition& condition) {
  auto name = practice.say("rule." + practice.at(condition.rule).id + ".name");
  if (condition.hand) name += ", " + talk.words("hand." + std::string(word(*condition.hand)));
  return name;
}

/// Whether a condition alone refuses a massage, or that of a hand.
bool refuses(const Practice& practice, Mode mode, const Condition& condition) {
  CheckIn checkin;
  checkin.mode = mode;
  checkin.conditions = {condition};
  const auto clearance = screening::screen(practice, checkin);
  return !clearance.hands.left.allowed || !clearance.hands.right.allowed || clearance.session_refused;
}

/// Whether it is better now; Enter alone is no answer.
bool is_better(Talk& talk, const std::string& question) {
  return talk.choose(question, {{talk.words("checkin.is_better"), talk.words("cli.no")}, {}}) == 0;
}

/// What refused the last massage, or a hand, and is asked every time: it goes on until it was looked at.
void ask_what_refused(Talk& talk, const Practice& practice, const Known& known, Safety& safety) {
  if (!known.last) return;
  std::vector<Condition> refused;
  std::vector<std::string> names;
  for (const auto& each : known.last->checkin.conditions) {
    if (practice.at(each.rule).expires_days > 0) continue;
    if (!refuses(practice, known.last->checkin.mode, each)) continue;
    refused.push_back(each);
    names.push_back(named(talk, practice, each));
  }
  if (refused.empty() ||
      is_better(talk, talk.words("checkin.last_refused", {{"names", practice.list(names)}})))
    return;
  safety.checkin.conditions = std::move(refused);
}

bool ask_what_stopped(Talk& talk, const Practice& practice, const Known& known) {
  if (known.stop_rule.empty()) return false;
  const auto name = practice.say("session_rule." + known.stop_rule + ".name");
  return !is_better(talk, talk.words("checkin.last_stopped", {{"name", name}}));
}

void add(const GateAnswers& gates, Safety& safety) {
  auto& conditions = safety.checkin.conditions;
  // What is told anew takes the place of what was remembered of the same hand.
  std::erase_if(conditions, [&](const Condition& before) {
    return std::any_of(gates.conditions.begin(), gates.conditions.end(), [&](const Condition& told) {
      return told.rule == before.rule && (!told.hand || told.hand == before.hand);
    });
  });
  conditions.insert(conditions.end(), gates.conditions.begin(), gates.conditions.end());
  safety.answered |= gates.asked;
  for (const auto& each : gates.allergies)
    if (std::find(safety.allergies.begin(), safety.allergies.end(), each) == safety.allergies.end())
      safety.allergies.push_back(each);
}

/// What is remembered and was not answered just now: each stays unless it is said to be over.
void ask_remembered(Talk& talk, const Practice& practice, const Known& known, Safety& safety) {
  std::vector<Condition> remembered;
  std::vector<std::string> names;
  for (const auto& each : known.conditions) {
    const auto& now = safety.checkin.conditions;
    const bool told_anew = std::any_of(now.begin(), now.end(), [&](const Condition& told) {
      return told.rule == each.rule && (!told.hand || told.hand == each.hand);
    });
    if (told_anew) continue;
    remembered.push_back(each);
    names.push_back(named(talk, practice, each));
  }
  if (remembered.empty()) return;
  talk.say(talk.words("checkin.remembered"));
  for (const auto& name : names) talk.item(name);
  std::vector<Pick> over;
  if (!talk.yes(talk.words("checkin.still_so"), true)) {
    if (names.size() == 1)
      over = {{0, false}};
    else
      over = talk.choose_many(talk.words("checkin.which_over"), {names, talk.words("checkin.all_still_so")});
  }
  for (std::size_t i = 0; i < remembered.size(); ++i) {
    const auto& condition = remembered[i];
    safety.answered.add(condition.rule);
    const bool gone =
        std::any_of(over.begin(), over.end(), [&](const Pick& each) { return each.index == i; });
    if (gone) continue;
    safety.checkin.conditions.push_back(condition);
    if (condition.rule == allergy_rule(practice)) safety.allergies = known.allergies;
  }
}

/// A mark's question about a rule of its own: no closes it, anything else becomes a condition with its
/// details.
void answer_for_marks(Talk& talk, const Practice& practice, CheckIn& checkin,
                      const screening::OpenQuestion& question) {
  const auto told = ask_told(talk, question.text);
  PerHand<Condition> conditions;
  PerHand<bool> marked;
  for (auto& mark : checkin.marked) {
    const auto& rules = practice.screening.marks;
    const bool asks = std::any_of(rules.begin(), rules.end(), [&](const MarkRule& each) {
      return each.as == mark.as &&
             std::find(each.asks.begin(), each.asks.end(), question.rule) != each.asks.end();
    });
    if (!asks || mark.answers.contains(question.rule)) continue;
    mark.answers[question.rule] = told == Told::no ? "no" : "yes";
    marked[mark.hand] = true;
    if (practice.at(question.rule).asks_zones) conditions[mark.hand].zones.push_back(mark.zone);
  }
  if (told == Told::no) return;
  for (const Hand hand : kHands) {
    if (!marked[hand]) continue;
    auto& condition = conditions[hand];
    condition.rule = question.rule;
    condition.unsure = told == Told::unsure;
    if (practice.at(question.rule).asks_hand) condition.hand = hand;
    ask_follow_ups(talk, practice, checkin.mode, condition);
    checkin.conditions.push_back(std::move(condition));
  }
}

}  // namespace

Mode ask_mode(Talk& talk, const Known& known, const Whom& whom) {
  const Gaps name{{"name", whom.name}};
  const Mode usual = known.last ? known.last->checkin.mode : whom.is_me ? Mode::self : Mode::partner;
  const Mode first = whom.is_me ? Mode::self : Mode::partner;
  const Mode second = whom.is_me ? Mode::partner : Mode::self;
  const Options options{
      {talk.words("checkin.mode_i_do"),
       talk.words(whom.is_me ? "checkin.mode_somebody_else" : "checkin.mode_they_do", name)},
      usual == first ? 0U : 1U};
  const auto question = talk.words(whom.is_me ? "checkin.mode" : "checkin.mode_of", name);
  return talk.choose(question, options) == 0 ? first : second;
}

Safety ask_safety(Talk& talk, const Practice& practice, const Known& known, const Whom& whom) {
  Safety safety;
  auto& checkin = safety.checkin;
  checkin.mode = whom.mode;
  checkin.history = known.history;
  const Refused refused = [&](const GateAnswers& so_far) {
    auto all = checkin;
    all.conditions.insert(all.conditions.end(), so_far.conditions.begin(), so_far.conditions.end());
    return screening::screen(practice, all).session_refused;
  };
  // Nobody is kept waiting by questions that cannot change the answer any more.
  safety.still_stopped = ask_what_stopped(talk, practice, known);
  if (safety.still_stopped) return safety;
  ask_what_refused(talk, practice, known, safety);
  if (refused({})) return safety;
  const auto every_time = ask_every_time(talk, practice, whom);
  add(every_time, safety);
  if (refused({})) return safety;
  ask_remembered(talk, practice, known, safety);
  if (refused({})) return safety;
  const bool all = every_time.ask_all;
  if (all || known.first_time() || anything_due(practice, whom.mode, known.fresh)) {
    talk.say(talk.words(known.first_time() ? "checkin.first_time"
                        : all              ? "checkin.all_again"
                                           : "checkin.due"));
    // What is left out now stays as it was told before.
    if (known.last) {
      checkin.age_years = known.last->checkin.age_years;
      checkin.dominant_hand = known.last->checkin.dominant_hand;
    }
    ask_age(talk, whom, checkin);
    if (refused({})) return safety;
    const auto gates = ask_now_and_then(talk, practice, whom, known.fresh, all, refused);
    // None in a list takes nothing away that has just been confirmed.
    add(gates, safety);
    if (refused({})) return safety;
    // Which hand works first is asked where it works on the other.
    if (whom.mode == Mode::self) ask_writing_hand(talk, whom, checkin);
  } else {
    checkin.age_years = known.last->checkin.age_years;
    checkin.dominant_hand = known.last->checkin.dominant_hand;
  }
  checkin.allergies = safety.allergies;
  if (whom.mode == Mode::partner && !refused({}))
    checkin.giver_conditions = ask_giver(talk, practice, whom, checkin.giver_allergies);
  return safety;
}

void ask_marks(Talk& talk, const Practice& practice, CheckIn& checkin) {
  std::vector<std::string> kinds;
  for (const auto kind : EnumWords<MarkKind>::words)
    kinds.push_back(talk.words("checkin.mark." + std::string(kind)));
  const std::size_t nothing = kinds.size();
  for (bool first = true;; first = false) {
    auto answers = kinds;
    answers.push_back(talk.words(first ? "checkin.mark.none" : "checkin.mark.nothing"));
    const auto question = talk.words(first ? "checkin.marks" : "checkin.more_marks");
    const auto kind = talk.choose(question, {answers, nothing});
    if (kind == nothing) break;
    const auto hand = ask_hand(talk, talk.words("checkin.which_hand", {{"name", kinds[kind]}}));
    const auto where = talk.words("checkin.where", {{"name", kinds[kind]}});
    for (const auto zone : ask_zones(talk, practice, where, hand, false))
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

}  // namespace thenar::interview
