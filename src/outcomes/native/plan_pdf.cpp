// A plan to be given from paper.
#include "page.hpp"
#include "thenar/base/text.hpp"
#include "thenar/outcomes/pdf.hpp"
#include "thenar/planning/words.hpp"

namespace thenar::outcomes {
namespace {

using pdf::Pages;

using pdf::kFull;
using pdf::kLeft;
constexpr double kIndent = 76;
constexpr double kBottom = pdf::kPageHeight - pdf::kMargin;
constexpr double kNumbers = 26;

class Sheet {
 public:
  Sheet(const Practice& practice, const Plan& plan)
      : practice_(practice),
        plan_(plan),
        pages_(planning::title_in_words(practice, plan)),
        teller_(practice, plan.clearance, plan.request.wishes) {}

  std::string draw() {
    y_ += pages_.text(kLeft, y_, kFull, planning::title_in_words(practice_, plan_), {20, true}) + 4;
    paragraph(planning::summary_in_words(practice_, plan_), {11, false, pdf::kSoft});
    list(practice_.say("cli.clearance.changes"), planning::changes_in_words(practice_, plan_.clearance));
    for (const auto& [title, lines] : planning::giver_in_words(practice_, plan_)) list(title, lines);
    list(practice_.say("cli.explain.before"), plan_.preparation);
    heading(practice_.say("cli.explain.steps"));
    int at = 0;
    for (const auto& each : plan_.steps) {
      step(each, at);
      at += each.changeover_seconds + each.seconds;
    }
    list(practice_.say("cli.explain.after"), plan_.aftercare);
    y_ += 8;
    paragraph(practice_.reviewed_by.empty()
                  ? practice_.say("cli.not_reviewed")
                  : fill(practice_.say("cli.reviewed"), {{"by", practice_.reviewed_by}}),
              {9, false, pdf::kSoft});
    return pages_.finish();
  }

 private:
  /// Begins a new page where less than this is left.
  void need(double height) {
    if (y_ + height <= kBottom) return;
    pages_.next_page();
    y_ = pdf::kMargin;
  }
  void paragraph(const std::string& words, const pdf::Style& style, double x = kLeft) {
    const double width = kFull - (x - kLeft);
    need(pages_.height_of(width, words, style));
    y_ += pages_.text(x, y_, width, words, style) + 2;
  }
  void heading(const std::string& title) {
    need(60);
    y_ += 12;
    paragraph(title, {14, true, pdf::kLeaf});
    y_ += 2;
  }
  void list(const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    heading(title);
    for (const auto& line : lines) {
      need(pages_.height_of(kFull - 14, line, {11}));
      pages_.dot(kLeft + 4, y_ + 8, 1.6, pdf::kLeaf, true);
      paragraph(line, {11}, kLeft + 14);
    }
  }
  void step(const Step& step, int starts_at) {
    const auto words = teller_.tell(step);
    const auto hand = sentence_case(practice_.say("hand." + std::string(word(step.hand))));
    std::string rest;
    for (const auto& each : {words.parts, words.how, words.how_hard, words.cue})
      if (!each.empty()) rest += (rest.empty() ? "" : " ") + each;
    const auto title = words.what + (words.where.empty() ? "" : ": " + words.where);
    const double width = kFull - kIndent;
    need(pages_.height_of(width, title, {12, true}) + pages_.height_of(width, rest, {11}) + 22);
    pages_.text(kLeft, y_, kNumbers, std::to_string(step.index + 1), {16, true, pdf::kClay});
    pages_.text(kLeft + kNumbers, y_ + 2, kIndent - kNumbers - 6, duration(step.seconds), {10, true});
    pages_.text(kLeft + kNumbers, y_ + 15, kIndent - kNumbers - 6, clock_of(starts_at),
                {9, false, pdf::kSoft});
    y_ += pages_.text(kLeft + kIndent, y_, width, title, {12, true}) + 1;
    y_ += pages_.text(kLeft + kIndent, y_, width, hand, {9, false, pdf::kSoft}) + 1;
    if (!rest.empty()) y_ += pages_.text(kLeft + kIndent, y_, width, rest, {11});
    y_ += 7;
    pages_.line(kLeft, y_ - 4, kLeft + kFull, y_ - 4, pdf::kLine, 0.4);
  }
  static std::string clock_of(int seconds) {
    const auto rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" : "") + rest;
  }

  const Practice& practice_;
  const Plan& plan_;
  Pages pages_;
  planning::StepTeller teller_;
  double y_ = pdf::kMargin;
};

}  // namespace

Result<std::string> plan_pdf(const Practice& practice, const Plan& plan) {
  auto bytes = Sheet(practice, plan).draw();
  if (bytes.empty())
    return tl::unexpected(Problem{
        {}, "a page that could not be drawn", "Cairo and a font", "Install a font, as fonts-dejavu-core"});
  return bytes;
}

}  // namespace thenar::outcomes
