// hand_conformance HAND.bin CASES.jsonl: poses hands natively and writes what comes out, for the module to do
// again: {"shape", "made", "pose", "dents", "positions", "normals", "zones", "distance", "points"} a line.
#include <fstream>
#include <iostream>
#include <iterator>

#include "thenar/base/json.hpp"
#include "web/hand/hands.hpp"

namespace thenar::test {
namespace {

struct Case {
  std::string shape;
  double bend;  ///< added to every angle, as a wave
  Json dents;
  Json zones;
};

std::vector<Case> cases() {
  const Json none = Json::array();
  const Json dents = Json::array(
      {{-0.03, 0.05, -0.02, 0, 0, 1, 0.008, 0.004, 0.03}, {0.01, 0.06, 0.012, 0, 0, -1, 0.006, 0.002, 0.02}});
  return {{"{\"level\":1}", 0, none, none},
          {"{\"level\":1}", 0.3, none, Json::array({"THEN"})},
          {"{\"level\":1,\"man\":1,\"length_m\":0.212}", 0, dents, Json::array({"D2.P3.pal", "D3.P3.pal"})},
          {"{\"level\":1,\"man\":0,\"length_m\":0.16}", -0.2, dents, Json::array({"THEN", "HYPO", "PIS"})},
          {"{\"level\":1,\"years\":6,\"length_m\":0.125}", 0.5, none, none},
          {"{\"level\":0,\"years\":88,\"shapes\":{\"fingers_thicker\":0.3}}", 0.2, none, none},
          {"{\"level\":2}", 0.4, dents, Json::array({"HYPO"})}};
}

void set_pose(web::HandArrays& arrays, double bend) {
  for (std::size_t i = 0; i < hand::kAngles; ++i)
    arrays.pose[i] += bend * (static_cast<double>(i % 4) - 1) / 2;
  if (bend == 0) return;
  const double rigid[] = {0.1, -0.2, 0.3, 0.927361849549570, 0.02, -0.01, 0.3};
  std::copy(std::begin(rigid), std::end(rigid), arrays.pose.begin() + hand::kAngles);
}

bool write(std::ostream& out, web::Hands& hands, const Case& each) {
  const auto made = hands.make(each.shape);
  const auto number = Json::parse(made.text, nullptr, false).value("hand", 0);
  auto* hand = hands.find(number);
  if (!made.ok || hand == nullptr || !hands.mark(number, to_line(each.zones)).ok) {
    std::cerr << each.shape << ": " << made.text << '\n';
    return false;
  }
  auto& arrays = hand->arrays();
  set_pose(arrays, each.bend);
  std::size_t at = 0;
  for (const auto& dent : each.dents)
    for (const auto& value : dent) arrays.dents[at++] = value.get<double>();
  hand->move(each.dents.size());
  hand->name_zones();
  Json line = {{"shape", each.shape},
               {"made", made.text},
               {"pose", arrays.pose},
               {"dents", each.dents},
               {"marked", each.zones},
               {"positions", arrays.positions},
               {"normals", arrays.normals},
               {"zones", arrays.zones},
               {"distance", arrays.zone_distance},
               {"joints", arrays.joints},
               {"points", hands.points(number).text}};
  out << to_line(line) << '\n';
  return hands.close(number).ok;
}

}  // namespace
}  // namespace thenar::test

int main(int argc, char** argv) {
  using namespace thenar;
  if (argc != 3) {
    std::cerr << "hand_conformance HAND.bin CASES.jsonl\n";
    return 2;
  }
  std::ifstream in(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  web::Hands hands;
  for (const auto& answer : {hands.load(""), hands.load_asset(bytes)})
    if (!answer.ok) {
      std::cerr << answer.text << '\n';
      return 1;
    }
  std::ofstream out(argv[2], std::ios::binary);
  for (const auto& each : test::cases())
    if (!test::write(out, hands, each)) return 1;
  return out.flush().good() ? 0 : 1;
}
