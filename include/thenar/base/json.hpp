// JSON in and out. One list of fields a struct (its `describe`) serves both: the strict Reader collects every
// problem with its path, the Writer writes the fields in the same order, so the same words stand everywhere.
#pragma once

#include <cmath>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "thenar/base/fields.hpp"
#include "thenar/base/ids.hpp"
#include "thenar/base/result.hpp"

namespace thenar {

/// The largest document anybody may hand in, in bytes. A session log of hours stays far below it.
inline constexpr std::size_t kMaxDocumentBytes = std::size_t{8} << 20U;

/// Parses one JSON text strictly: UTF-8, no duplicate keys, finite numbers, nesting of at most 64, at most
/// kMaxDocumentBytes. The problem carries `file` and the line.
Result<Json> parse_json(std::string_view text, std::string_view file);

/// Writes JSON as UTF-8: indented by two blanks and ended by a newline, or on one line without newline.
std::string to_pretty(const Json& value);
std::string to_line(const Json& value);

/// The way from the root of a document to a value, kept as a chain on the stack and written out only for a
/// problem.
struct Path {
  const Path* parent = nullptr;
  std::string_view key;
  int index = -1;
  std::string text() const;
};

/// Reads a JSON value into structs. Every fault is appended to `problems`; reading goes on after it.
class Reader {
 public:
  Reader(const Json& value, Path path, const Ids* ids, Problems& problems, Range inherited = {})
      : value_(value), path_(path), ids_(ids), problems_(problems), inherited_(inherited) {}

  static constexpr bool kReads = true;

  /// A field that must be there.
  template <class T>
  void required(std::string_view key, T& out, Range range = {}) {
    if (const Json* found = take(key)) {
      read(*found, Path{&path_, key}, out, range);
    } else {
      missing(key);
    }
  }
  /// A field that may be left out or null; `out` then keeps its default.
  template <class T>
  void optional(std::string_view key, T& out, Range range = {}) {
    const Json* found = take(key);
    if (found != nullptr && !found->is_null()) read(*found, Path{&path_, key}, out, range);
  }
  /// The first field of every document: "format": "thenar.plan/1".
  void format(std::string_view expected);

  /// Reports every field that no describe asked for. Call once, after describe.
  void finish();

  const Ids* ids() const { return ids_; }
  /// The range that the field holding this object was given, for objects that only group numbers.
  Range inherited() const { return inherited_; }
  bool is_object() const { return value_.is_object(); }
  /// Adds a problem at this object, or at one of its fields.
  void fault(std::string_view key, std::string found, std::string expected, std::string remedy = {});

 private:
  const Json* take(std::string_view key);
  void missing(std::string_view key);
  void wrong(const Json& value, const Path& path, std::string expected);
  bool number(const Json& value, const Path& path, Range range, bool whole, double& out);

  void read(const Json& value, const Path& path, bool& out, Range);
  void read(const Json& value, const Path& path, int& out, Range range);
  void read(const Json& value, const Path& path, std::int64_t& out, Range range);
  void read(const Json& value, const Path& path, double& out, Range range);
  void read(const Json& value, const Path& path, std::string& out, Range);
  void read(const Json& value, const Path& path, Json& out, Range) {
    static_cast<void>(path);
    out = value;
  }

  template <class E>
    requires std::is_enum_v<E>
  void read(const Json& value, const Path& path, E& out, Range) {
    std::string text;
    if (value.is_string()) text = value.get_ref<const std::string&>();
    if (auto found = from_word<E>(text)) {
      out = *found;
      return;
    }
    std::string expected = "one of";
    for (auto each : EnumWords<E>::words) expected.append(" ").append(each);
    wrong(value, path, std::move(expected));
  }
  template <class Kind>
  void read(const Json& value, const Path& path, Id<Kind>& out, Range) {
    if (value.is_string() && ids_ != nullptr) {
      out = ids_->of(Id<Kind>{}).find(value.get_ref<const std::string&>());
      if (out.valid()) return;
    }
    wrong(value, path, std::string("the id of a ") + kind_word(Id<Kind>{}) + " of this practice");
  }
  template <class Kind>
  void read(const Json& value, const Path& path, IdSet<Kind>& out, Range range) {
    std::vector<Id<Kind>> list;
    read(value, path, list, range);
    out = {};
    for (auto id : list)
      if (id.valid()) out.add(id);
  }
  template <class T>
  void read(const Json& value, const Path& path, std::optional<T>& out, Range range) {
    if (value.is_null()) {
      out.reset();
    } else {
      read(value, path, out.emplace(), range);
    }
  }
  template <class T>
  void read(const Json& value, const Path& path, std::vector<T>& out, Range range) {
    out.clear();
    if (!value.is_array()) return wrong(value, path, "a list");
    out.reserve(value.size());
    for (std::size_t i = 0; i < value.size(); ++i)
      read(value[i], Path{&path, {}, static_cast<int>(i)}, out.emplace_back(), range);
  }
  template <class T, std::size_t N>
  void read(const Json& value, const Path& path, std::array<T, N>& out, Range range) {
    if (!value.is_array() || value.size() != N) return wrong(value, path, "a list of " + std::to_string(N));
    for (std::size_t i = 0; i < N; ++i) read(value[i], Path{&path, {}, static_cast<int>(i)}, out[i], range);
  }
  /// An object whose keys are free words.
  template <class T>
  void read(const Json& value, const Path& path, std::map<std::string, T>& out, Range range) {
    out.clear();
    if (!value.is_object()) return wrong(value, path, "an object");
    for (const auto& item : value.items())
      read(item.value(), Path{&path, item.key()}, out[item.key()], range);
  }
  /// An object whose keys are the words of an enumeration.
  template <class E, class T>
    requires std::is_enum_v<E>
  void read(const Json& value, const Path& path, std::map<E, T>& out, Range range) {
    out.clear();
    if (!value.is_object()) return wrong(value, path, "an object");
    for (const auto& item : value.items()) {
      E key{};
      const Path below{&path, item.key()};
      read(Json(item.key()), below, key, Range{});
      read(item.value(), below, out[key], range);
    }
  }
  /// An object whose keys are ids.
  template <class Kind, class T>
  void read(const Json& value, const Path& path, std::map<Id<Kind>, T>& out, Range range) {
    out.clear();
    if (!value.is_object()) return wrong(value, path, "an object");
    for (const auto& item : value.items()) {
      Id<Kind> key;
      const Path below{&path, item.key()};
      read(Json(item.key()), below, key, Range{});
      read(item.value(), below, out[key], range);
    }
  }
  template <class T>
    requires std::is_class_v<T>
  void read(const Json& value, const Path& path, T& out, Range range) {
    if (!value.is_object()) return wrong(value, path, "an object");
    Reader below(value, path, ids_, problems_, range);
    describe(below, out);
    below.finish();
  }

