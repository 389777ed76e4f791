#include "mini_practice.hpp"

#include <algorithm>

namespace thenar::practice {
namespace {

const char* const kBody = R"(zones = [
  { id = "THEN", face = "pal", segment = "palm", ray = 1, box_mm = [-45, -15, 10, 60, -15, 0], source = "K", confidence = "H" },
  { id = "MIDP", face = "pal", segment = "palm", box_mm = [-15, 15, 10, 60, -15, 0], max_static_level = 1, source = "K", confidence = "H" },
  { id = "DORS", face = "dor", segment = "palm", box_mm = [-35, 35, 10, 90, 10, 20], max_level = 2, techniques_off = ["PRESS"], source = "K", confidence = "H" },
  { id = "CT", face = "pal", segment = "wrist", box_mm = [-15, 15, -5, 10, -15, 0], max_level = 1, max_static_level = 0, max_force_n = 2, delicate = true, source = "Cobb95", confidence = "H" },
  { id = "CUB", face = "pal", segment = "forearm", box_mm = [-30, 30, -240, -220, -30, 0], excluded = true, source = "K", confidence = "H" },
]
regions = [
  { id = "palm", side = "palmar", next_to = ["back"], order = 1 },
  { id = "back", side = "dorsal", next_to = ["palm"], order = 2 },
]
groups = [
  { id = "MOUND", region = "palm", zones = ["THEN"], cap_seconds = 180, source = "ENG", confidence = "L" },
  { id = "PALM", region = "palm", zones = ["MIDP"], parts = [{ id = "middle", zones = ["MIDP"] }], cap_seconds = 180, source = "ENG", confidence = "L" },
  { id = "BACK", region = "back", zones = ["DORS"], cap_seconds = 180, source = "ENG", confidence = "L" },
  { id = "HAND", region = "palm", of = ["MOUND", "PALM", "BACK"], cap_seconds = 600, source = "ENG", confidence = "L" },
]
)";

const char* const kWork = R"(tools = [
  { id = "palm", source = "PC", confidence = "H" },
  { id = "thumb", uses_thumb = true, source = "PC", confidence = "H" },
  { id = "table", needs_giver = false, groups = ["PALM"], max_level = 2, source = "PC", confidence = "M" },
]
techniques = [
  { id = "HOLD", kind = "still", tools = ["palm"], is_static = true, level_default = 0, level_max = 1, phase = "open", groups = ["HAND"], dose = { min_seconds = 5, typ_seconds = 15, max_seconds = 60 }, source = "PC", confidence = "H" },
  { id = "EFFL", kind = "glides", tools = ["palm"], tempo = { min_per_minute = 12, typ_per_minute = 15, max_per_minute = 20 }, level_default = 2, level_max = 3, lubricant = "yes", without_lubricant = ["HOLD"], phase = "stroke", groups = ["HAND"], dose = { min_seconds = 15, typ_seconds = 30, max_seconds = 120 }, source = "PC", confidence = "H" },
  { id = "KNEAD", kind = "works", tools = ["palm", "thumb"], level_default = 3, level_max = 3, phase = "knead", groups = ["MOUND", "PALM"], dose = { min_seconds = 20, typ_seconds = 40, max_seconds = 120 }, dose_by_group = { PALM = { min_seconds = 10, typ_seconds = 30, max_seconds = 90 } }, source = "PC", confidence = "M" },
  { id = "WRING", kind = "works", tools = ["palm"], level_default = 2, level_max = 3, self = false, self_instead = "KNEAD", phase = "knead", groups = ["MOUND"], dose = { min_seconds = 20, typ_seconds = 40, max_seconds = 150 }, source = "PC", confidence = "M" },
  { id = "PRESS", kind = "presses", tools = ["thumb"], is_static = true, level_default = 2, level_max = 3, phase = "dry", groups = ["MOUND"], dose = { min_seconds = 30, typ_seconds = 60, max_seconds = 120 }, source = "PC", confidence = "M" },
  { id = "TRIG", kind = "trigger", tools = ["thumb"], is_static = true, level_default = 3, level_max = 3, phase = "dry", groups = ["MOUND"], dose = { min_seconds = 60, typ_seconds = 90, max_seconds = 150 }, composite = [{ id = "warm", seconds = 30 }, { id = "hold", seconds = 0 }, { id = "stroke", seconds = 20 }], source = "PC", confidence = "M" },
  { id = "AROM", kind = "active", phase = "move", groups = ["HAND"], dose = { min_seconds = 20, typ_seconds = 30, max_seconds = 120 }, source = "K", confidence = "H" },
  { id = "BREATH", kind = "breath", phase = "open", dose = { min_seconds = 10, typ_seconds = 60, max_seconds = 180 }, source = "PC", confidence = "M" },
]
combos = [
  { id = "KNEAD_PRESS", group = "MOUND", zones = ["THEN"], parts = [{ technique = "KNEAD", dose = { min_seconds = 10, typ_seconds = 20, max_seconds = 60 } }, { technique = "PRESS", dose = { min_seconds = 10, typ_seconds = 20, max_seconds = 60 } }], source = "ENG", confidence = "L" },
]
points = [
  { id = "LU10", kind = "acupoint", zone = "THEN", group = "MOUND", placement = { along = "MC1", t = 0.5, u = -1, side = "pal" }, max_level = 2, dose = { min_seconds = 30, typ_seconds = 45, max_seconds = 60 }, tools = ["thumb"], claim = "pressing", source = "WHO09", confidence = "H" },
  { id = "PC8", kind = "acupoint", zone = "MIDP", group = "PALM", placement = { along = "MC3", t = 0.8, side = "pal" }, max_level = 2, moving = true, dose = { min_seconds = 5, typ_seconds = 10, max_seconds = 20 }, tools = ["thumb"], source = "WHO09", confidence = "H" },
  { id = "PC7", kind = "acupoint", zone = "CT", placement = { along = "FA", t = 0, side = "pal" }, max_level = 1, in_plans = false, dose = { min_seconds = 5, typ_seconds = 10, max_seconds = 20 }, source = "WHO09", confidence = "H" },
]
technique_rates = [
  { technique = "KNEAD", goals = { pain = 3, stiffness = 2 }, source = "ENG", confidence = "L" },
  { technique = "EFFL", goals = { stress = 2 }, source = "ENG", confidence = "L" },
]
point_rates = [ { point = "LU10", goals = { pain = 1 }, source = "ENG", confidence = "L" } ]
goal_relevance = [ { goal = "pain", groups = ["MOUND"], source = "ENG", confidence = "L" } ]

