#include "thenar/interview/recorded.hpp"

#include <algorithm>

#include "thenar/interview/places.hpp"
#include "thenar/screening/screening.hpp"

namespace thenar::interview {
namespace {

/// An answer, by the kind of its question.
struct Given {
  std::optional<int> index;                ///< one of several
  std::optional<std::vector<Pick>> picks;  ///< any number of several; none of them
  std::optional<std::vector<int>> numbers;
  bool skipped = false;
};

/// Whose check-in, and how far it has come.
struct SoFar {
  std::string name;
  bool is_me = true;
  std::optional<Request> last;
  std::vector<Condition> conditions;
  std::vector<std::string> allergies;
  RuleSet fresh;
  std::optional<History> history;
  std::string stop_rule;
  std::optional<Mode> mode;
  std::optional<Wishes> wishes;
  std::vector<Given> answers;
};

}  // namespace

template <class A>
void describe(A& a, Pick& v) {
  int index = static_cast<int>(v.index);
  a.required("index", index, Range{0, 1000});
  v.index = static_cast<std::size_t>(index);
  a.optional("unsure", v.unsure);
}

namespace {

template <class A>
void describe(A& a, Given& v) {
  a.optional("index", v.index, Range{0, 1000});
  a.optional("picks", v.picks);
  a.optional("numbers", v.numbers, Range{-1e6, 1e6});
  a.optional("skipped", v.skipped);
}

template <class A>
void describe(A& a, SoFar& v) {
  a.format(kInterviewFormat);
  a.required("name", v.name);
  a.required("is_me", v.is_me);
  a.optional("last", v.last);
  a.optional("conditions", v.conditions);
  a.optional("allergies", v.allergies);
  a.optional("fresh", v.fresh);
  a.optional("history", v.history);
  a.optional("stop_rule", v.stop_rule);
  a.optional("mode", v.mode);
  a.optional("wishes", v.wishes);
  a.required("answers", v.answers);
}

/// Answers as recorded. Behind the last one the next question is kept, and what is still asked is answered by
/// anything that leads on: nothing of it counts.
class Recorded : public Talk {
 public:
  Recorded(const Practice& practice, const std::vector<Given>& answers)
      : Talk(practice, "_tapped"), answers_(answers) {}

  void say(std::string_view paragraph) override { keep("paragraph", paragraph); }
  void item(std::string_view text) override { keep("item", text); }

  std::size_t choose(std::string_view question, const Options& options) override {
    auto names = options.names;
    if (options.may_be_unsure) names.push_back(words("cli.unsure"));
    const Given* given = next({{"kind", "one"}, {"text", question}, {"names", names}}, [&](Json& asked) {
      asked["usual"] = options.usual ? Json(*options.usual) : Json();
      asked["may_be_unsure"] = options.may_be_unsure;
    });
    if (given != nullptr && given->index && *given->index >= 0 &&
        static_cast<std::size_t>(*given->index) < names.size())
      return static_cast<std::size_t>(*given->index);
    if (given != nullptr) refuse("index", "one of " + std::to_string(names.size()) + " answers");
    return options.usual.value_or(names.size() - 1);
  }

  std::vector<Pick> choose_many(std::string_view question, const Several& options) override {
    const Given* given =
        next({{"kind", "several"}, {"text", question}, {"names", options.names}}, [&](Json& asked) {
          asked["none"] = options.none;
          asked["may_be_unsure"] = options.may_be_unsure;
        });
    return picked(given, options.names.size(), !options.none.empty(), options.may_be_unsure);
  }

  std::vector<Pick> choose_places(std::string_view question, const Places& places) override {
    const auto all = hand_places(practice());
    const Given* given = next({{"kind", "places"}, {"text", question}}, [&](Json& asked) {
      asked["hand"] = places.hand ? Json(word(*places.hand)) : Json();
      asked["none"] = places.none;
      asked["places"] = Json::array();
      for (const HandPlace& place : all) {
        Json zones = Json::array();
        for (const ZoneId zone : place.zones) zones.push_back(practice().at(zone).id);
        asked["places"].push_back({{"name", place.name}, {"zones", zones}});
      }
    });
    return picked(given, all.size(), !places.none.empty(), false);
  }

  std::optional<std::vector<int>> numbers(std::string_view question, int low, int high, std::size_t count,
                                          bool or_skip) override {
    const Given* given = next({{"kind", "numbers"}, {"text", question}}, [&](Json& asked) {
      asked["low"] = low;
      asked["high"] = high;
      asked["count"] = count;
      asked["or_skip"] = or_skip;
    });
    if (given != nullptr && given->skipped && or_skip) return std::nullopt;
    const auto fits = [&](int value) { return value >= low && value <= high; };
    if (given != nullptr && given->numbers && given->numbers->size() == count &&
        std::all_of(given->numbers->begin(), given->numbers->end(), fits))
      return given->numbers;
    if (given != nullptr)
      refuse("numbers",
             std::to_string(count) + " from " + std::to_string(low) + " to " + std::to_string(high));
    if (or_skip) return std::nullopt;
    return std::vector<int>(count, low);
  }

