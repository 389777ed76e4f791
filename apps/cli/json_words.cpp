#include "cli/json_words.hpp"

#include <algorithm>

#include "cli/page.hpp"

namespace thenar::cli {
namespace {

std::string spaced(std::string key) {
  std::replace(key.begin(), key.end(), '_', ' ');
  return key;
}

bool says_nothing(const Json& value) {
  if (value.is_structured())
    return std::all_of(value.begin(), value.end(), [](const Json& each) { return says_nothing(each); });
  return value.is_null() || (value.is_boolean() && !value.get<bool>()) ||
         (value.is_string() && value.get_ref<const std::string&>().empty());
}

bool is_plain(const Json& value) {
  return !value.is_structured();
}

std::string plain(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return to_line(value);
}

/// A value on one line: "8", "pain, stress", "min seconds 20, typ seconds 40".
std::string on_one_line(const Json& value) {
  if (is_plain(value)) return plain(value);
  std::vector<std::string> parts;
  for (const auto& item : value.items())
    if (!says_nothing(item.value()))
      parts.push_back(value.is_array() ? on_one_line(item.value())
                                       : spaced(item.key()) + " " + on_one_line(item.value()));
  return joined(parts, ", ");
}

/// Short values share a line; sentences get one each.
bool fits_one_line(const Json& value) {
  return is_plain(value) || std::all_of(value.begin(), value.end(), [](const Json& each) {
           return is_plain(each) && !(each.is_string() && plain(each).find(' ') != std::string::npos);
         });
}

void add_lines(const Json& object, const std::string& indent, std::string& out) {
  for (const auto& item : object.items()) {
    const auto& value = item.value();
    if (says_nothing(value)) continue;
    const auto label = indent + (object.is_array() ? "-" : spaced(item.key()) + ":");
    if (fits_one_line(value) || object.is_array()) {
      out += wrapped(on_one_line(value), label + " ", indent + "    ");
    } else {
      out += label + "\n";
      add_lines(value, indent + "  ", out);
    }
  }
}

std::string row_in_words(const Json& row, int id_width) {
  std::string texts;
  std::vector<std::string> fields;
  for (const auto& item : row.items()) {
    const auto& value = item.value();
    if (item.key() == "id" || says_nothing(value)) continue;
    // Sentences and names have no field name in front; ids and the words of enumerations are single words.
    const bool text =
        value.is_string() && (item.key() == "name" || plain(value).find(' ') != std::string::npos);
    if (text) {
      texts += (texts.empty() ? "" : texts.ends_with('.') ? " " : ": ") + plain(value);
    } else {
      fields.push_back(spaced(item.key()) + (value.is_boolean() ? "" : " " + on_one_line(value)));
    }
  }
  if (!fields.empty()) texts += " [" + joined(fields, ", ") + "]";
  return wrapped(texts, padded(plain(row.at("id")), id_width + 2),
                 std::string(static_cast<std::size_t>(id_width) + 2, ' '));
}

}  // namespace

std::string rows_in_words(const Json& rows) {
  int id_width = 0;
  for (const auto& row : rows) id_width = std::max(id_width, width_of(plain(row.at("id"))));
  std::string out;
  for (const auto& row : rows) out += row_in_words(row, id_width);
  return out;
}

std::string object_in_words(const Json& object) {
  std::string out;
  add_lines(object, "", out);
  return out;
}

}  // namespace thenar::cli
