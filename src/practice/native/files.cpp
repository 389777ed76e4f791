#include "thenar/practice/files.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace thenar::practice {
namespace {

std::string below(const std::string& path, std::string_view key) {
  return path.empty() ? std::string(key) : path + "." + std::string(key);
}
std::string below(const std::string& path, std::size_t index) {
  return path + "[" + std::to_string(index) + "]";
}

/// Turns the values of one file into JSON and notes the line of each.
class FileReader {
 public:
  FileReader(const std::string& file, Document& out, Problems& problems)
      : file_(file), out_(out), problems_(problems) {}

  /// Adds the top level of a file to the document.
  void add(const toml::table& table) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      const auto there = out_.json.find(name);
      if (there == out_.json.end()) {
        out_.json[name] = value(node, name);
      } else if (const auto* list = node.as_array(); list != nullptr && there->is_array()) {
        for (const auto& item : *list) there->push_back(value(item, below(name, there->size())));
      } else {
        twice(node, name);
      }
    }
  }

  /// Adds tables of words under their joined keys.
  void add_words(const toml::table& table, const std::string& prefix = {}) {
    for (const auto& [key, node] : table) {
      const auto name = below(prefix, key.str());
      if (const auto* deeper = node.as_table()) {
        add_words(*deeper, name);
      } else if (const auto* text = node.as_string()) {
        auto& words = out_.json["words"];
        if (words.contains(name)) {
          twice(node, "words." + name);
        } else {
          words[name] = text->get();
          put("words." + name, node);
        }
      } else {
        fault(node, "words." + name, "a value that is no text", "a text in quotes");
      }
    }
  }

 private:
  Json value(const toml::node& node, const std::string& path) {
    put(path, node);
    if (const auto* table = node.as_table()) {
      Json object = Json::object();
      for (const auto& [key, item] : *table)
        object[std::string(key.str())] = value(item, below(path, key.str()));
      return object;
    }
    if (const auto* array = node.as_array()) {
      Json list = Json::array();
      for (const auto& item : *array) list.push_back(value(item, below(path, list.size())));
      return list;
    }
    if (const auto* text = node.as_string()) return text->get();
    if (const auto* flag = node.as_boolean()) return flag->get();
    if (const auto* whole = node.as_integer()) return whole->get();
    if (const auto* number = node.as_floating_point(); number != nullptr && std::isfinite(number->get()))
      return number->get();
    fault(node, path, "a date or a number that is not finite",
          "a text, a finite number, true, false or a list");
    return nullptr;
  }
  static int line(const toml::node& node) { return static_cast<int>(node.source().begin.line); }
  void put(const std::string& path, const toml::node& node) { out_.places.put(path, file_, line(node)); }
  void fault(const toml::node& node, const std::string& path, std::string found, std::string expected) {
    problems_.push_back({{file_, line(node), path}, std::move(found), std::move(expected), {}});
  }
  void twice(const toml::node& node, const std::string& path) {
    const auto first = out_.places.find(path);
    fault(node, path, "the same field again (first in " + first.file + ":" + std::to_string(first.line) + ")",
          "it only once in all files");
  }

  const std::string& file_;
  Document& out_;
  Problems& problems_;
};

/// What tells the elements of a list apart: their id, or the thing that they are about.
std::string key_of(const Json& item) {
  if (item.is_object())
    for (const char* key : {"id", "technique", "point", "goal", "as", "country"})
      if (const auto found = item.find(key); found != item.end() && found->is_string())
        return found->get<std::string>();
  return {};
}

bool is_keyed(const Json& list) {
  return list.is_array() &&
         std::all_of(list.begin(), list.end(), [](const Json& item) { return !key_of(item).empty(); });
}

/// Lays own values over a base and carries their places along.
class Overlay {
 public:
  Overlay(const Document& own, Document& out) : own_(own), out_(out) {}

  void object(Json& base, const Json& own, const std::string& base_path, const std::string& own_path) {
    for (const auto& item : own.items()) {
      const auto to = below(base_path, item.key());
      const auto from = below(own_path, item.key());
      auto& there = base[item.key()];
      if (there.is_object() && item.value().is_object()) {
        object(there, item.value(), to, from);
      } else if (there.is_array() && is_keyed(there) && is_keyed(item.value())) {
        list(there, item.value(), to, from);
      } else {
        replace(there, item.value(), to, from);
      }
    }
  }

 private:
  void list(Json& base, const Json& own, const std::string& base_path, const std::string& own_path) {
    const auto size_before = base.size();
    for (std::size_t i = 0; i < own.size(); ++i) {
      std::size_t at = 0;
      while (at < size_before && key_of(base[at]) != key_of(own[i])) ++at;
      if (at == size_before) {
        at = base.size();
        base.push_back(nullptr);
      }
      replace(base[at], own[i], below(base_path, at), below(own_path, i));
    }
  }
  void replace(Json& base, const Json& own, const std::string& to, const std::string& from) {
    base = own;
    places(own, to, from);
  }
  void places(const Json& value, const std::string& to, const std::string& from) {
    const auto place = own_.places.find(from);
    out_.places.put(to, place.file, place.line);
    if (value.is_object())
      for (const auto& item : value.items())
        places(item.value(), below(to, item.key()), below(from, item.key()));
    if (value.is_array())
      for (std::size_t i = 0; i < value.size(); ++i) places(value[i], below(to, i), below(from, i));
  }

  const Document& own_;
  Document& out_;
};

}  // namespace

Loaded<Document> read_files(const std::vector<FileText>& files) {
  Document document;
  Problems problems;
  document.json["format"] = "thenar.practice/1";
  for (const auto& file : files) {
    const auto parsed = toml::parse(file.text, file.name);
    if (!parsed) {
      const auto& error = parsed.error();
      problems.push_back({{file.name, static_cast<int>(error.source().begin.line), {}},
                          "text that is not TOML (" + std::string(error.description()) + ")",
                          "a TOML file",
                          {}});
      continue;
    }
    FileReader reader(file.name, document, problems);
    if (file.name.starts_with("words/")) {
      reader.add_words(parsed.table());
    } else {
      reader.add(parsed.table());
    }
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  return document;
}

Document merge(const Json& base, const std::string& base_name, const Document& own) {
  const auto replaces = own.json.find("replaces");
  const bool stands_alone = replaces != own.json.end() && *replaces == Json(true);
  Document document;
  document.json = stands_alone ? Json::object() : base;
  if (!stands_alone) document.places.put("", base_name, 0);
  Overlay(own, document).object(document.json, own.json, {}, {});
  if (replaces != own.json.end() && replaces->is_boolean()) document.json.erase("replaces");
  return document;
}

Loaded<Practice> load_files(const Json& base, const std::string& base_name,
                            const std::vector<FileText>& files) {
  const auto own = read_files(files);
  if (!own) return tl::unexpected(own.error());
  const auto document = merge(base, base_name, *own);
  return load(document.json, document.places);
}

}  // namespace thenar::practice