  const Json& said() const { return said_; }
  const std::optional<Json>& question() const { return question_; }
  Problems problems() const { return problems_; }
  std::size_t unused() const { return answers_.size() - std::min(used_, answers_.size()); }

 private:
  void keep(const char* kind, std::string_view text) {
    if (!question_) said_.push_back({{"kind", kind}, {"text", text}});
  }

  /// The recorded answer; none where there is no more.
  template <class Add>
  const Given* next(Json asked, Add add) {
    if (used_ < answers_.size() && problems_.empty()) {
      said_ = Json::array();
      return &answers_[used_++];
    }
    if (!question_) {
      add(asked);
      question_ = std::move(asked);
    }
    return nullptr;
  }

  std::vector<Pick> picked(const Given* given, std::size_t count, bool or_none, bool or_unsure) {
    if (given == nullptr) return or_none ? std::vector<Pick>{} : std::vector<Pick>{{0, false}};
    std::vector<bool> taken(count);
    bool good = given->picks && (or_none || !given->picks->empty());
    for (const Pick& pick : given->picks.value_or(std::vector<Pick>{})) {
      good = good && pick.index < count && !taken[pick.index] && (or_unsure || !pick.unsure);
      if (pick.index < count) taken[pick.index] = true;
    }
    if (good) return *given->picks;
    refuse("picks",
           (or_none ? "any of " : "at least one of ") + std::to_string(count) + " answers, each once");
    return or_none ? std::vector<Pick>{} : std::vector<Pick>{{0, false}};
  }

  void refuse(const char* field, std::string expected) {
    const std::string at = "answers[" + std::to_string(used_ - 1) + "]." + field;
    problems_.push_back({{{}, 0, at}, "another answer", std::move(expected), "Ask the question again"});
  }

  const std::vector<Given>& answers_;
  std::size_t used_ = 0;
  Json said_ = Json::array();
  std::optional<Json> question_;
  Problems problems_;
};

/// What a request's own reader finds wrong in the last request and in the wishes.
Problems faults_of(const Practice& practice, const Json& document, std::string_view file) {
  Problems problems;
  const auto check = [&](const Json& request, const std::string& before) {
    const auto read = screening::read_request(practice, request, file);
    if (read) return;
    for (Problem problem : read.error()) {
      problem.place.path = before + problem.place.path;
      problems.push_back(std::move(problem));
    }
  };
  const auto last = document.find("last");
  if (last != document.end() && !last->is_null()) check(*last, "last.");
  const auto wishes = document.find("wishes");
  if (wishes != document.end() && !wishes->is_null())
    check({{"format", "thenar.request/1"}, {"checkin", {{"mode", "self"}}}, {"wishes", *wishes}}, "");
  return problems;
}

}  // namespace

Loaded<Json> next_question(const Practice& practice, const Json& document, std::string_view file) {
  auto read = read_document<SoFar>(document, file, &practice.ids);
  if (!read) return tl::unexpected(std::move(read.error()));
  if (auto faults = faults_of(practice, document, file); !faults.empty())
    return tl::unexpected(std::move(faults));
  Known known{std::move(read->last),
              std::move(read->conditions),
              std::move(read->allergies),
              read->fresh,
              read->history,
              std::move(read->stop_rule),
              read->mode,
              std::move(read->wishes)};
  Recorded talk(practice, read->answers);
  const CheckedIn checked = check_in(talk, practice, known, read->name, read->is_me);
  Problems problems = talk.problems();
  if (problems.empty() && !talk.question() && talk.unused() > 0)
    problems.push_back(
        {{{}, 0, "answers"}, std::to_string(talk.unused()) + " more than are asked", "none", {}});
  if (!problems.empty()) {
    for (Problem& problem : problems) problem.place.file = file;
    return tl::unexpected(std::move(problems));
  }
  if (talk.question()) return Json{{"said", talk.said()}, {"question", *talk.question()}};
  Json answered = Json::array();
  for (const Answered& each : checked.answered) {
    Json one{{"rule", practice.at(each.rule).id}};
    one.update(to_json(each, &practice.ids));
    answered.push_back(std::move(one));
  }
  return Json{{"said", talk.said()},
              {"done",
               {{"request", to_json(checked.request, &practice.ids)},
                {"answered", std::move(answered)},
                {"stop_rule", checked.stop_rule}}}};
}

}  // namespace thenar::interview