  const Json& value_;
  Path path_;
  const Ids* ids_;
  Problems& problems_;
  Range inherited_;
  std::vector<std::string_view> known_;
};

/// Writes structs as a JSON value, fields in the order of describe.
class Writer {
 public:
  explicit Writer(const Ids* ids) : ids_(ids) {}
  static constexpr bool kReads = false;

  template <class T>
  void required(std::string_view key, const T& value, Range = {}) {
    json_[std::string(key)] = write(value);
  }
  template <class T>
  void optional(std::string_view key, const T& value, Range = {}) {
    json_[std::string(key)] = write(value);
  }
  void format(std::string_view expected) { json_["format"] = expected; }
  const Ids* ids() const { return ids_; }
  static Range inherited() { return {}; }

  Json take() { return std::move(json_); }

  Json write(bool value) const { return value; }
  Json write(int value) const { return value; }
  Json write(std::int64_t value) const { return value; }
  Json write(double value) const;
  Json write(const std::string& value) const { return value; }
  Json write(const Json& value) const { return value; }
  template <class E>
    requires std::is_enum_v<E>
  Json write(E value) const {
    return word(value);
  }
  template <class Kind>
  Json write(Id<Kind> id) const {
    return id.valid() ? Json(ids_->of(id).name(id)) : Json();
  }
  template <class Kind>
  Json write(const IdSet<Kind>& set) const {
    Json list = Json::array();
    set.each([&](Id<Kind> id) { list.push_back(write(id)); });
    return list;
  }
  template <class T>
  Json write(const std::optional<T>& value) const {
    return value ? write(*value) : Json();
  }
  template <class T>
  Json write(const std::vector<T>& values) const {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(write(value));
    return list;
  }
  template <class T, std::size_t N>
  Json write(const std::array<T, N>& values) const {
    Json list = Json::array();
    for (const auto& value : values) list.push_back(write(value));
    return list;
  }
  template <class K, class T>
  Json write(const std::map<K, T>& values) const {
    Json object = Json::object();
    for (const auto& [key, value] : values) object[key_text(key)] = write(value);
    return object;
  }
  template <class T>
    requires std::is_class_v<T>
  Json write(const T& value) const {
    Writer below(ids_);
    below.json_ = Json::object();
    describe(below, const_cast<T&>(value));  // describe takes T& for reading; the Writer only looks
    return below.take();
  }

 private:
  static const std::string& key_text(const std::string& key) { return key; }
  template <class E>
    requires std::is_enum_v<E>
  static std::string key_text(E key) {
    return std::string(word(key));
  }
  template <class Kind>
  std::string key_text(Id<Kind> key) const {
    return ids_->of(key).name(key);
  }

  Json json_;
  const Ids* ids_;
};

/// What a value is, with its article: "an array", "a number"; "null" alone.
std::string kind_of(const Json& value);

/// Reads a whole document that is already parsed.
template <class T>
Loaded<T> read_document(const Json& json, std::string_view file, const Ids* ids) {
  Problems problems;
  T out{};
  if (!json.is_object()) {
    problems.push_back({{std::string(file), 0, {}}, kind_of(json), "an object", {}});
  } else {
    Reader reader(json, Path{}, ids, problems);
    describe(reader, out);
    reader.finish();
  }
  if (problems.empty()) return out;
  for (auto& problem : problems) problem.place.file = file;
  return tl::unexpected(std::move(problems));
}

/// Parses and reads a whole document.
template <class T>
Loaded<T> parse_document(std::string_view text, std::string_view file, const Ids* ids) {
  auto json = parse_json(text, file);
  if (!json) return tl::unexpected(Problems{std::move(json.error())});
  return read_document<T>(*json, file, ids);
}

/// A struct as JSON.
template <class T>
Json to_json(const T& value, const Ids* ids) {
  return Writer(ids).write(value);
}

/// Problems as their document (thenar.problems/1).
Json problems_document(const Problems& problems);

}  // namespace thenar
