#include "thenar/journal/export.hpp"

#include "thenar/base/csv.hpp"
#include "thenar/journal/time.hpp"

namespace thenar::journal {
namespace {

/// Reads through a journal and remembers the first problem; from then on everything is empty.
class Walk {
 public:
  Walk(Journal& journal, std::optional<PersonId> only) : journal_(journal), only_(only) {}

  template <class T>
  T got(Result<T> result) {
    if (result) return std::move(*result);
    if (!problem_) problem_ = std::move(result.error());
    return {};
  }
  template <class T>
  Result<T> finished(T value) {
    if (problem_) return tl::unexpected(std::move(*problem_));
    return value;
  }
  /// The people asked for; asking for somebody who is not kept is a problem.
  std::vector<Person> people() {
    auto people = got(journal_.people());
    if (!only_) return people;
    std::erase_if(people, [&](const Person& person) { return person.id != *only_; });
    if (people.empty() && !problem_)
      problem_ = Problem{{}, "the number of nobody", "somebody in this journal", {}};
    return people;
  }

 private:
  Journal& journal_;
  std::optional<PersonId> only_;
  std::optional<Problem> problem_;
};

Json json_of(const Ending& ending) {
  return {{"how", word(ending.how)},
          {"at", ending.at},
          {"rule", ending.rule},
          {"given", to_json(ending.given, nullptr)}};
}

Json json_of(const NextDay& day) {
  return {{"soreness", day.soreness}, {"lasted_long", day.lasted_long}, {"answered_at", day.answered_at}};
}

Json json_of(const Rating& rating) {
  return {{"measure", rating.measure},
          {"hand", rating.hand ? Json(word(*rating.hand)) : Json()},
          {"moment", word(rating.moment)},
          {"value", rating.value},
          {"at", rating.at}};
}

Json session_json(Walk& walk, Journal& journal, const Session& session) {
  Json commands = Json::array();
  for (auto& command : walk.got(journal.commands(session.id)))
    commands.push_back({{"t_ms", command.t_ms}, {"command", std::move(command.command)}});
  Json ratings = Json::array();
  for (const auto& rating : walk.got(journal.ratings(session.id))) ratings.push_back(json_of(rating));
  return {{"id", number_of(session.id)},
          {"plan", number_of(session.plan)},
          {"started_at", session.started_at},
          {"reached_ms", session.reached_ms},
          {"ending", session.ending ? json_of(*session.ending) : Json()},
          {"next_day", session.next_day ? json_of(*session.next_day) : Json()},
          {"commands", std::move(commands)},
          {"ratings", std::move(ratings)}};
}

Json person_json(Walk& walk, Journal& journal, const Person& person) {
  Json checkins = Json::array();
  for (auto& checkin : walk.got(journal.checkins(person.id)))
    checkins.push_back(
        {{"id", number_of(checkin.id)}, {"at", checkin.at}, {"document", std::move(checkin.document)}});
  Json answers = Json::array();
  for (auto& answer : walk.got(journal.answers(person.id)))
    answers.push_back(
        {{"rule", answer.rule}, {"answer", std::move(answer.answer)}, {"answered_at", answer.answered_at}});
  Json plans = Json::array();
  for (auto& plan : walk.got(journal.plans(person.id)))
    plans.push_back({{"id", number_of(plan.id)}, {"at", plan.at}, {"document", std::move(plan.document)}});
  Json sessions = Json::array();
  for (const auto& session : walk.got(journal.sessions(person.id)))
    sessions.push_back(session_json(walk, journal, session));
  Json measured = Json::array();
  for (const auto& each : walk.got(journal.measured(person.id))) measured.push_back(to_json(each, nullptr));
  return {{"id", number_of(person.id)},      {"name", person.name},
          {"created_at", person.created_at}, {"is_default", person.is_default},
          {"checkins", std::move(checkins)}, {"answers", std::move(answers)},
          {"plans", std::move(plans)},       {"sessions", std::move(sessions)},
          {"measured", std::move(measured)}};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& each : words) text += (text.empty() ? "" : " ") + each;
  return text;
}

std::vector<std::string> session_cells(const Person& person, const Session& session) {
  std::vector<std::string> cells{std::to_string(number_of(session.id)), text_cell(person.name),
                                 iso_8601(session.started_at)};
  if (const auto& ending = session.ending) {
    const auto& given = ending->given;
    cells.insert(cells.end(), {iso_8601(ending->at), std::string(word(ending->how)), ending->rule,
                               std::to_string(given.seconds.left), std::to_string(given.seconds.right),
                               joined(given.stopped_zones.left), joined(given.stopped_zones.right),
                               joined(given.trigger_points.left), joined(given.trigger_points.right),
                               given.numb_stop ? "yes" : "no"});
  } else {
    cells.resize(cells.size() + 10);
  }
  if (const auto& day = session.next_day) {
    cells.insert(cells.end(), {std::to_string(day->soreness), day->lasted_long ? "yes" : "no"});
  } else {
    cells.resize(cells.size() + 2);
  }
  return cells;
}

}  // namespace

Result<Json> export_json(Journal& journal, std::optional<PersonId> person) {
  Walk walk(journal, person);
  Json people = Json::array();
  for (const auto& each : walk.people()) people.push_back(person_json(walk, journal, each));
  return walk.finished(Json{{"format", kJournalFormat}, {"people", std::move(people)}});
}

Result<std::string> export_sessions_csv(Journal& journal, std::optional<PersonId> person) {
  Walk walk(journal, person);
  std::string table =
      csv_line({"session", "person", "started_at", "ended_at", "how", "rule", "seconds_left", "seconds_right",
                "stopped_zones_left", "stopped_zones_right", "trigger_points_left", "trigger_points_right",
                "numb_stop", "next_day_soreness", "lasted_long"});
  for (const auto& each : walk.people())
    for (const auto& session : walk.got(journal.sessions(each.id)))
      table += csv_line(session_cells(each, session));
  return walk.finished(std::move(table));
}

Result<std::string> export_ratings_csv(Journal& journal, std::optional<PersonId> person) {
  Walk walk(journal, person);
  std::string table = csv_line({"session", "person", "moment", "measure", "hand", "value", "at"});
  for (const auto& each : walk.people())
    for (const auto& session : walk.got(journal.sessions(each.id)))
      for (const auto& rating : walk.got(journal.ratings(session.id)))
        table += csv_line({std::to_string(number_of(session.id)), text_cell(each.name),
                           std::string(word(rating.moment)), text_cell(rating.measure),
                           std::string(rating.hand ? word(*rating.hand) : ""), decimal(rating.value),
                           iso_8601(rating.at)});
  return walk.finished(std::move(table));
}

}  // namespace thenar::journal
