#include "cli/session/layout.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace thenar::cli::live {
namespace {

/// A group of lines that stays or leaves the screen as one. Lower rank stays longer.
struct Block {
  int rank = 0;
  std::vector<Line> lines;
};

constexpr int kAir = 11;  ///< from this rank on a block is air, or may be missed

constexpr int kDigitRows = 5;
using Glyph = std::array<std::string_view, kDigitRows>;

// Three by five picture points, drawn twice as wide as high because characters are about twice as high as
// wide.
constexpr std::array<Glyph, 10> kDigits{{{"###", "# #", "# #", "# #", "###"},
                                         {"  #", "  #", "  #", "  #", "  #"},
                                         {"###", "  #", "###", "#  ", "###"},
                                         {"###", "  #", "###", "  #", "###"},
                                         {"# #", "# #", "###", "  #", "  #"},
                                         {"###", "#  ", "###", "  #", "###"},
                                         {"###", "#  ", "###", "# #", "###"},
                                         {"###", "  #", "  #", "  #", "  #"},
                                         {"###", "# #", "###", "# #", "###"},
                                         {"###", "# #", "###", "  #", "###"}}};
constexpr Glyph kColon{" ", "#", " ", "#", " "};

/// Builds the lines of one canvas.
class Composer {
 public:
  Composer(const View& view, const Canvas& canvas)
      : view_(view), canvas_(canvas), margin_(canvas.columns >= 60 ? 3 : 1) {}

  std::vector<Line> page() const;
  std::vector<Line> moment() const;
  std::vector<Block> blocks(bool tall_digits) const;

 private:
  int width() const { return std::max(canvas_.columns - 2 * margin_, 1); }
  std::wstring wide(std::string_view text) const { return widen(text, canvas_.unicode); }

  Line line(const std::wstring& text, Style style) const {
    return {{std::wstring(static_cast<std::size_t>(margin_), L' ') + text, style}};
  }
  std::vector<Line> text(std::string_view text, Style style, std::size_t most_lines) const;
  std::vector<Line> title(std::size_t most_lines) const;
  std::vector<Line> digits() const;
  std::vector<Line> stroke() const;
  std::vector<Line> bar(double share) const;
  std::vector<Line> list(std::size_t rows) const;
  std::vector<Line> answers() const;
  std::vector<Line> keys(const std::vector<KeyHint>& hints, std::size_t most_lines) const;
  std::vector<Line> fit(std::vector<Block> blocks, std::vector<Line> foot) const;

