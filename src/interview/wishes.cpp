// Ratings, goals and wishes.
#include <algorithm>
#include <array>

#include "thenar/base/text.hpp"
#include "thenar/interview/checkin.hpp"
#include "thenar/interview/gates.hpp"

namespace thenar::interview {
namespace {

constexpr double kFirstGoal = 1.0;
constexpr double kOtherGoal = 0.5;

bool wants(const Wishes& wishes, Goal goal) {
  return wishes.goals.contains(goal);
}

void ask_rating_of_hands(Talk& talk, const std::string& measure, const std::vector<Hand>& hands,
                         HandRating& out) {
  const auto which = hands.size() == 1 ? talk.words("hand." + std::string(word(hands[0])))
                                       : talk.words("checkin.rate.hands");
  const auto question = sentence_case(talk.words("checkin.rate." + measure, {{"hands", which}}));
  const auto values = talk.numbers(question, 0, kWorst, hands.size(), true);
  for (std::size_t i = 0; values && i < hands.size(); ++i) out[hands[i]] = (*values)[i];
}

void ask_rating(Talk& talk, const std::string& measure, std::optional<int>& out) {
  if (const auto value = talk.numbers(talk.words("checkin.rate." + measure), 0, kWorst, 1, true))
    out = value->front();
}

/// Programmes that fit the mode, the answers and at least one of the hands.
std::vector<ProgrammeId> offered(const Practice& practice, const CheckIn& checkin, const Clearance& clearance,
                                 const Wishes& wishes) {
  RuleSet rules;
  for (const auto& each : clearance.rules) rules.add(each.rule);
  std::vector<ProgrammeId> out;
  for (std::size_t i = 0; i < practice.programmes.size(); ++i) {
    const ProgrammeId id{static_cast<std::int16_t>(i)};
    const auto& programme = practice.programmes[i];
    const bool fits_mode =
        std::find(programme.modes.begin(), programme.modes.end(), checkin.mode) != programme.modes.end();
    const bool on_some_hand = std::any_of(wishes.hands.begin(), wishes.hands.end(), [&](Hand hand) {
      return clearance.hands[hand].allowed && !clearance.hands[hand].programmes_off.has(id);
    });
    const bool for_them = programme.only_with.empty() || programme.only_with.intersects(rules);
    if (fits_mode && on_some_hand && for_them && !programme.blocked_by.intersects(rules)) out.push_back(id);
  }
  return out;
}

void ask_programme(Talk& talk, const Practice& practice, const CheckIn& checkin, const Clearance& clearance,
                   Wishes& wishes) {
  const auto programmes = offered(practice, checkin, clearance, wishes);
  if (programmes.empty()) return;
  const Options kinds{{talk.words("checkin.composed"), talk.words("checkin.named")}, 0};
  if (talk.choose(talk.words("checkin.programme"), kinds) == 0) return;
  Options options;
  for (const auto id : programmes) {
    const auto& programme = practice.at(id);
    const int a_hand = programme.published_seconds / std::max(1, programme.hands);
    const int hands = static_cast<int>(wishes.hands.size());
    auto time = duration(a_hand) + " " + talk.words("checkin.a_hand");
    if (hands > 1) time += ", " + duration(a_hand * hands) + " " + talk.words("checkin.for_both");
    options.names.push_back(practice.say("programme." + programme.id + ".name") + ", " + time + ". " +
                            practice.say("programme." + programme.id + ".for"));
  }
  wishes.programme = programmes[talk.choose(talk.words("checkin.which_programme"), options)];
  const auto& programme = practice.at(wishes.programme);
  wishes.minutes = static_cast<double>(programme.published_seconds) / std::max(1, programme.hands) *
                   static_cast<double>(wishes.hands.size()) / 60;
}

void ask_minutes(Talk& talk, const Practice& practice, const Clearance& clearance, Wishes& wishes) {
  const int most =
      std::clamp(clearance.max_seconds / 60, practice.planning.min_minutes, practice.planning.max_minutes);
  const int proposed = std::min(static_cast<int>(wishes.minutes), most);
  const auto minutes = talk.numbers(
      talk.words("checkin.minutes", {{"usual", std::to_string(proposed)}, {"most", std::to_string(most)}}),
      practice.planning.min_minutes, most, 1, true);
  wishes.minutes = minutes ? minutes->front() : proposed;
}

void ask_medium(Talk& talk, const Practice& practice, const Clearance& clearance, Wishes& wishes) {
  std::vector<MediumId> media;
  Options options;
  for (std::size_t i = 0; i < practice.media.size(); ++i) {
    const MediumId id{static_cast<std::int16_t>(i)};
    const auto& medium = practice.media[i];
    if (!medium.offered || clearance.products_off.has(id) || (clearance.lubricant_required && !medium.slips))
      continue;
    if (wishes.medium.valid() ? id == wishes.medium : medium.is_default) options.usual = media.size();
    media.push_back(id);
    options.names.push_back(practice.say("medium." + medium.id + ".name"));
  }
  wishes.medium = {};
  if (media.empty()) return;
  // The usual ones first; somebody with another bottle in hand finds it on the longer list.
  constexpr std::size_t kUsualMedia = 4;
  if (media.size() > kUsualMedia + 1 && options.usual.value_or(0) < kUsualMedia) {
    Options few = options;
    few.names.resize(kUsualMedia);
    few.names.push_back(talk.words("checkin.other_medium"));
    const auto choice = talk.choose(talk.words("checkin.medium"), few);
    if (choice < kUsualMedia) {
      wishes.medium = media[choice];
      return;
    }
    options.usual = {};
  }
  wishes.medium = media[talk.choose(talk.words("checkin.medium"), options)];
}

}  // namespace

Ratings ask_ratings(Talk& talk, const Practice&, const Wishes& wishes) {
  Ratings ratings;
  talk.say(talk.words("checkin.rate.intro"));
  ask_rating_of_hands(talk, "pain", wishes.hands, ratings.pain);
  ask_rating_of_hands(talk, "tingling", wishes.hands, ratings.tingling);
  if (wants(wishes, Goal::stiffness)) ask_rating_of_hands(talk, "stiffness", wishes.hands, ratings.stiffness);
  if (wants(wishes, Goal::swelling)) ask_rating_of_hands(talk, "swelling", wishes.hands, ratings.swelling);
  if (wants(wishes, Goal::warmth)) ask_rating_of_hands(talk, "warmth", wishes.hands, ratings.warmth);
  if (wants(wishes, Goal::skin)) ask_rating_of_hands(talk, "skin", wishes.hands, ratings.skin);
  if (wants(wishes, Goal::stress)) ask_rating(talk, "stress", ratings.stress);
  if (wants(wishes, Goal::sleep)) ask_rating(talk, "sleep", ratings.sleep);
  if (wants(wishes, Goal::mood)) ask_rating(talk, "mood", ratings.mood);
  return ratings;
}

void ask_goals(Talk& talk, const Practice& practice, Wishes& wishes) {
  std::vector<std::string> names;
  for (const auto goal : EnumWords<Goal>::words)
    names.push_back(sentence_case(practice.say("goal." + std::string(goal) + ".wish")));
  wishes.goals.clear();
  const Several options{names, talk.words("checkin.no_goal")};
  for (const auto& pick : talk.choose_many(talk.words("checkin.goals"), options))
    wishes.goals[static_cast<Goal>(pick.index)] = wishes.goals.empty() ? kFirstGoal : kOtherGoal;
  const auto hand = ask_hand(talk, talk.words("checkin.hands"));
  wishes.hands = hand ? std::vector{*hand} : std::vector(kHands.begin(), kHands.end());
}

void ask_wishes(Talk& talk, const Practice& practice, const CheckIn& checkin, const Clearance& clearance,
                Wishes& wishes) {
  wishes.programme = {};
  ask_programme(talk, practice, checkin, clearance, wishes);
  if (!wishes.programme.valid()) ask_minutes(talk, practice, clearance, wishes);
  Options positions{{}, static_cast<std::size_t>(wishes.position)};
  for (const auto position : EnumWords<Position>::words)
    positions.names.push_back(sentence_case(practice.say("position." + std::string(position) + ".name")));
  wishes.position = static_cast<Position>(talk.choose(talk.words("checkin.position"), positions));
  ask_medium(talk, practice, clearance, wishes);
}

std::string wishes_in_words(const Practice& practice, const Wishes& wishes) {
  std::vector<std::string> parts{duration(static_cast<int>(wishes.minutes * 60))};
  parts.push_back(wishes.hands.size() > 1 ? lower(practice.say("checkin.both"))
                                          : practice.say("hand." + std::string(word(wishes.hands.at(0)))));
  std::vector<std::string> goals;
  for (const auto& [goal, weight] : wishes.goals)
    goals.push_back(practice.say("goal." + std::string(word(goal)) + ".wish"));
  if (!goals.empty()) parts.push_back(fill(practice.say("checkin.to"), {{"wishes", practice.list(goals)}}));
  if (wishes.programme.valid())
    parts.push_back(practice.say("programme." + practice.at(wishes.programme).id + ".name"));
  if (wishes.medium.valid())
    parts.push_back(practice.say("medium." + practice.at(wishes.medium).id + ".name"));
  return joined(parts, ", ");
}

}  // namespace thenar::interview
