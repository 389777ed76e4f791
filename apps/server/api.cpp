#include "server/api.hpp"

#include <charconv>
#include <optional>

#include "thenar/base/json.hpp"
#include "thenar/journal/entries.hpp"
#include "thenar/journal/export.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/languages.hpp"

namespace thenar::server {
namespace {

constexpr std::size_t kEntriesAtOnce = 500;

Answer with(const Json& document, int status = 200) {
  Answer answer = answer_with(status, to_line(document));
  answer.headers["Cache-Control"] = "no-store";
  return answer;
}

Answer refused(int status, const Problems& problems) {
  return with(problems_document(problems), status);
}
Answer refused(int status, std::string path, std::string found, std::string expected) {
  return refused(status, {{{{}, 0, std::move(path)}, std::move(found), std::move(expected), {}}});
}
/// What the journal could not do.
Answer failed(const Problem& problem) {
  return refused(500, {problem});
}

/// A whole number of a text, not below 0.
std::optional<std::int64_t> number_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size() || value < 0) return {};
  return value;
}

std::optional<std::int64_t> query_number(const Request& request, const std::string& key) {
  const auto found = request.query.find(key);
  return found == request.query.end() ? std::optional<std::int64_t>(0) : number_of(found->second);
}

/// The number behind "people/".
std::optional<std::int64_t> person_in(const Request& request) {
  constexpr std::string_view kBefore = "/api/v1/people/";
  return number_of(request.path.substr(std::min(kBefore.size(), request.path.size())));
}

}  // namespace

Api::Api(std::unique_ptr<journal::Journal> journal, std::string version, std::string practice)
    : journal_(std::move(journal)), version_(std::move(version)), practice_(std::move(practice)) {}

Answer Api::answer(const Request& request) {
  struct Route {
    std::string_view method;
    std::string_view path;
    bool below;  ///< and what is below it
    Answer (Api::*act)(const Request&);
  };
  static constexpr Route kRoutes[] = {
      {"GET", "hello", false, &Api::hello},     {"GET", "entries", false, &Api::told},
      {"POST", "entries", false, &Api::take},   {"GET", "speech", false, &Api::speech},
      {"GET", "people", false, &Api::people},   {"GET", "people/", true, &Api::person},
      {"DELETE", "people/", true, &Api::erase}, {"GET", "export", false, &Api::exported},
      {"POST", "report", false, &Api::report}};
  const std::string_view path = std::string_view(request.path).substr(kApi.size());
  if (request.method == "GET" && path == "openapi.json") return answer_with(200, std::string(openapi_json()));
  bool there = false;
  for (const Route& route : kRoutes) {
    if (route.below ? !path.starts_with(route.path) : path != route.path) continue;
    there = true;
    if (request.method == route.method) return (this->*route.act)(request);
  }
  if (there) return refused(405, "method", request.method, "another method: see openapi.json");
  return refused(404, "path", request.path, "a path of openapi.json");
}

Answer Api::hello(const Request&) {
  return with({{"version", version_}, {"practice", practice_}});
}

Answer Api::told(const Request& request) {
  const auto after = query_number(request, "after");
  if (!after) return refused(400, "after", request.query.at("after"), "a whole number from 0");
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto entries = journal_->entries(*after, kEntriesAtOnce);
  if (!entries) return failed(entries.error());
  Json list = Json::array();
  std::int64_t next = *after;
  for (const auto& [number, entry] : *entries) {
    list.push_back({{"id", entry.id}, {"at", entry.at}, {"what", entry.what}});
    next = number;
  }
  return with({{"entries", std::move(list)}, {"next", next}});
}

Answer Api::take(const Request& request) {
  if (!request.content_type.starts_with("application/json"))
    return refused(415, "Content-Type", request.content_type, "application/json");
  const auto json = parse_json(request.body, "body");
  if (!json) return refused(400, Problems{json.error()});
  const auto entries = journal::read_entries(*json, "body");
  if (!entries) return refused(400, entries.error());
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto taken = journal_->take_entries(*entries);
  return taken ? with({{"taken", *taken}}) : failed(taken.error());
}