  const View& view_;
  const Canvas& canvas_;
  int margin_;
};

std::vector<Line> Composer::text(std::string_view text, Style style, std::size_t most_lines) const {
  std::vector<Line> lines;
  if (text.empty()) return lines;
  const auto wrapped = wrap(wide(text), width());
  for (std::size_t i = 0; i < std::min(wrapped.size(), most_lines); ++i)
    lines.push_back(line(wrapped[i], style));
  if (wrapped.size() > most_lines) {
    const std::wstring more = canvas_.unicode ? L" …" : L" ...";
    std::wstring& last = lines.back()[0].text;
    last.resize(std::min(last.size(), static_cast<std::size_t>(margin_ + width()) - more.size()));
    last += more;
  }
  return lines;
}

/// What happens now; standing still comes first.
std::vector<Line> Composer::title(std::size_t most_lines) const {
  if (view_.mark.empty()) return text(view_.title, Style::strong, most_lines);
  std::vector<Line> lines = text(view_.mark + ": " + view_.title, Style::strong, most_lines);
  const std::size_t marked =
      std::min(lines[0][0].text.size(), static_cast<std::size_t>(margin_) + wide(view_.mark).size() + 1);
  lines[0].push_back({lines[0][0].text.substr(marked), Style::strong});
  lines[0][0] = {lines[0][0].text.substr(0, marked), Style::alert};
  return lines;
}

/// The time left, as large as the screen allows.
std::vector<Line> Composer::digits() const {
  const std::size_t scale = canvas_.rows >= 32 && canvas_.columns >= 80 ? 2 : 1;
  std::vector<Line> lines;
  for (std::size_t row = 0; row < kDigitRows * scale; ++row) {
    std::wstring out;
    for (const char sign : view_.time_left) {
      if (!out.empty()) out.append(2 * scale, L' ');
      const Glyph& glyph = sign == ':' ? kColon : kDigits[static_cast<std::size_t>(sign - '0')];
      for (const char point : glyph[row / scale])
        out.append(2 * scale, point == ' ' ? L' ' : canvas_.unicode ? L'█' : L'#');
    }
    lines.push_back(line(out, Style::accent));
  }
  return lines;
}

/// One bar that fills with each stroke, its three parts named below it.
std::vector<Line> Composer::stroke() const {
  const StrokeView& stroke = *view_.stroke;
  const int columns = std::min(width(), 56);
  const int filled = static_cast<int>(std::lround(stroke.phase * columns));
  Line out = line({}, Style::plain);
  out.push_back(
      {std::wstring(static_cast<std::size_t>(filled), canvas_.unicode ? L'█' : L'#'), Style::accent});
  out.push_back(
      {std::wstring(static_cast<std::size_t>(columns - filled), canvas_.unicode ? L'─' : L'-'), Style::soft});

  // Each name stands where its part begins; the last one moves left where it does not fit, and a middle one
  // that has no room is not shown rather than cut.
  std::array<std::wstring, 3> names{wide(stroke.names[0]), wide(stroke.names[1]), wide(stroke.names[2])};
  std::array<int, 3> at{};
  for (std::size_t i = 0; i < 2; ++i)
    at[i + 1] = at[i] + static_cast<int>(std::lround(stroke.parts[i] * columns));
  const auto length = [&](std::size_t i) { return static_cast<int>(names[i].size()); };
  at[2] = std::min(at[2], columns - length(2));
  at[1] = std::max(at[1], length(0) + 1);
  if (!names[2].empty() && at[1] + length(1) >= at[2]) names[1].clear();
  Line words = line({}, Style::plain);
  double end = 0;
  int column = 0;
  for (std::size_t i = 0; i < 3; ++i) {
    const bool now = stroke.phase >= end && stroke.phase < end + stroke.parts[i];
    end += stroke.parts[i];
    if (names[i].empty()) continue;
    words.push_back(
        {std::wstring(static_cast<std::size_t>(std::max(at[i] - column, 0)), L' '), Style::plain});
    column = std::max(at[i], column) + length(i);
    words.push_back({names[i], now ? Style::strong : Style::soft});
  }
  return {out, words};
}

/// Where nothing beats: how much of the step is over.
std::vector<Line> Composer::bar(double share) const {
  const int columns = std::min(width(), 56);
  const int filled = static_cast<int>(std::lround(share * columns));
  Line out = line({}, Style::plain);
  out.push_back(
      {std::wstring(static_cast<std::size_t>(filled), canvas_.unicode ? L'━' : L'='), Style::plain});
  out.push_back(
      {std::wstring(static_cast<std::size_t>(columns - filled), canvas_.unicode ? L'─' : L'-'), Style::soft});
  return {out};
}

/// As much of the checklist as fits into some rows: the page that is asked for, round and round.
std::vector<Line> Composer::list(std::size_t rows) const {
  std::vector<std::vector<Line>> pages(1);
  for (const auto& item : view_.list) {
    std::vector<Line> lines;
    for (const auto& each : wrap(wide(item), width() - 2))
      lines.push_back(line((!lines.empty() ? L"  " : canvas_.unicode ? L"• " : L"* ") + each, Style::plain));
    if (!pages.back().empty() && pages.back().size() + lines.size() > rows) pages.emplace_back();
    pages.back().insert(pages.back().end(), lines.begin(), lines.end());
  }
  return pages[static_cast<std::size_t>(view_.list_page) % pages.size()];
}

/// The answers of a question: one a line with air between, so that they are read from afar.
std::vector<Line> Composer::answers() const {
  const bool airy = canvas_.rows >= 12 + 2 * static_cast<int>(view_.answers.size());
  std::vector<Line> lines;
  for (const auto& answer : view_.answers) {
    if (airy) lines.emplace_back();
    const std::wstring name = L" " + wide(answer.name) + L" ";
    const auto wrapped = wrap(wide(answer.text), width() - static_cast<int>(name.size()) - 2);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      Line out = line({}, Style::plain);
      out.push_back(i == 0 ? Span{name, Style::key} : Span{std::wstring(name.size(), L' '), Style::plain});
      out.push_back({L"  " + wrapped[i], Style::strong});
      lines.push_back(std::move(out));
    }
  }
  return lines;
}

std::vector<Line> Composer::keys(const std::vector<KeyHint>& hints, std::size_t most_lines) const {
  std::vector<Line> lines;
  int column = 0;
  for (const auto& hint : hints) {
    const std::wstring name = wide(hint.name);
    const std::wstring words = L" " + wide(hint.text);
    const int needed = static_cast<int>(name.size() + words.size());
    if (lines.empty() || column + 3 + needed > width()) {
      if (lines.size() == most_lines) break;
      lines.push_back(line({}, Style::plain));
      column = 0;
    } else {
      lines.back().push_back({L"   ", Style::plain});
      column += 3;
    }
    lines.back().push_back({name, Style::strong});
    lines.back().push_back({words, Style::plain});
    column += needed;
  }
  return lines;
}

