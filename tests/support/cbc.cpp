#include "cbc.hpp"

#include <unistd.h>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

namespace thenar::test {
namespace {

using planning::CandidateKind;
using planning::Instance;

/// Slopes in whole millionths a quantum, as the format says.
struct Slopes {
  int first_quanta = 0;
  int second_quanta = 0;
  std::int64_t first = 0;
  std::int64_t second = 0;
};
Slopes slopes_of(const Instance& instance, const planning::InstanceCandidate& c) {
  Slopes s;
  s.first_quanta = (c.typ_s - c.min_s) / instance.quantum_s;
  s.second_quanta = (c.max_s - c.typ_s) / instance.quantum_s;
  if (s.first_quanta > 0) s.first = (c.worth_typ - c.worth_min) / s.first_quanta;
  if (s.second_quanta > 0) s.second = (c.worth_max - c.worth_typ) / s.second_quanta;
  return s;
}

/// The mixed-integer programme in LP format. For candidate i: binary y, whole quanta a (to typ) and b
/// (beyond); for a group with marks: binary s. Without `served` the most groups are to be served, with it the
/// most worth is wanted and so many must be.
std::string to_lp(const Instance& in, std::optional<int> served) {
  std::ostringstream goal, rows, bounds, generals, binaries;
  std::map<std::string, std::string> group_seconds, group_count, region_rows, acupoints;
  std::map<std::string, std::string> hand_quanta;
  std::string budget, triggers, all_served;
  std::map<std::string, std::string> serving;
  std::map<std::string, int> region_number;
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < in.candidates.size(); ++i) index[in.candidates[i].id] = i;
  int row = 0;
  for (std::size_t i = 0; i < in.candidates.size(); ++i) {
    const auto& c = in.candidates[i];
    const auto s = slopes_of(in, c);
    const std::string n = std::to_string(i);
    goal << " + " << c.worth_min << " y" << n << " + " << s.first << " a" << n << " + " << s.second << " b"
         << n;
    rows << " r" << row++ << ": a" << n << " - " << s.first_quanta << " y" << n << " <= 0\n";
    rows << " r" << row++ << ": b" << n << " - " << s.second_quanta << " y" << n << " <= 0\n";
    bounds << " 0 <= a" << n << " <= " << s.first_quanta << "\n 0 <= b" << n << " <= " << s.second_quanta
           << "\n";
    generals << " a" << n << " b" << n;
    binaries << " y" << n;
    const std::string quanta =
        " + " + std::to_string(c.min_s / in.quantum_s) + " y" + n + " + a" + n + " + b" + n;
    const std::string costed = " + " + std::to_string((c.min_s + in.step_cost_s) / in.quantum_s) + " y" + n +
                               " + a" + n + " + b" + n;
    const std::string hand(word(c.hand));
    budget += costed;
    hand_quanta[hand] += costed;
    group_seconds[c.groups.front()] += quanta;
    group_count[c.groups.front()] += " + y" + n;
    if (c.serves) serving[c.groups.front()] += " - y" + n;
    if (c.kind == CandidateKind::acupoint) acupoints[hand] += " + y" + n;
    if (c.kind == CandidateKind::trigger) triggers += " + y" + n;
    const auto z = region_number.emplace(hand + "/" + c.region, static_cast<int>(region_number.size()));
    if (z.second) {
      const std::string cost =
          " + " + std::to_string(in.region_cost_s / in.quantum_s) + " z" + std::to_string(z.first->second);
      budget += cost;
      hand_quanta[hand] += cost;
      binaries << " z" << z.first->second;
    }
    rows << " r" << row++ << ": y" << n << " - z" << z.first->second << " <= 0\n";
    for (const auto& other_id : c.excludes) {
      const auto j = index.at(other_id);
      if (j != i) rows << " r" << row++ << ": y" << n << " + y" << j << " <= 1\n";
    }
  }
  const auto add = [&](const std::string& left, int right) {
    if (!left.empty()) rows << " r" << row++ << ":" << left << " <= " << right << "\n";
  };
  add(budget, in.budget_s / in.quantum_s);
  for (Hand hand : kHands)
    add(hand_quanta[std::string(word(hand))],
        std::max(0, std::min(in.hand_cap_s[hand], in.budget_s - in.hand_min_s[other(hand)])) / in.quantum_s);
  for (const auto& [group, left] : group_seconds) add(left, in.group_cap_s.at(group) / in.quantum_s);
  for (const auto& [group, left] : group_count) add(left, in.max_techniques_per_group);
  for (const auto& [hand, left] : acupoints) add(left, in.max_acupoints_per_hand);
  add(triggers, in.max_trigger_points);
  int group_number = 0;
  for (const auto& [group, candidates] : serving) {
    const std::string s = " s" + std::to_string(group_number++);
    rows << " r" << row++ << ":" << s << candidates << " <= 0\n";
    binaries << s;
    all_served += " +" + s;
  }
  if (served && !all_served.empty()) rows << " r" << row++ << ":" << all_served << " >= " << *served << "\n";
  return "Maximize\n obj:" + (served ? goal.str() : all_served) + "\nSubject To\n" + rows.str() + "Bounds\n" +
         bounds.str() + "Generals\n" + generals.str() + "\nBinaries\n" + binaries.str() + "\nEnd\n";
}

}  // namespace

