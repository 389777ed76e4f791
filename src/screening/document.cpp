// A clearance as a document (thenar.clearance/1).
#include "limits.hpp"
#include "thenar/base/json.hpp"

namespace thenar {

/// What is shown of a zone: its own techniques off, without those that are off on the whole hand anyway.
struct ZoneShown {
  ZoneClearance zone;
};

template <class A>
void describe(A& a, ZoneShown& v) {
  a.required("max_level", v.zone.max_level);
  a.required("excluded", v.zone.excluded);
  a.required("static_allowed", v.zone.static_allowed);
  a.required("techniques_off", v.zone.techniques_off);
  a.required("max_seconds", v.zone.max_seconds);
  a.required("max_force_n", v.zone.max_force_n);
}

struct HandShown {
  const HandClearance* hand = nullptr;
  std::map<ZoneId, ZoneShown> zones;
};

template <class A>
void describe(A& a, HandShown& v) {
  a.required("allowed", v.hand->allowed);
  a.required("max_seconds", v.hand->max_seconds);
  a.required("max_firm_seconds", v.hand->max_firm_seconds);
  a.required("max_programme_seconds", v.hand->max_programme_seconds);
  a.required("zones", v.zones);
  a.required("techniques_off", v.hand->techniques_off);
  a.required("points_off", v.hand->points_off);
  a.required("programmes_off", v.hand->programmes_off);
  a.required("feedback_unreliable", v.hand->feedback_unreliable);
  a.required("last", v.hand->last);
}

template <class A>
void describe(A& a, GiverClearance& v) {
  a.required("can_give", v.can_give);
  a.required("tools_off", v.tools_off);
  a.required("max_level", v.max_level);
  a.required("max_seconds", v.max_seconds);
}

template <class A>
void describe(A& a, AppliedRule& v) {
  a.required("id", v.rule);
  a.required("class", v.rule_class);
  a.required("hands", v.hands);
  a.required("effect", v.effect);
  a.required("text", v.text);
}

namespace {

HandShown shown(const Practice& practice, const HandClearance& hand) {
  HandShown out{&hand, {}};
  for (std::size_t i = 0; i < practice.zones.size(); ++i) {
    const auto usual = screening::standing(practice.zones[i]);
    ZoneShown zone{hand.zones[i]};
    zone.zone.rules = {};  // who narrowed it is not written, nor is a narrowing to what holds for everybody
    zone.zone.techniques_off -= hand.techniques_off - usual.techniques_off;
    if (zone.zone != usual) out.zones.emplace(ZoneId{static_cast<std::int16_t>(i)}, zone);
  }
  return out;
}

}  // namespace

namespace screening {

Json to_document(const Practice& practice, const Clearance& clearance) {
  const Writer write(&practice.ids);
  Json out = Json::object();
  out["format"] = kClearanceFormat;
  out["mode"] = word(clearance.mode);
  out["verdict"] = word(clearance.verdict);
  out["session_refused"] = clearance.session_refused;
  const auto& advice = clearance.advice;
  out["advice"] = advice.empty() ? Json() : write.write(advice.front());
  out["further_advice"] =
      write.write(advice.empty() ? advice : std::vector(advice.begin() + 1, advice.end()));
  out["rules"] = write.write(clearance.rules);
  out["max_seconds"] = clearance.max_seconds;
  out["start_level_drop"] = clearance.start_level_drop;
  auto& hands = out["hands"] = Json::object();
  for (auto hand : kHands)
    hands[std::string(word(hand))] = write.write(shown(practice, clearance.hands[hand]));
  auto& giver = out["giver"] = Json::object();
  if (clearance.mode == Mode::partner) {
    giver["partner"] = write.write(clearance.partner);
  } else {
    for (auto hand : kHands) giver[std::string(word(hand))] = write.write(clearance.giver[hand]);
  }
  out["products_off"] = write.write(clearance.products_off);
  for (const auto& [key, value] : {std::pair("latex_off", clearance.latex_off),
                                   {"heat_off", clearance.heat_off},
                                   {"lubricant_required", clearance.lubricant_required},
                                   {"gloves", clearance.gloves},
                                   {"slow", clearance.slow},
                                   {"quiet", clearance.quiet}})
    out[key] = value;
  out["notes"] = write.write(clearance.notes);
  return out;
}

}  // namespace screening
}  // namespace thenar
