// Reading and writing single fields; the templates for composed types stand in the header.
#include <algorithm>

#include "thenar/base/json.hpp"

namespace thenar {
namespace {

constexpr double kMaxExact = 9007199254740992.0;  // 2^53: whole numbers that every JSON implementation keeps

std::string shown(const Json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  auto text = to_line(value);
  return text.size() > 60 ? text.substr(0, 57) + "..." : text;
}

std::string number_text(double value) {
  return value == std::floor(value) && std::abs(value) < kMaxExact
             ? std::to_string(static_cast<std::int64_t>(value))
             : to_line(Json(value));
}

}  // namespace

std::string kind_of(const Json& value) {
  if (value.is_null()) return "null";
  return (value.is_array() || value.is_object() ? "an " : "a ") + std::string(value.type_name());
}

std::string Path::text() const {
  std::string before = parent != nullptr ? parent->text() : std::string();
  if (index >= 0) return before + "[" + std::to_string(index) + "]";
  if (key.empty()) return before;
  return before.empty() ? std::string(key) : before + "." + std::string(key);
}

void Reader::format(std::string_view expected) {
  const Json* found = take("format");
  if (found == nullptr) return missing("format");
  if (found->is_string() && found->get_ref<const std::string&>() == expected) return;
  const auto slash = expected.rfind('/');
  const bool other_version = found->is_string() && slash != std::string_view::npos &&
                             found->get_ref<const std::string&>().starts_with(expected.substr(0, slash + 1));
  fault("format", shown(*found), "\"" + std::string(expected) + "\"",
        other_version ? "This document was written by another version of Thenar" : "");
}

const Json* Reader::take(std::string_view key) {
  known_.push_back(key);
  auto it = value_.find(key);
  return it == value_.end() ? nullptr : &*it;
}

void Reader::finish() {
  for (const auto& item : value_.items())
    if (std::find(known_.begin(), known_.end(), item.key()) == known_.end())
      fault(item.key(), "an unknown field", "only the fields of the format",
            "Take it out or correct its name");
}

void Reader::missing(std::string_view key) {
  fault(key, "nothing", "this field to be there");
}

void Reader::fault(std::string_view key, std::string found, std::string expected, std::string remedy) {
  const Path below{&path_, key};
  if (problems_.size() > kMostProblems) return;
  add_problem(problems_, {{{}, 0, key.empty() ? path_.text() : below.text()},
                          std::move(found),
                          std::move(expected),
                          std::move(remedy)});
}

void Reader::wrong(const Json& value, const Path& path, std::string expected) {
  if (problems_.size() > kMostProblems) return;
  add_problem(problems_, {{{}, 0, path.text()}, shown(value), std::move(expected), {}});
}

bool Reader::number(const Json& value, const Path& path, Range range, bool whole, double& out) {
  const double found = value.is_number() ? value.get<double>() : std::numeric_limits<double>::quiet_NaN();
  if (std::isfinite(found) && found >= range.low && found <= range.high &&
      (!whole || found == std::floor(found))) {
    out = found;
    return true;
  }
  std::string expected = whole ? "a whole number" : "a number";
  const bool low = range.low > -kMaxExact;
  const bool high = range.high < kMaxExact;
  if (low && high) expected += " from " + number_text(range.low) + " to " + number_text(range.high);
  if (low && !high) expected += " of at least " + number_text(range.low);
  wrong(value, path, std::move(expected));
  return false;
}

void Reader::read(const Json& value, const Path& path, bool& out, Range) {
  if (!value.is_boolean()) return wrong(value, path, "true or false");
  out = value.get<bool>();
}

void Reader::read(const Json& value, const Path& path, int& out, Range range) {
  std::int64_t found = out;
  range.low = std::max(range.low, static_cast<double>(std::numeric_limits<int>::min()));
  range.high = std::min(range.high, static_cast<double>(std::numeric_limits<int>::max()));
  read(value, path, found, range);
  out = static_cast<int>(found);
}

void Reader::read(const Json& value, const Path& path, std::int64_t& out, Range range) {
  range.low = std::max(range.low, -kMaxExact);
  range.high = std::min(range.high, kMaxExact);
  double found = 0;
  if (number(value, path, range, true, found)) out = static_cast<std::int64_t>(found);
}

void Reader::read(const Json& value, const Path& path, double& out, Range range) {
  number(value, path, range, false, out);
}

void Reader::read(const Json& value, const Path& path, std::string& out, Range) {
  if (!value.is_string()) return wrong(value, path, "a text");
  out = value.get_ref<const std::string&>();
}

Json Writer::write(double value) const {
  // A whole number is written without a fraction, so that 10 stays 10.
  if (value == std::floor(value) && std::abs(value) < kMaxExact) return static_cast<std::int64_t>(value);
  return value;
}

}  // namespace thenar