[planning]
phi_min = 0.6
phi_max = 1.2
grade_factor = { B = 1, C = 0.9, D = 0.5, X = 0 }
fixed = [
  { id = "opening_touch", techniques = ["HOLD"], groups = ["HAND"], seconds = [5, 10], from_hand_seconds = [0, 240], source = "ENG", confidence = "L" },
]
source = "ENG"
confidence = "L"
)";

const char* const kCare = R"(gates = [
  { id = "now", every_time = true, order = 1 },
  { id = "bones", every_time = false, order = 2 },
]
rules = [
  { id = "S01", rule_class = "emergency", gate = "now", asks_hand = false, effects = [{ refuse = "session", advice = "call", urgency = "now", who = "emergency" }], source = "K", confidence = "H" },
  { id = "S05", rule_class = "refer", gate = "now", follow_ups = [
      { key = "breath", values = ["yes", "no"] },
    ], effects = [
      { refuse = "hand", advice = "see", urgency = "same_day", who = "doctor" },
      { when = { answers = { breath = ["yes"] } }, verdict = "emergency", refuse = "hand", advice = "call", urgency = "now", who = "emergency" },
      { when = { answers = { breath = ["no", "unsure"] } }, notes = ["look"] },
    ], source = "PC", confidence = "H" },
  { id = "S20", rule_class = "refer", gate = "bones", expires_days = 30, follow_ups = [
      { key = "weeks", values = ["early", "late"] },
    ], effects = [
      { when = { answers = { weeks = ["early", "unsure"] } }, refuse = "hand", advice = "see", urgency = "when_convenient", who = "doctor" },
    ], source = "PC", confidence = "M" },
  { id = "S21", rule_class = "modify", asked_with = "S20", applies_when = { answers = { weeks = ["late"] } }, effects = [{ max_level = 1 }], source = "PC", confidence = "M" },
  { id = "S30", rule_class = "exclude_zone", gate = "now", asks_zones = true, effects = [{ where = { marked = true }, exclude = true }], source = "PC", confidence = "H" },
  { id = "S52", rule_class = "modify", never_asked = true, source = "PC", confidence = "M" },
  { id = "S58", rule_class = "modify", computed = { age_from = 80 }, effects = [{ max_level = 2 }], source = "PC", confidence = "M" },
]
[screening]
day_max_seconds = 1800
hand_max_seconds = 900
first_week_seconds = 600
first_week_firm_seconds = 300
warmth_max_c = 40
marks = [
  { as = "sore", focus = true, source = "PC", confidence = "M" },
  { as = "stiff", focus = true, source = "PC", confidence = "M" },
  { as = "tense", focus = true, source = "PC", confidence = "M" },
  { as = "knot", offers_trigger_point = true, source = "PC", confidence = "M" },
  { as = "swollen", exclude = true, asks = ["S05"], source = "PC", confidence = "M" },
  { as = "injured", rule = "S30", source = "PC", confidence = "M" },
  { as = "numb", exclude = true, source = "PC", confidence = "M" },
]
source = "PC"
confidence = "M"