std::int64_t worth_at(const Instance& instance, const planning::InstanceCandidate& c, int seconds) {
  const auto s = slopes_of(instance, c);
  const int quanta = (seconds - c.min_s) / instance.quantum_s;
  return c.worth_min + s.first * std::min(quanta, s.first_quanta) +
         s.second * std::max(0, quanta - s.first_quanta);
}

int groups_served(const Instance& instance, const std::map<std::string, int>& seconds) {
  std::set<std::string> groups;
  for (const auto& c : instance.candidates)
    if (c.serves && seconds.contains(c.id)) groups.insert(c.groups.front());
  return static_cast<int>(groups.size());
}

namespace {

/// One run of cbc; nothing when it cannot be run or does not prove its answer best.
std::optional<CbcAnswer> run_cbc(const Instance& instance, std::optional<int> served) {
  CbcAnswer answer;
  static int number = 0;
  const auto folder = std::filesystem::temp_directory_path();
  const auto stem = folder / ("thenar_cbc_" + std::to_string(getpid()) + "_" + std::to_string(number++));
  const std::string lp = stem.string() + ".lp";
  const std::string out = stem.string() + ".sol";
  std::ofstream(lp) << to_lp(instance, served);
  const std::string command =
      "cbc " + lp + " ratioGap 0 allowableGap 0 primalTolerance 1e-9 integerTolerance 1e-9 solve solution " +
      out + " > /dev/null 2>&1";
  const int status = std::system(command.c_str());
  std::ifstream file(out);
  std::string head;
  std::getline(file, head);
  bool proved = status == 0 && head.rfind("Optimal", 0) == 0;
  std::map<std::string, double> values;
  std::string number_text, name;
  double value = 0;
  double cost = 0;
  while (file >> number_text >> name >> value >> cost) values[name] = value;
  std::filesystem::remove(lp);
  std::filesystem::remove(out);
  if (!proved) return {};
  for (std::size_t i = 0; i < instance.candidates.size(); ++i) {
    const auto& c = instance.candidates[i];
    const std::string n = std::to_string(i);
    if (std::lround(values["y" + n]) == 0) continue;
    const auto quanta = std::lround(values["a" + n]) + std::lround(values["b" + n]);
    answer.seconds[c.id] = c.min_s + static_cast<int>(quanta) * instance.quantum_s;
    answer.objective += worth_at(instance, c, answer.seconds[c.id]);
  }
  return answer;
}

}  // namespace

std::optional<CbcAnswer> solve_with_cbc(const Instance& instance) {
  if (instance.candidates.empty()) return CbcAnswer{};
  int served = 0;
  if (std::any_of(instance.candidates.begin(), instance.candidates.end(),
                  [](const auto& candidate) { return candidate.serves; })) {
    const auto most = run_cbc(instance, {});
    if (!most) return {};
    served = groups_served(instance, most->seconds);
  }
  return run_cbc(instance, served);
}

std::string broken_constraints(const Instance& in, const std::map<std::string, int>& seconds) {
  std::ostringstream broken;
  std::map<std::string, int> group_seconds, group_count;
  std::map<Hand, int> hand_seconds, acupoints;
  std::set<std::string> regions, known;
  int triggers = 0;
  for (const auto& c : in.candidates) {
    known.insert(c.id);
    const auto it = seconds.find(c.id);
    if (it == seconds.end()) continue;
    const int s = it->second;
    if (s < c.min_s || s > c.max_s || s % in.quantum_s != 0) broken << c.id << " has " << s << " s\n";
    hand_seconds[c.hand] += s + in.step_cost_s;
    if (regions.insert(std::string(word(c.hand)) + "/" + c.region).second)
      hand_seconds[c.hand] += in.region_cost_s;
    group_seconds[c.groups.front()] += s;
    ++group_count[c.groups.front()];
    acupoints[c.hand] += c.kind == CandidateKind::acupoint ? 1 : 0;
    triggers += c.kind == CandidateKind::trigger ? 1 : 0;
    for (const auto& other_id : c.excludes)
      if (seconds.contains(other_id)) broken << c.id << " with " << other_id << "\n";
  }
  for (const auto& [id, s] : seconds)
    if (!known.contains(id)) broken << id << " is no candidate\n";
  if (hand_seconds[Hand::left] + hand_seconds[Hand::right] > in.budget_s) broken << "budget\n";
  for (Hand hand : kHands) {
    if (hand_seconds[hand] > in.hand_cap_s[hand]) broken << "hand cap\n";
    if (hand_seconds[hand] > std::max(0, in.budget_s - in.hand_min_s[other(hand)]))
      broken << "the other hand's share\n";
    if (acupoints[hand] > in.max_acupoints_per_hand) broken << "acupoints\n";
  }
  if (triggers > in.max_trigger_points) broken << "trigger points\n";
  for (const auto& [group, s] : group_seconds)
    if (s > in.group_cap_s.at(group)) broken << "cap of " << group << "\n";
  for (const auto& [group, count] : group_count)
    if (count > in.max_techniques_per_group) broken << "techniques on " << group << "\n";
  return broken.str();
}

}  // namespace thenar::test