/// Takes blocks away, highest rank first, until they fit above the foot; then sets the foot at the bottom.
std::vector<Line> Composer::fit(std::vector<Block> blocks, std::vector<Line> foot) const {
  const auto rows = static_cast<std::size_t>(std::max(canvas_.rows, 1));
  if (foot.size() > rows / 4) foot.resize(std::max<std::size_t>(rows / 4, rows >= 6 ? 1 : 0));
  auto height = [&] {
    std::size_t lines = foot.size();
    for (const auto& block : blocks) lines += block.lines.size();
    return lines;
  };
  while (height() > rows && blocks.size() > 1) {
    const auto least = std::ranges::max_element(blocks, {}, &Block::rank);
    blocks.erase(least);
  }
  std::vector<Line> out;
  for (auto& block : blocks)
    for (auto& each : block.lines) out.push_back(std::move(each));
  out.resize(rows - foot.size());
  for (auto& each : foot) out.push_back(std::move(each));
  return out;
}

/// The tall clock gives way to a small one before anything that is read has to leave.
std::vector<Line> Composer::moment() const {
  const bool room = canvas_.rows >= 13 && canvas_.columns >= 38 && view_.list.empty();
  auto tall = room ? blocks(true) : std::vector<Block>{};
  std::size_t read =
      std::min<std::size_t>(keys(view_.keys, 2).size(), static_cast<std::size_t>(canvas_.rows) / 4);
  for (const auto& block : tall) read += block.rank < kAir ? block.lines.size() : 0;
  const bool fits = room && read <= static_cast<std::size_t>(canvas_.rows);
  return fit(fits ? std::move(tall) : blocks(false), keys(view_.keys, 2));
}

std::vector<Block> Composer::blocks(bool tall_digits) const {
  const bool question = !view_.answers.empty();
  const std::vector<Line> gap(1);
  std::vector<Block> blocks;
  auto add = [&](int rank, std::vector<Line> lines) {
    if (!lines.empty()) blocks.push_back({rank, std::move(lines)});
  };
  if (canvas_.rows >= 20) add(20, gap);
  add(5, text(view_.header, Style::plain, 1));
  if (!question) {
    add(15, gap);
    add(1, tall_digits ? digits() : text(view_.time_left + " " + view_.time_note, Style::accent, 1));
    if (tall_digits) add(16, gap);
    if (tall_digits) add(6, text(view_.time_note, Style::plain, 1));
  }
  add(12, gap);
  add(0, title(question ? 4 : 2));
  add(2, text(view_.where, Style::plain, 2));
  add(3, text(view_.how_hard, Style::plain, 2));
  add(0, answers());
  add(13, gap);
  if (view_.stroke) {
    add(4, stroke());
  } else if (view_.done) {
    add(8, bar(*view_.done));
  }
  constexpr int kRowsBesideList = 9;
  if (!view_.list.empty())
    add(2, list(static_cast<std::size_t>(std::max(canvas_.rows - kRowsBesideList, 1))));
  add(14, gap);
  add(3, text(view_.warning, Style::alert, 4));
  if (view_.warning.empty()) add(6, text(view_.caption, Style::plain, 3));
  add(11, text(view_.notice, Style::plain, 2));
  add(17, gap);
  add(7, text(view_.next, Style::plain, canvas_.rows >= 20 ? 2 : 1));
  return blocks;
}

std::vector<Line> Composer::page() const {
  const bool two_columns = canvas_.columns >= 72;
  const std::size_t rows = two_columns ? (view_.page.size() + 1) / 2 : view_.page.size();
  const int column_width = two_columns ? width() / 2 : width();
  if (static_cast<int>(rows) + 2 > canvas_.rows) {  // one after the other, so that every key is there
    auto all = view_.page;
    all.insert(all.begin(), view_.keys.begin(), view_.keys.end());
    return keys(all, static_cast<std::size_t>(std::max(canvas_.rows, 0)));
  }
  std::vector<Line> lines(canvas_.rows >= 20 ? 1 : 0);
  for (std::size_t row = 0; row < rows; ++row) {
    Line out = line({}, Style::plain);
    for (std::size_t i = row; i < view_.page.size(); i += rows) {
      std::wstring name = wide(view_.page[i].name);
      name.resize(6, L' ');
      std::wstring words = wide(view_.page[i].text);
      words.resize(static_cast<std::size_t>(std::max(column_width - 6, 0)), L' ');
      out.push_back({name, Style::strong});
      out.push_back({words, Style::plain});
    }
    lines.push_back(std::move(out));
  }
  lines.emplace_back();
  for (auto& each : keys(view_.keys, 2)) lines.push_back(std::move(each));
  return lines;
}

/// Cuts what stands beyond the right edge.
void cut(Line& line, int columns) {
  auto left = static_cast<std::size_t>(std::max(columns, 0));
  for (auto& span : line) {
    if (span.text.size() > left) span.text.resize(left);
    left -= span.text.size();
  }
}

}  // namespace

std::vector<Line> layout(const View& view, const Canvas& canvas) {
  Composer composer(view, canvas);
  auto lines = view.page.empty() ? composer.moment() : composer.page();
  lines.resize(std::min(lines.size(), static_cast<std::size_t>(std::max(canvas.rows, 0))));
  for (auto& line : lines) cut(line, canvas.columns);
  return lines;
}

}  // namespace thenar::cli::live