[outcomes]
trend_days = 5
window_days = 7
window_values = 3
weeks = 12
bad_entry = 0.7
estimated_from = 5
tam_usual = 260
tam_thumb_usual = 140
tam_bands = [220, 180, 130]
share_bands = [100, 75, 50]
strickland_bands = [85, 70, 50]
strickland_adjusted_bands = [75, 50, 25]
source = "ENG"
confidence = "L"

[guidance]
rules = [
  { id = "T02", action = "replan", numbers = { level_drop = 1 }, source = "PC", confidence = "M" },
]
speech_chars_per_second = 14
breaths_per_minute = 6
source = "ENG"
confidence = "L"
)";

const char* const kProgrammes = R"(programmes = [
  { id = "P01", goals = ["pain"], hands = 2, published_seconds = 160, modes = ["self", "partner"], blocked_by = ["S05"], measures = ["PAIN"], source = "PC", confidence = "M", steps = [
      { technique = "HOLD", groups = ["HAND"], level = 0, seconds = 10 },
      { technique = "EFFL", groups = ["HAND"], level = 2, seconds = 30, part_seconds = 10, cue = "programme.P01.cue.2" },
      { technique = "PRESS", points = ["LU10"], level = 2, seconds = 30, optional = true, otherwise = "EFFL" },
      { technique = "BREATH", seconds = 10 },
    ] },
]
)";

const char* const kShelf = R"(version = "1"
forbidden_words = ["detox", "cures"]
claims = [
  { id = "pressing", goals = ["pain", "stiffness", "swelling", "warmth"], grade = "C", sources = ["IC-SR22"], source = "IC-SR22", confidence = "H" },
  { id = "calm", goals = ["skin", "stress", "sleep", "mood"], grade = "B", sources = ["Guo20"], source = "Guo20", confidence = "H" },
  { id = "flush", grade = "X", may_say = false, source = "Hinds04", confidence = "H" },
]
measures = [
  { id = "PAIN", flag = "G", licence = "free", goals = ["pain"], unit = "points", low = 0, high = 10, better = "low", of = "hand", source = "Hrvatin21", confidence = "H" },
]
media = [
  { id = "lotion", is_default = true, ml_per_hand_min = 2, ml_per_hand_max = 5, source = "PC", confidence = "M" },
  { id = "none", slips = false, source = "PC", confidence = "M" },
]
checklist = [
  { id = "warm", heat = true, numbers = { low_c = 37, high_c = 40 }, source = "ENG", confidence = "M" },
  { id = "wipe", before = false, source = "PC", confidence = "H" },
]
emergency_numbers = [ { country = "CH", number = "144", source = "K", confidence = "H" } ]
)";

