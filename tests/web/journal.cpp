// A journal in which every kind of thing is kept, for its export to be held against its schema.
#include "recorder.hpp"
#include "thenar/base/json.hpp"
#include "thenar/journal/export.hpp"
#include "thenar/journal/sqlite.hpp"

namespace thenar::test {
namespace {

constexpr journal::TimeMs kBegin = 1'700'000'000'000;

journal::Given some_given() {
  journal::Given given;
  given.seconds = {300, 120};
  given.by_technique.left = {{"EFFL", 100}, {"KNEAD", 200}};
  given.by_zone.right = {{"THEN", 120}};
  given.stopped_zones.left = {"THEN"};
  given.trigger_points.right = {"TP.ADP"};
  given.numb_stop = true;
  return given;
}

/// Throws where the journal refuses: the fault is then in this file.
template <class T>
T must(Result<T> result) {
  if (!result) throw BrokenInvariant{to_text(result.error())};
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace

std::string journal_export(const std::string& request, const std::string& plan) {
  const auto kept = must(journal::open_journal_in_memory());
  const auto checkin = must(parse_json(request, "request"));
  const auto document = must(parse_json(plan, "plan"));
  const auto person = must(kept->add_person("Ada", kBegin));
  must(kept->add_person("Grace", kBegin + 1));
  must(kept->add_checkin(person, kBegin + 2, checkin,
                         {{"S32", Json("no"), kBegin + 2}, {"S45", Json{{"platelets", "normal"}}, kBegin}}));
  const auto plan_id = must(kept->add_plan(person, kBegin + 3, document));
  const auto session = must(kept->open_session(plan_id, kBegin + 4));
  must(kept->append_command(session, 0, Json{{"t_ms", 0}, {"command", "start"}}));
  must(kept->append_command(session, 12500,
                            Json{{"t_ms", 12500}, {"command", "hurts"}, {"value", 6}, {"kind", "sharp"}}));
  must(kept->mark_reached(session, 20000));
  must(kept->add_ratings(session, {{"pain", Hand::left, journal::Moment::before, 4, kBegin},
                                   {"stress", {}, journal::Moment::after, 2.5, kBegin + 9}}));
  must(kept->end_session(session, {journal::How::stopped, kBegin + 8, "T05", some_given()}));
  must(kept->set_next_day(session, {3, true, kBegin + 86'400'000}));
  must(kept->open_session(plan_id, kBegin + 90'000'000));
  return to_line(must(journal::export_json(*kept)));
}

}  // namespace thenar::test
