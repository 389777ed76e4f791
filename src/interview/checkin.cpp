#include "thenar/interview/checkin.hpp"

namespace thenar::interview {
namespace {

constexpr double kUsualMinutes = 10;

/// Goals, marks, ratings and wishes: anew, or as last time with only the ratings asked.
void ask_how_it_goes(Talk& talk, const Practice& practice, const Known& known, Request& request) {
  auto& checkin = request.checkin;
  const bool can_repeat =
      known.last && !known.last->wishes.goals.empty() && known.last->checkin.mode == checkin.mode;
  if (can_repeat) {
    const auto again =
        talk.words("checkin.same", {{"wishes", wishes_in_words(practice, known.last->wishes)}});
    if (talk.choose(again, {{talk.words("checkin.same_yes"), talk.words("checkin.same_no")}, 0}) == 0) {
      request.wishes = known.last->wishes;
      // Places that are only to be cared for stay; what was swollen, injured or numb is asked by the gates.
      for (const auto& mark : known.last->checkin.marked)
        if (mark.as == MarkKind::sore || mark.as == MarkKind::stiff || mark.as == MarkKind::tense)
          checkin.marked.push_back(mark);
      checkin.ratings = ask_ratings(talk, practice, request.wishes);
      return;
    }
  }
  if (known.last) request.wishes = known.last->wishes;
  ask_goals(talk, practice, request.wishes);
  ask_marks(talk, practice, checkin);
  if (screening::screen(practice, checkin).session_refused) return;
  checkin.ratings = ask_ratings(talk, practice, request.wishes);
  const auto clearance = screening::screen(practice, checkin);
  if (!clearance.session_refused) ask_wishes(talk, practice, checkin, clearance, request.wishes);
}

}  // namespace

CheckedIn check_in(Talk& talk, const Practice& practice, const Known& known, const std::string& name,
                   bool is_me) {
  Whom whom{name, is_me, Mode::self};
  whom.mode = known.mode ? *known.mode : ask_mode(talk, known, whom);
  CheckedIn out;
  out.request.wishes.minutes = kUsualMinutes;
  out.request.wishes.hands = {kHands.begin(), kHands.end()};
  const auto safety = ask_safety(talk, practice, known, whom);
  if (safety.still_stopped) {
    out.stop_rule = known.stop_rule;
    return out;
  }
  out.request.checkin = safety.checkin;
  if (known.wishes)
    out.request.wishes = *known.wishes;
  else if (!screening::screen(practice, out.request.checkin).session_refused)
    ask_how_it_goes(talk, practice, known, out.request);
  out.answered = answers_of(practice, out.request.checkin, safety.answered, safety.allergies);
  return out;
}

}  // namespace thenar::interview
