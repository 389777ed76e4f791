#include "hands.hpp"

#include "thenar/base/json.hpp"
#include "thenar/hand/limits.hpp"
#include "thenar/practice/embedded.hpp"
#include "thenar/practice/load.hpp"

namespace thenar::web {
namespace {

/// Ways between strokes stay more than a centimetre off the skin: that is told finely enough so.
constexpr motion::Closeness kJoinCloseness{0.005, 0.025};

struct Shape {
  hand::HandShape hand;
  int level = 2;
};
template <class A>
void describe(A& a, Shape& v) {
  a.optional("man", v.hand.man);
  a.optional("years", v.hand.years);
  a.optional("length_m", v.hand.length_m);
  a.optional("shapes", v.hand.shapes);
  a.optional("level", v.level, Range{0, 3});
}

struct Steps {
  Request request;
  std::vector<Step> steps;
};
template <class A>
void describe(A& a, Steps& v) {
  a.required("request", v.request);
  a.required("steps", v.steps);
}

Json list_of(const hand::Vec3& v) {
  return Json::array({v.x(), v.y(), v.z()});
}

Answer no_hand(std::int32_t hand) {
  return refused("hand " + std::to_string(hand), "the number of an open hand");
}

Json ranges_of(const hand::Limits& limits) {
  Json ranges = Json::object();
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    ranges[std::string(hand::word(static_cast<hand::Angle>(i)))] = {{"least", limits.least[i]},
                                                                    {"most", limits.most[i]}};
  return ranges;
}

}  // namespace

Answer Hands::load(std::string_view practice_json) {
  auto loaded = practice_json.empty()
                    ? practice::load_text(practice::embedded_json(), practice::Trust::checked_when_built)
                    : practice::load_text(practice_json);
  if (!loaded) return refused(loaded.error());
  const auto limits = hand::limits_of(*loaded);
  if (!limits) return refused(limits.error());
  played_.forget_scene();
  scene_.reset();
  practice_ = std::make_shared<const Practice>(std::move(*loaded));
  Json zones = Json::array();
  for (const Zone& zone : practice_->zones)
    zones.push_back({{"id", zone.id}, {"name", practice_->say("zone." + zone.id + ".name")}});
  return given({{"version", practice_->version}, {"zones", zones}, {"ranges", ranges_of(*limits)}});
}

Answer Hands::load_asset(std::string_view bytes) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(bytes.data());
  auto read = hand::read_asset({first, bytes.size()}, "hand.bin");
  if (!read) return refused(Problems{read.error()});
  played_.forget_scene();
  scene_.reset();
  asset_ = std::make_unique<hand::Asset>(std::move(*read));
  Json shapes = Json::array();
  for (const auto& target : asset_->targets) shapes.push_back(target.name);
  return given({{"shapes", shapes}});
}

Answer Hands::load_clips(std::string_view bytes) {
  if (!practice_) return refused("no practice", "a practice that was loaded", "Load one first");
  return played_.load(*practice_, bytes);
}

motion::Scene* Hands::scene() {
  if (!practice_ || !asset_) return nullptr;
  if (scene_) return scene_.get();
  auto made = motion::make_scene(*practice_, *asset_, {}, kJoinCloseness);
  if (made) scene_ = std::move(*made);
  return scene_.get();
}

double Hands::join(std::int32_t from, double share, std::int32_t to) {
  motion::Scene* there = scene();
  return there == nullptr ? -1 : played_.join(*there, from, share, to).value_or(-1);
}

Answer Hands::show_steps(std::string_view text) {
  motion::Scene* there = scene();
  if (there == nullptr) return refused("no practice or hand", "both loaded", "Load them first");
  auto read = parse_document<Steps>(text, "steps", &practice_->ids);
  if (!read) return refused(read.error());
  Plan plan;
  plan.clearance = screening::screen(*practice_, read->request.checkin);
  plan.request = std::move(read->request);
  plan.steps = std::move(read->steps);
  return played_.show_steps(*there, plan);
}

Answer Hands::make(std::string_view shape) {
  if (!practice_) return refused("no practice", "a practice that was loaded", "Load one first");
  if (!asset_) return refused("no hand.bin", "the bytes of hand.bin", "Load it first");
  if (hands_.size() >= kMostHands)
    return refused(std::to_string(hands_.size()) + " open hands", "fewer", "Close one first");
  const auto wanted = parse_document<Shape>(shape, "shape", nullptr);
  if (!wanted) return refused(wanted.error());
  auto model = hand::make_model(*asset_, wanted->hand, wanted->level);
  if (!model) return refused(Problems{model.error()});
  auto hand = std::make_unique<DrawnHand>(practice_, std::move(*model));
  const auto& made = hand->model();
  const Json answer = {{"hand", ++last_hand_},
                       {"vertices", made.positions.size()},
                       {"triangles", made.triangles.size()},
                       {"length_m", length_of(made)},
                       {"rest", made.skeleton.rest},
                       {"elbow", list_of(made.skeleton.joints.elbow)}};
  hands_.emplace(last_hand_, std::move(hand));
  return given(answer);
}

Answer Hands::points(std::int32_t hand) const {
  const DrawnHand* found = find(hand);
  if (found == nullptr) return no_hand(hand);
  const Practice& practice = found->practice();
  const auto& model = found->model();
  Json points = Json::array();
  for (const Point& point : practice.points) {
    const auto at = found->map().surface_point(point.placement);
    if (!at) continue;
    points.push_back({{"id", point.id},
                      {"name", practice.say("point." + point.id + ".name")},
                      {"kind", word(point.kind)},
                      {"zone", practice.at(point.zone).id},
                      {"triangle", at->triangle},
                      {"weights", list_of(at->weights)},
                      {"at", list_of(at->on(model.positions, model.triangles))},
                      {"normal", list_of(at->on(found->rest_normals(), model.triangles).normalized())}});
  }
  return given({{"points", points}});
}

Answer Hands::mark(std::int32_t hand, std::string_view zones) {
  DrawnHand* found = find(hand);
  if (found == nullptr) return no_hand(hand);
  auto json = parse_json(zones, "zones");
  if (!json) return refused(Problems{json.error()});
  ZoneSet set;
  if (!json->is_array()) return refused(kind_of(*json), "a list of zones");
  for (const auto& each : *json) {
    const ZoneId id =
        each.is_string() ? found->practice().ids.zones.find(each.get_ref<const std::string&>()) : ZoneId{};
    if (!id.valid()) return refused(to_line(each), "the id of a zone of this practice");
    set.add(id);
  }
  found->mark(set);
  return given({{"zones", *json}});
}

Answer Hands::close(std::int32_t hand) {
  if (hands_.erase(hand) == 0) return no_hand(hand);
  return given({{"hand", hand}});
}

DrawnHand* Hands::find(std::int32_t hand) const {
  const auto at = hands_.find(hand);
  return at == hands_.end() ? nullptr : at->second.get();
}

}  // namespace thenar::web
