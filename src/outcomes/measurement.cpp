#include "thenar/outcomes/measurement.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace thenar::outcomes {
namespace {

struct Unit {
  std::string_view name;
  std::string_view of;  ///< the unit it is turned into
  double factor;
};
// The international pound and inch (1959).
constexpr std::array<Unit, 5> kUnits{
    {{"lb", "kg", 0.45359237}, {"in", "cm", 2.54}, {"mm", "cm", 0.1}, {"in", "mm", 25.4}, {"cm", "mm", 10}}};

double factor_of(const Measure& measure, std::string_view unit) {
  if (unit.empty() || unit == measure.unit) return 1;
  for (const auto& each : kUnits)
    if (each.name == unit && each.of == measure.unit) return each.factor;
  return 0;
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string text;
  for (const auto each : words) text.append(text.empty() ? "" : ", ").append(each);
  return text;
}

std::string listed(const std::vector<std::string>& words) {
  return listed(std::vector<std::string_view>(words.begin(), words.end()));
}

std::string number(double value) {
  return to_line(Json(value));
}

/// Scales and answers have whole points only.
bool is_counted_in_points(const Measure& measure) {
  return measure.unit == "points" || measure.unit == "squares" || measure.scoring == Scoring::table;
}

class Understanding {
 public:
  Understanding(const Practice& practice, const journal::Measured& measured, std::string_view path)
      : practice_(practice), measured_(measured), path_(path) {}

  Loaded<Measurement> read() {
    const auto id = practice_.ids.measures.find(measured_.measure);
    if (!id.valid()) {
      fault("measure", "\"" + measured_.measure + "\"", "a measure of this practice", "See: thenar measures");
      return tl::unexpected(std::move(problems_));
    }
    const auto& measure = practice_.at(id);
    if (measure.flag == LicenceFlag::N)
      fault("measure", "\"" + measure.id + "\"", "a measure whose licence lets a program score it");
    hand(measure);
    site(measure);
    auto values = values_of(measure);
    if (!problems_.empty()) return tl::unexpected(std::move(problems_));
    return Measurement{measured_.id,      id,           measured_.hand,      measured_.site,
                       std::move(values), measured_.at, measured_.by_another};
  }

 private:
  void fault(const std::string& field, std::string found, std::string expected, std::string remedy = {}) {
    add_problem(problems_, {{{}, 0, path_.empty() ? field : std::string(path_) + "." + field},
                            std::move(found),
                            std::move(expected),
                            std::move(remedy)});
  }
  void hand(const Measure& measure) {
    const bool of_hand = measure.of != Site::person;
    if (of_hand && !measured_.hand) fault("hand", "none", "left or right");
    if (!of_hand && measured_.hand)
      fault("hand", std::string(word(*measured_.hand)), "none: it is of the person");
  }
  void site(const Measure& measure) {
    const auto sites = sites_of(practice_, measure);
    if (std::find(sites.begin(), sites.end(), measured_.site) != sites.end()) return;
    fault("site", measured_.site.empty() ? "none" : "\"" + measured_.site + "\"",
          sites.front().empty() ? "none" : "one of " + listed(sites));
  }
  std::vector<std::optional<double>> values_of(const Measure& measure) {
    const double factor = factor_of(measure, measured_.unit);
    if (factor == 0) {
      fault("unit", "\"" + measured_.unit + "\"", "one of " + listed(units_of(measure)));
      return {};
    }
    if (measured_.values.size() > static_cast<std::size_t>(measure.items))
      fault("values", std::to_string(measured_.values.size()), "at most " + std::to_string(measure.items));
    const double low = measure.item_low.value_or(measure.low);
    const double high = measure.item_high.value_or(measure.high);
    std::vector<std::optional<double>> values;
    for (std::size_t i = 0; i < measured_.values.size() && problems_.size() < kMostProblems; ++i) {
      const auto& typed = measured_.values[i];
      values.push_back(typed ? std::optional(*typed * factor) : std::nullopt);
      if (typed && is_counted_in_points(measure) && *typed != std::round(*typed))
        fault("values[" + std::to_string(i) + "]", number(*typed), "a whole number");
      if (!typed || (*values.back() >= low && *values.back() <= high)) continue;
      fault("values[" + std::to_string(i) + "]", number(*typed) + unit_shown(measure),
            number(low) + " to " + number(high) + " " + measure.unit, other_unit(measure, *typed, low, high));
    }
    if (std::none_of(values.begin(), values.end(), [](const auto& value) { return value.has_value(); }))
      fault("values", "no value", "at least one");
    return values;
  }
  std::string unit_shown(const Measure& measure) const {
    return " " + (measured_.unit.empty() ? measure.unit : measured_.unit);
  }
  /// Said where the number would be right in another unit.
  std::string other_unit(const Measure& measure, double typed, double low, double high) const {
    for (const auto unit : units_of(measure)) {
      const double value = typed * factor_of(measure, unit);
      if (unit != measured_.unit && value >= low && value <= high)
        return "If its unit is \"" + std::string(unit) + "\", give the unit too";
    }
    return {};
  }

  const Practice& practice_;
  const journal::Measured& measured_;
  std::string_view path_;
  Problems problems_;
};

}  // namespace

std::vector<std::string_view> units_of(const Measure& measure) {
  std::vector<std::string_view> units{measure.unit};
  for (const auto& each : kUnits)
    if (each.of == measure.unit) units.push_back(each.name);
  return units;
}

bool depends_on_who_measures(const Measure& measure) {
  const bool of_joints = measure.of == Site::finger || measure.of == Site::thumb || measure.of == Site::joint;
  return of_joints || measure.sem_other.has_value();
}

bool is_counted(const Measure& measure) {
  return measure.unit == "sessions" || measure.unit == "events";
}

namespace {

/// Joints that every finger has: their sites carry its number, PIP3. Those of the thumb do too and are its
/// own: MCP1.
constexpr std::array<std::string_view, 3> kFingerJoints{"MCP", "PIP", "DIP"};
bool is_of_fingers(std::string_view joint) {
  return std::find(kFingerJoints.begin(), kFingerJoints.end(), joint) != kFingerJoints.end();
}

}  // namespace

bool is_missing_to_straight(std::string_view site) {
  return is_of_fingers(site.substr(0, 3)) && site.ends_with(".extension");
}

Better better_of(const Measure& measure, std::string_view site) {
  return measure.of == Site::joint && is_missing_to_straight(site) ? Better::low : measure.better;
}

std::vector<std::string> sites_of(const Practice& practice, const Measure& measure) {
  if (measure.of == Site::finger) return {"D2", "D3", "D4", "D5"};
  if (measure.of != Site::joint) return {""};
  std::vector<std::string> sites;
  const auto add = [&](const std::string& joint, const std::string& movement) {
    sites.push_back(joint + "." + movement);
  };
  for (const auto& angle : practice.joint_angles) {
    if (!is_of_fingers(angle.joint)) {
      add(angle.joint, angle.movement);
      continue;
    }
    for (const char* finger : {"2", "3", "4", "5"})
      for (const char* movement : {"flexion", "extension"}) add(angle.joint + finger, movement);
  }
  return sites;
}

Loaded<Measurement> understood(const Practice& practice, const journal::Measured& measured,
                               std::string_view path) {
  return Understanding(practice, measured, path).read();
}

}  // namespace thenar::outcomes
