// Outcomes as a document.
#include "thenar/outcomes/outcomes.hpp"
#include "thenar/outcomes/words.hpp"

namespace thenar::outcomes {

template <class A>
void describe(A& a, Interval& v) {
  a.required("low", v.low);
  a.required("high", v.high);
}
template <class A>
void describe(A& a, Change& v) {
  a.required("from", v.from);
  a.required("to", v.to);
  a.required("change", v.change);
  a.required("interval", v.interval);
  a.required("error", v.error);
  a.required("error_of", v.error_of);
  a.required("values", v.values);
  a.required("measurable", v.measurable);
  a.required("better", v.better);
  a.required("may_matter", v.may_matter);
  a.required("bad_entry", v.bad_entry);
}
template <class A>
void describe(A& a, Trend& v) {
  a.required("per_week", v.per_week);
  a.required("interval", v.interval);
  a.required("days", v.days);
  a.required("measurable", v.measurable);
  a.required("better", v.better);
}
template <class A>
void describe(A& a, Point& v) {
  a.required("at", v.at);
  a.required("value", v.value);
}
template <class A>
void describe(A& a, Pair& v) {
  a.required("at", v.at);
  a.required("before", v.before);
  a.required("after", v.after);
}
template <class A>
void describe(A& a, WeekDone& v) {
  a.required("from", v.from);
  a.required("sessions", v.sessions);
  a.required("seconds", v.seconds);
}
template <class A>
void describe(A& a, Done& v) {
  a.required("sessions", v.sessions);
  a.required("finished", v.finished);
  a.required("stopped", v.stopped);
  a.required("cut_off", v.cut_off);
  a.required("seconds", v.seconds);
  a.required("by_technique", v.by_technique);
  a.required("by_zone", v.by_zone);
  a.required("stopped_zones", v.stopped_zones);
  a.required("weeks", v.weeks);
}
template <class A>
void describe(A& a, DaysAfter& v) {
  a.required("told", v.told);
  a.required("sore", v.sore);
  a.required("most", v.most);
  a.required("too_much", v.too_much);
}
template <class A>
void describe(A& a, Compared& v) {
  a.required("started_at", v.started_at);
  a.required("lines", v.lines);
}
template <class A>
void describe(A& a, Event& v) {
  a.required("at", v.at);
  a.required("rule", v.rule);
}

namespace {

Json json_of(const Practice& practice, const MeasureOutcome& outcome) {
  const Writer writer(nullptr);
  const auto& series = outcome.series;
  const auto& measure = practice.at(series.measure);
  return {{"measure", measure.id},
          {"hand", writer.write(series.hand)},
          {"site", series.site},
          {"title", title_in_words(practice, series.measure, series.hand, series.site)},
          {"unit", measure.unit},
          {"low", measure.low},
          {"high", measure.high},
          {"points", writer.write(series.points)},
          {"pairs", writer.write(series.pairs)},
          {"within", writer.write(outcome.within)},
          {"over", writer.write(outcome.over)},
          {"trend", writer.write(outcome.trend)},
          {"band", writer.write(outcome.band)},
          {"other_share", writer.write(outcome.other_share)},
          {"verdict", headline(practice, outcome)},
          {"difference", difference_in_words(practice, outcome)},
          {"sentences", writer.write(sentences(practice, outcome))}};
}

}  // namespace

Json to_document(const Practice& practice, const Outcomes& outcomes) {
  const Writer writer(nullptr);
  Json measures = Json::array();
  for (const auto& each : outcomes.measures) measures.push_back(json_of(practice, each));
  Json unscored = Json::array();
  for (const auto& each : outcomes.unscored)
    unscored.push_back({{"id", each.id}, {"problem", to_text(each.problem)}});
  return {{"format", kOutcomesFormat},
          {"from", outcomes.from},
          {"to", outcomes.to},
          {"utc_offset_minutes", outcomes.utc_offset_minutes},
          {"person", outcomes.person},
          {"summary", writer.write(summary_in_words(practice, outcomes))},
          {"dose", writer.write(dose_in_words(practice, outcomes.done))},
          {"no_cause", practice.say("outcomes.no_cause")},
          {"done", writer.write(outcomes.done)},
          {"days_after", writer.write(outcomes.days_after)},
          {"events", writer.write(outcomes.events)},
          {"compared", writer.write(outcomes.compared)},
          {"measures", std::move(measures)},
          {"unscored", std::move(unscored)},
          {"review_due", outcomes.review_due}};
}

}  // namespace thenar::outcomes
