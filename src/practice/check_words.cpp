// Every text that the practice promises is there, and none says what may not be claimed.
#include "checks.hpp"
#include "thenar/base/text.hpp"

namespace thenar::practice {
namespace {

/// The texts each thing of a kind needs: "<kind>.<ID>.<word>".
struct Required {
  const char* list;
  const char* kind;
  std::vector<const char*> words;
};

class Words {
 public:
  Words(const Practice& practice, Problems& problems) : practice_(practice), problems_(problems) {}

  void need(const std::string& key, const std::string& path) {
    const auto found = practice_.words.find(key);
    if (found != practice_.words.end() && !found->second.empty()) return;
    report(problems_, path, "no text for the word \"" + key + "\"", "a text in words/en.toml");
  }
  template <class T>
  void need_all(const std::vector<T>& things, const Required& required) {
    for (std::size_t i = 0; i < things.size(); ++i)
      for (const char* each : required.words)
        need(std::string(required.kind) + "." + things[i].id + "." + each, path_of(required.list, i));
  }

 private:
  const Practice& practice_;
  Problems& problems_;
};

// What every thing of a kind must have; the words that depend on its fields follow below.
void need_fixed(const Practice& p, Words& words) {
  words.need_all(p.zones, {"zones", "zone", {"name", "contents"}});
  words.need_all(p.regions, {"regions", "region", {"name"}});
  words.need_all(p.groups, {"groups", "group", {"name"}});
  words.need_all(p.places, {"places", "place", {"name"}});
  words.need_all(p.tools, {"tools", "tool", {"name"}});
  words.need_all(p.techniques, {"techniques", "technique", {"name", "how", "not_when"}});
  words.need_all(p.combos, {"combos", "combo", {"name"}});
  words.need_all(p.points, {"points", "point", {"name", "where", "caution"}});
  words.need_all(p.gates, {"gates", "gate", {"question"}});
  words.need_all(p.rules, {"rules", "rule", {"name", "effect", "why"}});
  words.need_all(p.guidance.rules, {"guidance.rules", "session_rule", {"name", "say"}});
  words.need_all(p.programmes, {"programmes", "programme", {"name", "for", "frequency", "adjuncts"}});
  words.need_all(p.claims, {"claims", "claim", {"evidence"}});
  words.need_all(p.measures, {"measures", "measure", {"name", "scoring"}});
  words.need_all(p.media, {"media", "medium", {"name"}});
}

void need_for_rule(const Rule& rule, std::size_t index, Words& words) {
  const auto key = "rule." + rule.id + ".";
  const auto path = path_of("rules", index);
  if (!rule.gate.empty()) words.need(key + "question", path);
  for (std::size_t i = 0; i < rule.follow_ups.size(); ++i) {
    const auto& asked = rule.follow_ups[i];
    const auto at = path_of("rules", index, path_of("follow_ups", i));
    words.need(key + "ask." + asked.key, at);
    for (const auto& value : asked.values) words.need(key + "answer." + asked.key + "." + value, at);
  }
  for (std::size_t i = 0; i < rule.effects.size(); ++i) {
    const auto& effect = rule.effects[i];
    const auto at = path_of("rules", index, path_of("effects", i));
    if (!effect.advice.empty()) words.need("advice." + effect.advice, at + ".advice");
    if (!effect.who.empty()) words.need("who." + effect.who, at + ".who");
    for (std::size_t n = 0; n < effect.notes.size(); ++n)
      words.need("note." + effect.notes[n], at + "." + path_of("notes", n));
  }
}

/// Texts that screening says by itself, whatever the rules are.
void need_of_screening(Words& words) {
  for (const char* key :
       {"advice.partner_cannot_give", "advice.sore_twice", "advice.numb_twice", "advice.nothing_left",
        "note.mark_left_out", "note.stopped_today", "note.let_it_rest", "note.softer_after_soreness",
        "note.latex", "note.day_used", "who.doctor", "giver.cannot_give", "giver.spares_hands",
        "giver.gloves", "giver.products", "giver.nothing", "giver.advice", "list.and", "language.code"})
    words.need(key, "screening");
}

void need_by_field(const Practice& p, Words& words) {
  for (std::size_t i = 0; i < p.gates.size(); ++i) {
    const auto& gate = p.gates[i];
    if (gate.asks_all_again) words.need("gate." + gate.id + ".new", path_of("gates", i));
    if (!gate.every_time) words.need("gate." + gate.id + ".glance", path_of("gates", i));
  }
  for (std::size_t i = 0; i < p.rules.size(); ++i) need_for_rule(p.rules[i], i, words);
  for (std::size_t i = 0; i < p.techniques.size(); ++i)
    for (std::size_t n = 0; n < p.techniques[i].composite.size(); ++n)
      words.need("technique." + p.techniques[i].id + ".part." + p.techniques[i].composite[n].id,
                 path_of("techniques", i, path_of("composite", n)));
  for (std::size_t i = 0; i < p.points.size(); ++i)
    words.need(
        "point." + p.points[i].id + (p.points[i].kind == PointKind::acupoint ? ".tradition" : ".referral"),
        path_of("points", i));
  for (std::size_t i = 0; i < p.programmes.size(); ++i)
    for (std::size_t n = 0; n < p.programmes[i].steps.size(); ++n)
      if (const auto& cue = p.programmes[i].steps[n].cue; !cue.empty())
        words.need(cue, path_of("programmes", i, path_of("steps", n, "cue")));
  for (std::size_t i = 0; i < p.claims.size(); ++i)
    if (p.claims[i].may_say) words.need("claim." + p.claims[i].id + ".sentence", path_of("claims", i));
  for (std::size_t i = 0; i < p.checklist.size(); ++i)
    words.need((p.checklist[i].before ? "preparation." : "aftercare.") + p.checklist[i].id,
               path_of("checklist", i));
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Whether a lower-case text has the word (or words) on its own, not inside a longer one.
bool says(const std::string& text, const std::string& words) {
  for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
    const auto end = at + words.size();
    if ((at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]))) return true;
  }
  return false;
}

}  // namespace

void check_words(const Practice& practice, Problems& problems) {
  Words words(practice, problems);
  need_fixed(practice, words);
  need_of_screening(words);
  need_by_field(practice, words);
  for (const auto& [key, text] : practice.words) {
    const auto said = lower(text);
    for (const auto& forbidden : practice.forbidden_words)
      if (!forbidden.empty() && says(said, lower(forbidden)))
        report(problems, "words." + key, "\"" + forbidden + "\"", "a text without words that claim too much",
               "forbidden_words lists them");
  }
}

}  // namespace thenar::practice