const char* const kWords = R"([language]
code = "en"
[list]
and = " and "
[zone]
THEN = { name = "thumb mound", contents = "three small muscles" }
MIDP = { name = "middle of the palm", contents = "tendons" }
DORS = { name = "back of the hand", contents = "tendons and veins" }
CT = { name = "carpal tunnel", contents = "a nerve and nine tendons" }
CUB = { name = "elbow crease", contents = "an artery and a nerve" }
[region]
palm = { name = "palm" }
back = { name = "back" }
[group]
MOUND = { name = "thumb mound" }
PALM = { name = "palm" }
BACK = { name = "back of the hand" }
HAND = { name = "whole hand" }
[tool]
palm = { name = "palm" }
thumb = { name = "thumb" }
table = { name = "table" }
[technique]
HOLD = { name = "still touch", how = "Rest your hand.", not_when = "open skin" }
EFFL = { name = "long strokes", how = "Stroke towards the heart.", not_when = "open skin" }
KNEAD = { name = "kneading", how = "Lift and roll.", not_when = "a fresh injury" }
WRING = { name = "wringing", how = "Twist gently.", not_when = "thin skin" }
PRESS = { name = "pressing", how = "Press and wait.", not_when = "numb skin" }
TRIG = { name = "trigger point", how = "Press and wait.", not_when = "numb skin", part = { warm = "Warm the place.", hold = "Wait.", stroke = "Stroke." } }
AROM = { name = "own movement", how = "Make a fist.", not_when = "a fresh operation" }
BREATH = { name = "slow breath", how = "Breathe slowly.", not_when = "dizziness" }
[combo]
KNEAD_PRESS = { name = "knead and press" }
[point]
LU10 = { name = "Yuji", where = "beside the thumb bone", caution = "none", tradition = "throat" }
PC8 = { name = "Laogong", where = "in the palm", caution = "none", tradition = "calm" }
PC7 = { name = "Daling", where = "at the wrist crease", caution = "over a nerve", tradition = "calm" }
[gate]
now = { question = "Anything new today?" }
bones = { question = "Anything about bones?", glance = "Bones?" }
[rule]
S01 = { name = "Stroke signs", question = "Is your face drooping?", effect = "No massage now.", why = "It can be a stroke." }
S05 = { name = "Swollen arm", question = "Is one arm newly swollen?", effect = "No massage there.", why = "It can be a clot.", ask.breath = "Short of breath?", answer.breath = { yes = "Yes", no = "No" } }
S20 = { name = "Operation", question = "Were you operated on?", effect = "No massage there.", why = "It has to heal.", ask.weeks = "How long ago?", answer.weeks = { early = "Under 6 weeks", late = "Longer" } }
S21 = { name = "Older operation", effect = "Only lightly.", why = "It is still young." }
S30 = { name = "Injury", question = "Is anything injured?", effect = "Not there.", why = "It has to heal." }
S52 = { name = "Pacemaker", effect = "No limit.", why = "Hands do not disturb it." }
S58 = { name = "Eighty or older", effect = "Gently.", why = "Skin gets thin." }
[session_rule]
T02 = { name = "Sharp pain", say = "I make it softer." }
[programme.P01]
name = "Short"
for = "tired hands"
frequency = "once a day"
adjuncts = "a break"
cue = { 2 = "slowly" }
[claim]
pressing = { sentence = "Small studies report less pain.", evidence = "small trials" }
calm = { sentence = "It often lowers anxiety for a short while.", evidence = "several trials" }
flush = { evidence = "contradicted" }
[measure]
PAIN = { name = "Pain now", scoring = "0 to 10" }
[medium]
lotion = { name = "lotion" }
none = { name = "nothing" }
[preparation]
warm = "Warm your hands at {low_c} to {high_c} degrees."
[aftercare]
wipe = "Wipe off the oil."
[advice]
call = "Call the emergency number."
see = "Let somebody look at it."
partner_cannot_give = "The giver should rest."
sore_twice = "Let somebody look at it."
numb_twice = "Let somebody look at it."
nothing_left = "Nothing is left for today."
[who]
emergency = "emergency service"
doctor = "doctor"
[note]
look = "Look at the skin."
mark_left_out = "The marked place is left out."
stopped_today = "It rests today."
let_it_rest = "It rests today."
softer_after_soreness = "Softer today."
latex = "Without latex."
day_used = "The {hand} has had its {minutes} minutes."
[giver]
cannot_give = "The giver rests."
spares_hands = "The giver works lightly."
gloves = "The giver wears gloves."
products = "Without what the giver does not bear."
nothing = "Nothing changes for the giver."
advice = "For the giver: {advice}"
)";

}  // namespace

std::vector<FileText> mini_practice() {
  return {{"body.toml", kBody},   {"care.toml", kCare},      {"programmes.toml", kProgrammes},
          {"shelf.toml", kShelf}, {"words/en.toml", kWords}, {"work.toml", kWork}};
}

std::string& text_of(std::vector<FileText>& files, const std::string& name) {
  return std::find_if(files.begin(), files.end(), [&](const FileText& file) { return file.name == name; })
      ->text;
}

Loaded<Practice> load_alone(const std::vector<FileText>& files) {
  const auto document = read_files(files);
  if (!document) return tl::unexpected(document.error());
  return load(document->json, document->places);
}

}  // namespace thenar::practice
