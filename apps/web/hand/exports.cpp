// The exports of thenar_hand.wasm, as ../boundary/exports.hpp says; what each takes and gives stands in
// hands.hpp, what the arrays hold in drawn_hand.hpp. Arrays stay where they are as long as their hand is
// open.
#include "../boundary/exports.hpp"

#include "hands.hpp"

namespace {

using thenar::web::answered;
using thenar::web::with_text;

thenar::web::Hands& hands() {
  static thenar::web::Hands only;
  return only;
}

/// Calls with address and number of elements of an array, in the order of HandArrays.
template <class Visit>
std::size_t visit(std::int32_t hand, int array, Visit visit_one) {
  auto* found = hands().find(hand);
  if (found == nullptr) return 0;
  auto& a = found->arrays();
  switch (array) {
    case 0:
      return visit_one(a.rest);
    case 1:
      return visit_one(a.rest_normals);
    case 2:
      return visit_one(a.chart);
    case 3:
      return visit_one(a.triangles);
    case 4:
      return visit_one(a.zones);
    case 5:
      return visit_one(a.pose);
    case 6:
      return visit_one(a.dents);
    case 7:
      return visit_one(a.positions);
    case 8:
      return visit_one(a.normals);
    case 9:
      return visit_one(a.zone_distance);
    case 10:
      return visit_one(a.hit);
    case 11:
      return visit_one(a.joints);
    default:
      return 0;
  }
}

}  // namespace

THENAR_EXPORT(load) int thenar_load(const char* text, std::size_t size) {
  return with_text(text, size, [](auto practice) { return hands().load(practice); });
}
THENAR_EXPORT(load_asset) int thenar_load_asset(const char* text, std::size_t size) {
  return with_text(text, size, [](auto bytes) { return hands().load_asset(bytes); });
}
THENAR_EXPORT(load_clips) int thenar_load_clips(const char* text, std::size_t size) {
  return with_text(text, size, [](auto bytes) { return hands().load_clips(bytes); });
}
THENAR_EXPORT(show_steps) int thenar_show_steps(const char* text, std::size_t size) {
  return with_text(text, size, [](auto steps) { return hands().show_steps(steps); });
}
/// Hands::join and Played::show_join.
THENAR_EXPORT(join) double thenar_join(int from, double share, int to) {
  return hands().join(from, share, to);
}
THENAR_EXPORT(join_moment) int thenar_join_moment(double time_s, double of_s) {
  return hands().played().show_join(time_s, of_s);
}
/// Played::show, and where its numbers begin.
THENAR_EXPORT(moment) int thenar_moment(int clip, double share) {
  return hands().played().show(clip, share) ? 1 : 0;
}
THENAR_EXPORT(moment_numbers) std::size_t thenar_moment_numbers() {
  return reinterpret_cast<std::size_t>(hands().played().numbers().data());
}
THENAR_EXPORT(make) int thenar_make(const char* text, std::size_t size) {
  return with_text(text, size, [](auto shape) { return hands().make(shape); });
}
THENAR_EXPORT(points) int thenar_points(int hand) {
  return answered(hands().points(hand));
}
THENAR_EXPORT(mark) int thenar_mark(const char* text, std::size_t size, int hand) {
  return with_text(text, size, [=](auto zones) { return hands().mark(hand, zones); });
}
THENAR_EXPORT(close) int thenar_close(int hand) {
  return answered(hands().close(hand));
}

/// Where an array of a hand begins, 0 where there is none.
THENAR_EXPORT(array) std::size_t thenar_array(int hand, int array) {
  return visit(hand, array, [](auto& values) { return reinterpret_cast<std::size_t>(values.data()); });
}
/// How many numbers it holds.
THENAR_EXPORT(array_size) std::size_t thenar_array_size(int hand, int array) {
  return visit(hand, array, [](auto& values) { return values.size(); });
}

/// DrawnHand::move, meet, zone_at and name_zones; nothing, or −1, for a hand that is not open.
THENAR_EXPORT(move) void thenar_move(int hand, int dents) {
  if (auto* found = hands().find(hand)) found->move(static_cast<std::size_t>(dents > 0 ? dents : 0));
}
THENAR_EXPORT(meet)
int thenar_meet(int hand, double x, double y, double z, double way_x, double way_y, double way_z) {
  auto* found = hands().find(hand);
  return found != nullptr && found->meet({x, y, z}, {way_x, way_y, way_z}) ? 1 : 0;
}
THENAR_EXPORT(zone_at) int thenar_zone_at(int hand, int triangle, double u, double v) {
  const auto* found = hands().find(hand);
  return found == nullptr ? -1 : found->zone_at(triangle, u, v);
}
THENAR_EXPORT(name_zones) void thenar_name_zones(int hand) {
  if (auto* found = hands().find(hand)) found->name_zones();
}
