// Text to JSON value and back.
#include <algorithm>
#include <unordered_set>

#include "thenar/base/json.hpp"

namespace thenar {
namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kFewKeys = 24;  // up to here looking through an object is faster than hashing its keys

/// Builds the value from the parser's events and refuses what the library itself lets pass: duplicate keys
/// and deep nesting.
class Builder final : public nlohmann::json_sax<Json> {
 public:
  Json root;
  std::string fault;
  std::size_t position_of_error = 0;

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool string(string_t& value) override { return put(std::move(value)); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(Json::object()); }
  bool start_array(std::size_t) override { return open(Json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    if (seen(open_.back(), name)) {
      fault = "the field \"" + name + "\" twice";
      return false;
    }
    key_ = std::move(name);
    return true;
  }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    position_of_error = position;
    fault = error.id == 406 ? "a number too large to hold" : "text that is not JSON";
    return false;
  }

 private:
  struct Open {
    Json* value;
    std::unordered_set<std::string> keys;  // filled once there are more than a few
  };
  static bool seen(Open& open, const std::string& name) {
    const auto& object = open.value->get_ref<const Json::object_t&>();
    if (object.size() < kFewKeys) return object.find(name) != object.end();
    if (open.keys.empty())
      for (const auto& item : object) open.keys.insert(item.first);
    return !open.keys.insert(name).second;
  }

  Json* add(Json value) {
    if (open_.empty()) {
      root = std::move(value);
      return &root;
    }
    Json& parent = *open_.back().value;
    if (parent.is_array()) {
      parent.push_back(std::move(value));
      return &parent.back();
    }
    // Straight to the end: the key is known to be new, and looking for it again makes long objects slow.
    auto& object = parent.get_ref<Json::object_t&>();
    object.emplace_back(std::move(key_), std::move(value));
    return &object.back().second;
  }
  bool put(Json value) {
    add(std::move(value));
    return true;
  }
  // Pointers to open containers stay good: a container grows only while it is the innermost open one.
  bool open(Json value) {
    if (open_.size() >= kMaxDepth) {
      fault = "lists and objects nested more than " + std::to_string(kMaxDepth) + " deep";
      return false;
    }
    open_.push_back({add(std::move(value)), {}});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::vector<Open> open_;
  std::string key_;
};

int line_at(std::string_view text, std::size_t position) {
  auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(position, text.size()));
  return 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::string_view file) {
  Place place{std::string(file), 0, {}};
  if (text.size() > kMaxDocumentBytes)
    return tl::unexpected(Problem{place, std::to_string(text.size()) + " bytes",
                                  "a document of at most " + std::to_string(kMaxDocumentBytes) + " bytes",
                                  "Check that this is the right file"});
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos)
    return tl::unexpected(Problem{place, "nothing", "a JSON document", {}});
  Builder builder;
  if (!Json::sax_parse(text.begin(), text.end(), &builder)) {
    if (builder.position_of_error > 0) place.line = line_at(text, builder.position_of_error - 1);
    return tl::unexpected(Problem{place, builder.fault, "one complete JSON document in UTF-8", {}});
  }
  return std::move(builder.root);
}

std::string to_pretty(const Json& value) {
  return value.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string to_line(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class A>
void describe(A& a, Place& v) {
  a.required("file", v.file);
  a.required("line", v.line);
  a.required("path", v.path);
}
template <class A>
void describe(A& a, Problem& v) {
  a.required("place", v.place);
  a.required("found", v.found);
  a.required("expected", v.expected);
  a.required("remedy", v.remedy);
}

Json problems_document(const Problems& problems) {
  return {{"format", "thenar.problems/1"}, {"problems", Writer(nullptr).write(problems)}};
}

}  // namespace thenar
