#include "thenar/outcomes/items.hpp"

#include <array>

namespace thenar::outcomes {

template <class A>
void describe(A& a, Item& v) {
  a.required("text", v.text);
  a.optional("answers", v.answers);
}

namespace {

struct ItemsDocument {
  Items items;
  std::vector<std::array<double, 2>> table;
};
template <class A>
void describe(A& a, ItemsDocument& v) {
  a.format(kItemsFormat);
  a.required("measure", v.items.measure);
  a.required("language", v.items.language);
  a.required("source", v.items.source);
  a.required("items", v.items.items);
  a.optional("reverse", v.items.reverse, Range{1, 1000});
  a.optional("table", v.table);
}

class Check {
 public:
  Check(std::string_view file, Problems& problems) : file_(file), problems_(problems) {}
  void fault(std::string path, std::string found, std::string expected, std::string remedy = {}) {
    problems_.push_back(
        {{std::string(file_), 0, std::move(path)}, std::move(found), std::move(expected), std::move(remedy)});
  }
  void measure(const Measure& measure) {
    if (measure.flag == LicenceFlag::Y) return;
    fault(
        "measure", "\"" + measure.id + "\"",
        measure.flag == LicenceFlag::G ? "a measure whose items are not here already"
                                       : "a measure that may be scored",
        measure.flag == LicenceFlag::N ? "Its licence allows no program to score it without a contract" : "");
  }
  void items(const Measure& measure, const Items& items) {
    const auto count = static_cast<int>(items.items.size());
    const bool any = measure.scoring == Scoring::table;
    if (any ? count < 1 || count > measure.items : count != measure.items)
      fault("items", std::to_string(count),
            any ? "1 to " + std::to_string(measure.items) : std::to_string(measure.items));
    const auto values = static_cast<std::size_t>(measure.item_high.value_or(measure.high) -
                                                 measure.item_low.value_or(measure.low)) +
                        1;
    for (std::size_t i = 0; i < items.items.size(); ++i) {
      const auto& item = items.items[i];
      const auto path = "items[" + std::to_string(i) + "]";
      if (item.text.empty()) fault(path + ".text", "nothing", "the question");
      if (!item.answers.empty() && !any && item.answers.size() != values)
        fault(path + ".answers", std::to_string(item.answers.size()),
              std::to_string(values) + ", one for each value");
    }
    for (std::size_t i = 0; i < items.reverse.size(); ++i)
      if (items.reverse[i] > count)
        fault("reverse[" + std::to_string(i) + "]", std::to_string(items.reverse[i]),
              "the number of an item");
    if (!items.reverse.empty() && measure.scoring != Scoring::share_of_range)
      fault("reverse", "items turned round", "none: this measure says itself which are", "Leave reverse out");
  }
  void table(const Measure& measure, const std::vector<std::array<double, 2>>& table) {
    if ((measure.scoring == Scoring::table) == table.empty())
      fault("table", table.empty() ? "none" : "one",
            table.empty() ? "the score for each sum, as [[4, 35.8], …]"
                          : "none: this measure is not scored by a table");
    for (std::size_t i = 1; i < table.size(); ++i)
      if (table[i][0] <= table[i - 1][0])
        fault("table[" + std::to_string(i) + "]", "a sum that is not above the one before",
              "sums in order, each once");
  }

 private:
  std::string_view file_;
  Problems& problems_;
};

}  // namespace

Loaded<Items> read_items(const Practice& practice, const Json& document, std::string_view file) {
  auto read = read_document<ItemsDocument>(document, file, &practice.ids);
  if (!read) return tl::unexpected(std::move(read.error()));
  Problems problems;
  const auto& measure = practice.at(read->items.measure);
  Check check(file, problems);
  check.measure(measure);
  if (problems.empty()) {
    check.items(measure, read->items);
    check.table(measure, read->table);
  }
  if (!problems.empty()) return tl::unexpected(std::move(problems));
  for (const auto& row : read->table) read->items.table.emplace_back(row[0], row[1]);
  return std::move(read->items);
}

}  // namespace thenar::outcomes
