#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "cli/session/layout.hpp"

namespace thenar::cli::live {
namespace {

View running() {
  View view;
  view.header = "Left hand · step 2 of 9";
  view.time_left = "7:42";
  view.time_note = "left in all · 0:40 left of this step";
  view.title = "Kneading";
  view.where = "Thumb mound";
  view.how_hard = "Medium — as if rubbing lotion in";
  view.stroke = StrokeView{0.45, {0.2, 0.6, 0.2}, {"press", "glide", "release"}};
  view.done = 0.3;
  view.caption = "Lift, squeeze and roll the flesh, little by little towards the elbow.";
  view.next = "Next: the right hand — small circles, fingers";
  view.keys = {{"space", "pause"}, {"h", "it hurts"}, {"q", "stop"}, {"?", "all keys"}, {"n", "next step"}};
  return view;
}

View asking() {
  View view = running();
  view.title = "How does it hurt?";
  view.answers = {{"1", "too firm"}, {"2", "sharp"}, {"3", "tingling"}, {"4", "stop"}};
  return view;
}

std::wstring text_of(const std::vector<Line>& lines) {
  std::wstring out;
  for (const auto& line : lines) {
    for (const auto& span : line) out += span.text;
    out += L'\n';
  }
  return out;
}

bool has(const View& view, const Canvas& canvas, const wchar_t* words) {
  return text_of(layout(view, canvas)).find(words) != std::wstring::npos;
}

RC_GTEST_PROP(SessionLayout, FitsAnyScreen, ()) {
  const Canvas canvas{*rc::gen::inRange(1, 220), *rc::gen::inRange(1, 80), *rc::gen::arbitrary<bool>()};
  View view = *rc::gen::element(running(), asking());
  if (*rc::gen::arbitrary<bool>())
    view.warning = "That place is left out for today. The plan goes on elsewhere.";
  if (*rc::gen::arbitrary<bool>()) view.mark = "Paused";
  if (*rc::gen::arbitrary<bool>()) view.list = {"Wash your hands.", "Take off rings, bracelets and watch."};
  if (*rc::gen::arbitrary<bool>()) view.page = {{"h", "it hurts"}, {"space", "pause, go on"}, {"q", "stop"}};
  const auto lines = layout(view, canvas);
  RC_ASSERT(lines.size() <= static_cast<std::size_t>(canvas.rows));
  for (const auto& line : lines) {
    std::size_t width = 0;
    for (const auto& span : line) {
      width += span.text.size();
      if (!canvas.unicode)
        for (const wchar_t each : span.text) RC_ASSERT(each >= L' ' && each < 0x7f);
    }
    RC_ASSERT(width <= static_cast<std::size_t>(canvas.columns));
  }
}

TEST(SessionLayout, EverythingStandsOnAnOrdinaryTerminal) {
  const Canvas ordinary{80, 24, true};
  for (const wchar_t* words :
       {L"Left hand", L"██  ██", L"0:40 left of this step", L"Kneading", L"Thumb mound", L"Medium", L"press",
        L"glide", L"release", L"Lift, squeeze", L"Next: the right hand", L"it hurts", L"next step"})
    EXPECT_TRUE(has(running(), ordinary, words)) << std::string(words, words + wcslen(words));
}

TEST(SessionLayout, ASmallTerminalKeepsTheTimeTheStepTheBeatAndTheKeysOfSafety) {
  const Canvas small{40, 15, true};
  for (const wchar_t* words :
       {L"7:42", L"Kneading", L"Thumb mound", L"Medium", L"glide", L"it hurts", L"stop"})
    EXPECT_TRUE(has(running(), small, words)) << std::string(words, words + wcslen(words));
}

TEST(SessionLayout, ATinyTerminalKeepsTimeAndStepInWords) {
  const Canvas tiny{24, 6, true};
  EXPECT_TRUE(has(running(), tiny, L"7:42"));
  EXPECT_TRUE(has(running(), tiny, L"Kneading"));
}

TEST(SessionLayout, AQuestionKeepsAllItsAnswersEvenOnASmallTerminal) {
  for (const wchar_t* answer : {L" 1   too firm", L" 2   sharp", L" 3   tingling", L" 4   stop"})
    EXPECT_TRUE(has(asking(), {40, 15, true}, answer));
}

TEST(SessionLayout, AWarningStandsInPlaceOfTheCaption) {
  View view = running();
  view.warning = "That place is left out for today.";
  EXPECT_TRUE(has(view, {80, 24, true}, L"That place is left out"));
  EXPECT_FALSE(has(view, {80, 24, true}, L"Lift, squeeze"));
}

TEST(SessionLayout, ATextThatDoesNotFitSaysSo) {
  EXPECT_TRUE(has(running(), {40, 18, true}, L"Next: the right hand — small circles …"));
}

TEST(SessionLayout, ALongChecklistIsShownPageByPageWithoutLosingALine) {
  View view;
  view.time_left = "10:00";
  view.title = "Before you start";
  view.caption = "Press Enter when you are ready.";
  view.keys = {{"enter", "start"}, {"n", "more of the list"}};
  for (int i = 0; i < 30; ++i)
    view.list.push_back("item <" + std::to_string(i) + "> with some more words behind it");
  for (const Canvas canvas : {Canvas{80, 24, true}, Canvas{40, 15, true}}) {
    std::wstring all;
    for (view.list_page = 0; view.list_page < 30; ++view.list_page) {
      const auto text = text_of(layout(view, canvas));
      EXPECT_NE(text.find(L"Before you start"), std::wstring::npos);
      EXPECT_NE(text.find(L"start"), std::wstring::npos);
      all += text;
    }
    for (int i = 0; i < 30; ++i)
      EXPECT_NE(all.find(L"item <" + std::to_wstring(i) + L">"), std::wstring::npos) << i;
  }
}

TEST(SessionLayout, TheStrokeBarFillsWithTheStroke) {
  const auto filled = [](double phase) {
    View view = running();
    view.time_left = "";
    view.stroke->phase = phase;
    const auto text = text_of(layout(view, {80, 24, true}));
    return std::ranges::count(text, L'█');
  };
  EXPECT_EQ(filled(0), 0);
  EXPECT_EQ(filled(0.5), 28);
  EXPECT_EQ(filled(1), 56);
}

TEST(SessionLayout, WrappingLosesNoWord) {
  const std::wstring text = L"one two three four five six seven";
  for (int columns = 5; columns < 40; ++columns) {
    std::wstring joined;
    for (const auto& line : wrap(text, columns)) {
      EXPECT_LE(line.size(), static_cast<std::size_t>(columns));
      joined += (joined.empty() ? L"" : L" ") + line;
    }
    EXPECT_EQ(joined, text);
  }
}

TEST(SessionView, AClockReadsAsPeopleWriteIt) {
  EXPECT_EQ(clock_text(0), "0:00");
  EXPECT_EQ(clock_text(65), "1:05");
  EXPECT_EQ(clock_text(3600), "60:00");
  EXPECT_EQ(clock_text(-5), "0:00");
}

TEST(SessionView, ARatingTakesItsDigitAndTForTen) {
  EXPECT_EQ(answer_of(rating_answers(), '0'), 0U);
  EXPECT_EQ(answer_of(rating_answers(), '9'), 9U);
  EXPECT_EQ(answer_of(rating_answers(), 't'), 10U);
  EXPECT_FALSE(answer_of(rating_answers(), 'x'));
  EXPECT_EQ(answer_of({"yes", "no"}, '2'), 1U);
  EXPECT_FALSE(answer_of({"yes", "no"}, '3'));
  EXPECT_FALSE(answer_of({"yes", "no"}, '0'));
}

}  // namespace
}  // namespace thenar::cli::live