Answer Api::speech(const Request& request) {
  const auto value = [&](const char* key, const char* usual) {
    const auto found = request.query.find(key);
    return found == request.query.end() ? std::string(usual) : found->second;
  };
  const std::string rate_text = value("rate", "1");
  double rate = 0;
  const auto [end, fault] = std::from_chars(rate_text.data(), rate_text.data() + rate_text.size(), rate);
  if (fault != std::errc() || end != rate_text.data() + rate_text.size())
    return refused(400, "rate", rate_text, "a number from 0.5 to 2");
  const std::string text = value("text", "");
  if (text.empty() || text.size() > Speech::kMostText)
    return refused(400, "text", std::to_string(text.size()) + " bytes",
                   "1 to " + std::to_string(Speech::kMostText) + " bytes");
  const auto sound = speech_.say(text, value("language", "en"), rate);
  if (!sound) return refused(404, "speech", "nobody who speaks", "espeak-ng, with this language");
  Answer answer;
  answer.type = "audio/wav";
  answer.body = sound;
  answer.headers["Cache-Control"] = "private, max-age=86400";
  return answer;
}

Answer Api::people(const Request&) {
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto people = journal_->people();
  if (!people) return failed(people.error());
  Json list = Json::array();
  for (const auto& each : *people)
    list.push_back({{"id", journal::number_of(each.id)},
                    {"name", each.name},
                    {"created_at", each.created_at},
                    {"is_default", each.is_default}});
  return with({{"people", std::move(list)}});
}

Answer Api::person(const Request& request) {
  const auto id = person_in(request);
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto document = id ? journal::export_json(*journal_, journal::PersonId{*id}) : Result<Json>(Json());
  if (!id || !document) return refused(404, "path", request.path, "somebody in this journal");
  return with(*document);
}

Answer Api::erase(const Request& request) {
  const auto id = person_in(request);
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto people = journal_->people();
  if (!people) return failed(people.error());
  for (const auto& each : *people) {
    if (!id || journal::number_of(each.id) != *id) continue;
    const auto erased = journal_->erase_person(each.id);
    return erased ? with({{"erased", *id}}) : failed(erased.error());
  }
  return refused(404, "path", request.path, "somebody in this journal");
}

Answer Api::exported(const Request&) {
  const std::lock_guard<std::mutex> guard(mutex_);
  const auto document = journal::export_json(*journal_);
  return document ? with(*document) : failed(document.error());
}

namespace {

struct ReportAsked {
  std::string language;
  Json record;
};
template <class A>
void describe(A& a, ReportAsked& v) {
  a.required("language", v.language);
  a.required("record", v.record);
}

/// The practice in a language; in English where there are no words of it.
Loaded<Practice> spoken(const std::string& language) {
  const auto words =
      practice::is_language(language) ? practice::embedded_words(language) : std::string_view();
  if (words.empty())
    return practice::load_text(practice::embedded_json(), practice::Trust::checked_when_built);
  const auto document =
      practice::in_language(*parse_json(practice::embedded_json(), "practice"), *parse_json(words, "words"));
  if (!document) return tl::unexpected(document.error());
  return practice::load(*document);
}

}  // namespace

/// What is kept is not asked: the app knows it, and tells it.
Answer Api::report(const Request& request) {
  if (!request.content_type.starts_with("application/json"))
    return refused(415, "Content-Type", request.content_type, "application/json");
  const auto asked = parse_document<ReportAsked>(request.body, "body", nullptr);
  if (!asked) return refused(400, asked.error());
  const auto practice = spoken(asked->language);
  if (!practice) return refused(400, practice.error());
  const auto record = outcomes::read_record(*practice, asked->record, "record");
  if (!record) return refused(400, record.error());
  const auto page = outcomes::report_pdf(*practice, outcomes::outcomes_of(*practice, *record));
  if (!page) return failed(page.error());
  Answer answer;
  answer.type = "application/pdf";
  answer.body = std::make_shared<const std::string>(*page);
  return answer;
}

}  // namespace thenar::server
