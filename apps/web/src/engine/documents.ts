// The documents of the engine. Generated from docs/formats by `npm run generate`; do not edit.

export type Documents =
  | Request
  | Clearance
  | Plan
  | Instance
  | SessionLine
  | Interview
  | Kept
  | Items
  | PersonRecord
  | Outcomes
  | Journal
  | Problems
  | Answers;
/** self: one person, one hand massages the other; partner: somebody gives, somebody receives */
export type Mode = "self" | "partner";
/** which hand */
export type Hand = "left" | "right";
export type RuleId = string;
export type ZoneId = string;
/** what was marked on the hand map */
export type MarkKind = "sore" | "stiff" | "tense" | "knot" | "swollen" | "injured" | "numb";
/** 0 none, 10 the worst one can imagine */
export type Rating = number;
export type Allergy = string;
export type PointId = string;
/** where the receiving hand rests */
export type Position = "desk" | "lap" | "lying" | "elevated" | "tray";
export type MediumId = string;
export type TechniqueId = string;
export type ProgrammeId = string;
/** from free to strict */
export type Verdict = "clear" | "modified" | "refer" | "emergency";
/** how soon somebody should see to it */
export type Urgency = "none" | "when_convenient" | "within_2_weeks" | "within_48_hours" | "same_day" | "now";
/** what a precaution is */
export type RuleClass = "emergency" | "refer" | "exclude_zone" | "modify";
/** pressure: 0 resting weight, 1 light, 2 medium, 3 firm */
export type Level = number;
export type ToolId = string;
export type RegionId = string;
export type GroupId = string;
/** the stretch of a session a step belongs to */
export type Phase = "open" | "dry" | "stroke" | "knead" | "circle" | "move" | "stretch" | "tap" | "close";
export type ComboId = string;
/** which face of the hand is worked on */
export type Side = "palmar" | "dorsal" | "both";
/** what a person wants from the massage */
export type Goal = "pain" | "stiffness" | "swelling" | "warmth" | "skin" | "stress" | "sleep" | "mood";
/** evidence: A consistent trials, B several with bias, C small or conflicting, D none useful, X contradicted */
export type Grade = "A" | "B" | "C" | "D" | "X";
export type CandidateKind = "stroke" | "trigger" | "acupoint";
/** One line of a session log, which is one JSON object a line: first the plan, then in any mixture what was said to the session, what it answered, and that time passed. Times never decrease. With the plan, the commands are the whole session. */
export type SessionLine = Opening | TimedCommand | Cue | TimePassed;
/** what a person says to the session */
export type CommandKind =
  | "start"
  | "pause"
  | "resume"
  | "next"
  | "back"
  | "repeat"
  | "softer"
  | "firmer"
  | "longer"
  | "shorter"
  | "skip-zone"
  | "hurts"
  | "numb"
  | "colour-change"
  | "swelling"
  | "dizzy"
  | "breathless"
  | "clunk"
  | "withdrew"
  | "refused"
  | "giver-tired"
  | "answer"
  | "stop";
/** how it hurts */
export type PainKind = "too-firm" | "sharp" | "electric" | "burning" | "ache" | "pressing";
/** say is spoken; beat paces the strokes; show comes each second; ask wants an answer; warn names the rule that acts; note is seen, never spoken; chime sounds */
export type CueKind = "say" | "beat" | "show" | "ask" | "warn" | "note" | "chime";
/** milliseconds since 1970-01-01 UTC */
export type JournalTime = number;
/** What the web engine answers besides the documents: see apps/web/engine/engine.hpp. */
export type Answers =
  | Loaded
  | Explained
  | NextQuestion
  | Known
  | Opened
  | Moment
  | Steps
  | Closed
  | Aftermath
  | Measures
  | Scored
  | Tables
  | Coming;
/** preparing: the checklist, until start; checking: stands still until the question is answered; stopped: ended before its end */
export type StateKind = "preparing" | "running" | "paused" | "checking" | "finished" | "stopped";

/** Who is there, how their hands are, and what they wish. A field that may be left out may also be null. */
export interface Request {
  format: "thenar.request/1";
  checkin: CheckIn;
  wishes: Wishes;
}
export interface CheckIn {
  mode: Mode;
  age_years?: number | null;
  dominant_hand?: Hand | null;
  /** from the wrist crease to the tip of the middle finger */
  hand_length_mm?: number | null;
  /** precautions answered yes or not sure */
  conditions?: Condition[] | null;
  /** the same of the one who gives; mode partner only */
  giver_conditions?: Condition[] | null;
  /** places marked on the hand map */
  marked?: Mark[] | null;
  ratings?: Ratings | null;
  allergies?: Allergy[] | null;
  /** the same of the one who gives; mode partner only */
  giver_allergies?: Allergy[] | null;
  /** what was before; left out: a first session */
  history?: History | null;
}
/** a precaution that holds; which answers it takes stands with the ids */
export interface Condition {
  rule: RuleId;
  /** left out: both hands */
  hand?: Hand | null;
  /** left out or empty: the whole hand */
  zones?: ZoneId[] | null;
  /** by question; one that is missing counts as unsure */
  answers?: {
    [k: string]: string;
  } | null;
  /** not sure of the precaution itself */
  unsure?: boolean | null;
}
/** a place on the hand map */
export interface Mark {
  hand: Hand;
  zone: ZoneId;
  as: MarkKind;
  /** yes, no or unsure for each precaution that such a mark asks about */
  answers?: {
    [k: string]: string;
  } | null;
}
/** before the massage; high is worse */
export interface Ratings {
  pain?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  stiffness?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  tingling?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  swelling?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  warmth?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  skin?: {
    left?: Rating | null;
    right?: Rating | null;
  } | null;
  stress?: Rating | null;
  sleep?: Rating | null;
  mood?: Rating | null;
}
export interface History {
  weeks_since_first?: number | null;
  /** massage each hand already had today */
  seconds_today?: {
    left?: number | null;
    right?: number | null;
  } | null;
  /** on the day after the last session, 0-10 */
  next_day_soreness?: number | null;
  /** sessions in a row that were too much (A01) */
  a01_count?: number | null;
  /** trigger points pressed within 24 hours */
  trigger_points_24h?: TriggerPointDone[] | null;
  /** places stopped for today (T01) */
  zones_stopped_today?: ZoneOfHand[] | null;
  /** sessions of today that met numbness (T01) */
  numb_stops_today?: number | null;
}
export interface TriggerPointDone {
  point: PointId;
  hand: Hand;
}
export interface ZoneOfHand {
  hand: Hand;
  zone: ZoneId;
}
export interface Wishes {
  /** weights from 0 to 1 */
  goals?: {
    pain?: number;
    stiffness?: number;
    swelling?: number;
    warmth?: number;
    skin?: number;
    stress?: number;
    sleep?: number;
    mood?: number;
  } | null;
  /** for the whole session */
  minutes: number;
  hands: Hand[];
  position?: Position | null;
  /** what is put on the skin */
  medium?: MediumId | null;
  /** techniques and points asked for by name */
  chosen?: (TechniqueId | PointId)[] | null;
  /** least share of the time for each hand wished */
  hand_share?: number | null;
  /** seconds by candidate id, as left/MOUND/KNEAD: exactly so many, as near as its dose allows; 0: not at all; a programme takes none */
  edits?: {
    [k: string]: number;
  } | null;
  /** left out: composed freely */
  programme?: ProgrammeId | null;
}
/** What screening allows. Written by the engine only; inside a plan it is compared with a new screening. */
export interface Clearance {
  format: "thenar.clearance/1";
  mode: Mode;
  verdict: Verdict;
  /** no plan at all */
  session_refused: boolean;
  /** the most urgent; null when there is none */
  advice: Advice | null;
  further_advice: Advice[];
  /** precautions that acted, in the order of the practice */
  rules: AppliedRule[];
  /** for the whole session */
  max_seconds: number;
  /** begin this many levels softer than allowed, until feedback lifts it */
  start_level_drop: number;
  hands: {
    left: HandClearance;
    right: HandClearance;
  };
  /** mode self: by the hand that gives; mode partner: the person */
  giver: GivingHands | GivingPartner;
  products_off: MediumId[];
  latex_off: boolean;
  heat_off: boolean;
  lubricant_required: boolean;
  gloves: boolean;
  /** the slowest tempo of each technique */
  slow: boolean;
  /** no countdown, no questions to the receiver */
  quiet: boolean;
  /** sentences to say with the plan */
  notes: string[];
}
/** what to do instead, or besides; ready to be shown */
export interface Advice {
  text: string;
  urgency: Urgency;
  /** whom to ask, or empty */
  who: string;
}
export interface AppliedRule {
  id: RuleId;
  class: RuleClass;
  hands: Hand[];
  effect: string;
  text: string;
}
export interface HandClearance {
  allowed: boolean;
  /** in this session */
  max_seconds: number;
  /** the same as soon as one step is at level 3 */
  max_firm_seconds: number;
  /** the same for the programmes that the first weeks do not bind */
  max_programme_seconds: number;
  /** those that differ from what holds for everybody */
  zones: {
    [k: string]: ZoneClearance;
  };
  /** on the whole hand */
  techniques_off: TechniqueId[];
  points_off: PointId[];
  programmes_off: ProgrammeId[];
  /** feeling is reduced: look at the skin */
  feedback_unreliable: boolean;
  /** the other hand first */
  last: boolean;
}
export interface ZoneClearance {
  max_level: Level;
  excluded: boolean;
  /** a tool may press there without moving */
  static_allowed: boolean;
  techniques_off: TechniqueId[];
  max_seconds: number | null;
  max_force_n: number | null;
}
export interface GivingHands {
  left: GiverClearance;
  right: GiverClearance;
}
export interface GiverClearance {
  can_give: boolean;
  tools_off: ToolId[];
  max_level: Level;
  max_seconds: number | null;
}
export interface GivingPartner {
  partner: GiverClearance;
}
/** Ordered steps that fit a clearance and some minutes, or a refusal: then there are no steps, and advice. Reading one screens its request again; beyond this schema its sums, positions, clearance and every step must hold against that. */
export interface Plan {
  format: "thenar.plan/1";
  /** it is read by this version only */
  practice_version: string;
  request: Request;
  clearance: Clearance;
  verdict: Verdict;
  /** the most urgent first */
  advice: Advice[];
  steps: Step[];
  /** all changeover_seconds and seconds */
  total_seconds: number;
  /** why it is shorter than the minutes wished; empty when it is not */
  shortened_because: string[];
  /** worth in millionths, before time that is left over goes to the closing stroke */
  objective: number;
  left_out: LeftOut[];
  /** checklist before */
  preparation: string[];
  /** checklist after */
  aftercare: string[];
  /** calm, sleep or dementia: no countdown */
  quiet: boolean;
}
/** one technique on one work group of the hand that receives; begins with changeover_seconds, then lasts seconds */
export interface Step {
  /** position in steps */
  index: number;
  hand: Hand;
  region: RegionId;
  /** null for a programme step over several groups */
  group?: GroupId | null;
  phase: Phase;
  technique: TechniqueId;
  /** null unless several techniques belong together */
  combo?: ComboId | null;
  /** where it works */
  zones: ZoneId[];
  points: PointId[];
  /** null where nothing touches */
  tool?: ToolId | null;
  side: Side;
  /** pressure level; null where nothing presses */
  level?: number | null;
  /** moving there, changing hands, wiping; before the strokes */
  changeover_seconds: number;
  /** strokes */
  seconds: number;
  /** in order; their seconds add up to the step's; empty: one part */
  parts: StepPart[];
  /** strokes a minute; 0 where there is no beat */
  tempo_per_minute: number;
  /** in the whole step */
  strokes: number;
  /** what is on the skin then */
  medium?: MediumId | null;
  /** position in the programme's own steps; -1 otherwise */
  programme_step: number;
  why: Why[];
  /** precautions that shaped it */
  rules: RuleId[];
}
export interface StepPart {
  id: string;
  technique: TechniqueId;
  zones: ZoneId[];
  seconds: number;
  /** as the step's, but never above what its own technique takes */
  level?: number | null;
}
/** the goal a step serves, how good the evidence is, and a sentence */
export interface Why {
  goal: Goal;
  grade: Grade;
  text: string;
}
export interface LeftOut {
  technique: TechniqueId;
  zones: ZoneId[];
  hand: Hand;
  because: string;
}
/** The optimisation inside a plan, with its solution: enough for any solver to solve it again. Choose candidates and their seconds (multiples of quantum_s from min_s to max_s) so that the most groups have a candidate that serves and, among those choices, the summed worth is greatest; worth is linear between its three breaks, the slopes rounded down to a whole number a quantum. */
export interface Instance {
  format: "thenar.instance/1";
  quantum_s: number;
  /** for each chosen candidate */
  step_cost_s: number;
  /** for each region of a hand that is used */
  region_cost_s: number;
  /** for both hands, after fixed parts and hand changes */
  budget_s: number;
  /** the other hand may use at most the budget less this */
  hand_min_s: {
    left: number;
    right: number;
  };
  hand_cap_s: {
    left: number;
    right: number;
  };
  /** of both hands */
  max_trigger_points: number;
  max_acupoints_per_hand: number;
  max_techniques_per_group: number;
  /** by group of a hand, as left/MOUND */
  group_cap_s: {
    [k: string]: number;
  };
  candidates: Candidate[];
  /** seconds by candidate id; others are not chosen */
  solution: {
    [k: string]: number;
  };
  /** millionths, before left-over quanta */
  objective: number;
}
export interface Candidate {
  /** as left/MOUND/KNEAD */
  id: string;
  hand: Hand;
  region: RegionId;
  /** as left/MOUND */
  groups: string[];
  technique: TechniqueId;
  kind: CandidateKind;
  min_s: number;
  typ_s: number;
  max_s: number;
  /** millionths at min_s */
  worth_min: number;
  /** millionths at typ_s */
  worth_typ: number;
  /** millionths at max_s */
  worth_max: number;
  /** works what is marked in its group */
  serves: boolean;
  /** ids that cannot be chosen together with it */
  excludes: string[];
}
/** the first line, once */
export interface Opening {
  format: "thenar.session/1";
  plan: Plan;
}
/** what was said to the session */
export interface TimedCommand {
  /** milliseconds since the session was opened */
  t_ms: number;
  command: CommandKind;
  /** hurts, numb, giver-tired: 0-10; answer: a number */
  value?: number | null;
  /** hurts */
  kind?: PainKind | null;
  /** numb, skip-zone; left out: where the massage is */
  zone?: ZoneId | null;
  /** answer: one of the answers offered */
  answer?: string | null;
}
/** what the session says, beats or shows; a kind has only the fields it uses */
export interface Cue {
  /** milliseconds since the session was opened */
  t_ms: number;
  cue: CueKind;
  /** beat: press, glide, release, or in, out for breaths; chime: start, change, half, end, stop; warn: the rule; else the key of the words */
  key?: string | null;
  /** what fills the gaps of the words */
  parameters?: {
    [k: string]: string;
  } | null;
  /** the finished sentence */
  text?: string | null;
  /** say: cuts off what is being said; otherwise that has ended */
  interrupts?: boolean | null;
  /** ask: the answers offered */
  answers?: string[] | null;
  /** beat: the stroke in the step; show: position in the steps */
  index?: number | null;
  /** beat */
  strength?: number | null;
  /** beat, show: how far the stroke is */
  phase?: number | null;
  /** show: of the step */
  remaining_seconds?: number | null;
  /** show: of the session */
  session_seconds?: number | null;
}
/** time passed */
export interface TimePassed {
  /** milliseconds since the session was opened */
  t_ms: number;
}
/** A check-in as far as it has come: whose hands, what is known of them, and the answers so far. Written by whoever shows the questions; what the engine answers stands in answers.schema.json. */
export interface Interview {
  format: "thenar.interview/1";
  /** of the person who is massaged */
  name: string;
  /** that person answers */
  is_me: boolean;
  /** the request of the last check-in */
  last?: Request | null;
  /** remembered until the person says they are over */
  conditions?: Condition[] | null;
  /** known already */
  allergies?: string[] | null;
  /** precautions with an answer, yes or no, that need not be asked again yet */
  fresh?: RuleId[] | null;
  /** what was before */
  history?: History | null;
  /** the precaution that stopped the last massage; left out or empty: none, or asked since */
  stop_rule?: string | null;
  /** by whom, where that is settled */
  mode?: Mode | null;
  /** settled: only the questions of safety are asked */
  wishes?: Wishes | null;
  /** in the order of the questions */
  answers: GivenAnswer[];
}
/** an answer, as its question wants it */
export interface GivenAnswer {
  /** one of several */
  index?: number | null;
  /** any number of several, or none of them */
  picks?: Pick[] | null;
  numbers?: number[] | null;
  /** no numbers are given */
  skipped?: boolean | null;
}
export interface Pick {
  index: number;
  unsure?: boolean | null;
}
/** What was kept of a person, for the engine to recall before a check-in. */
export interface Kept {
  format: "thenar.kept/1";
  now: JournalTime;
  /** of the local clock, east positive */
  utc_offset_minutes: number;
  /** the last one */
  checkin?: LastCheckIn | null;
  answers: KeptAnswer[];
  /** in the order they were begun */
  sessions: PastSession[];
}
export interface LastCheckIn {
  at: JournalTime;
  /** as it was handed in */
  document: {
    [k: string]: unknown;
  };
}
export interface KeptAnswer {
  rule: string;
  /** as it was handed in */
  answer: {
    [k: string]: unknown;
  };
  answered_at: JournalTime;
}
export interface PastSession {
  started_at: JournalTime;
  ending?: Ending | null;
  next_day?: NextDay | null;
}
export interface Ending {
  how: "finished" | "stopped" | "cut-off";
  at: JournalTime;
  /** precaution that stopped it, or empty */
  rule: string;
  given: Given;
}
export interface Given {
  seconds: {
    left: number;
    right: number;
  };
  by_technique: {
    left: {
      [k: string]: number;
    };
    right: {
      [k: string]: number;
    };
  };
  by_zone: {
    left: {
      [k: string]: number;
    };
    right: {
      [k: string]: number;
    };
  };
  stopped_zones: {
    left: string[];
    right: string[];
  };
  trigger_points: {
    left: string[];
    right: string[];
  };
  numb_stop: boolean;
}
export interface NextDay {
  soreness: number;
  lasted_long: boolean;
  answered_at: JournalTime;
}
/** Items of a measure that Thenar may score but not ship, from somebody who is entitled to them. */
export interface Items {
  format: "thenar.items/1";
  measure: string;
  /** ISO 639-1 */
  language: string;
  /** whose they are, and by what right they are used */
  source: string;
  items: Item[];
  /** items, from 1, that are turned round */
  reverse?: number[];
  /** raw sum and score, in order */
  table?: number[][];
}
export interface Item {
  text: string;
  /** a word for each value, from the lowest */
  answers?: string[];
}
/** What was kept of a person, as far as outcomes go. */
export interface PersonRecord {
  format: "thenar.record/1";
  now: JournalTime;
  /** of the local clock, east positive */
  utc_offset_minutes: number;
  /** how far back is looked; 0: as far as there is anything */
  weeks?: number;
  /** milliseconds since 1970-01-01 UTC */
  first_at?: number;
  person?: string;
  goals?: Goal[];
  /** in the order they were begun */
  sessions: RatedSession[];
  measured: Measured[];
  items?: Items[];
}
export interface RatedSession {
  started_at: JournalTime;
  ending?: Ending | null;
  next_day?: NextDay | null;
  ratings: KeptRating[];
  /** of the local clock then, east positive; none: that of the record */
  utc_offset_minutes?: number;
}
export interface KeptRating {
  measure: string;
  hand: "left" | "right" | null;
  moment: "before" | "after";
  value: number;
  at: JournalTime;
}
/** something measured, as it was typed in; another one may correct it */
export interface Measured {
  /** its own for ever */
  id: string;
  measure: string;
  hand?: "left" | "right" | null;
  /** a finger or a joint; empty: the whole */
  site?: string;
  /** in the order of the measure's items; null: left out */
  values: (number | null)[];
  /** as it was typed in; empty: the measure's own */
  unit?: string;
  at: JournalTime;
  utc_offset_minutes?: number;
  /** taken by somebody else than usually */
  by_another?: boolean;
  /** id of the one that was wrong; empty: none */
  corrects?: string;
  /** the correction is that it never was */
  withdrawn?: boolean;
  noted_at: JournalTime;
}
/** What was done, what changed, and how sure that is. */
export interface Outcomes {
  format: "thenar.outcomes/1";
  from: JournalTime;
  to: JournalTime;
  utc_offset_minutes: number;
  person: string;
  /** in words */
  summary: string[];
  /** what the most time went into, in words */
  dose: string[];
  no_cause: string;
  done: Done;
  days_after: DaysAfter;
  events: StopEvent[];
  /** sessions that were rated before and after, in words */
  compared: Compared[];
  measures: MeasureOutcome[];
  unscored: Unscored[];
  /** A02: weeks went by and nothing got measurably better */
  review_due: boolean;
}
/** sessions in which anything was given */
export interface Done {
  sessions: number;
  finished: number;
  stopped: number;
  cut_off: number;
  seconds: HandSeconds;
  by_technique: {
    [k: string]: number;
  };
  by_zone: {
    [k: string]: number;
  };
  /** how often a place was left for the day because of numbness or tingling (T01) */
  stopped_zones: {
    [k: string]: number;
  };
  weeks: WeekDone[];
}
export interface HandSeconds {
  left: number;
  right: number;
}
/** from the local Monday */
export interface WeekDone {
  from: number;
  sessions: number;
  seconds: number;
}
/** how the days after were, where somebody told */
export interface DaysAfter {
  told: number;
  sore: number;
  most: number;
  too_much: number;
}
/** a session that a rule stopped */
export interface StopEvent {
  at: JournalTime;
  rule: string;
}
export interface Compared {
  started_at: JournalTime;
  lines: string[];
}
/** one measure at one place */
export interface MeasureOutcome {
  measure: string;
  hand: "left" | "right" | null;
  site: string;
  title: string;
  unit: string;
  low: number;
  high: number;
  points: OutcomePoint[];
  pairs: OutcomePair[];
  within: Change | null;
  over: Change | null;
  trend: Trend | null;
  band: "excellent" | "good" | "fair" | "poor" | null;
  other_share: number | null;
  verdict: string;
  /** the difference over weeks, else within a massage, with its interval; empty where neither is known */
  difference: string;
  sentences: string[];
}
export interface OutcomePoint {
  at: JournalTime;
  value: number;
}
/** before and after a massage */
export interface OutcomePair {
  at: JournalTime;
  before: number;
  after: number;
}
/** a difference of two means with its error */
export interface Change {
  from: number;
  to: number;
  change: number;
  interval: Interval;
  /** a change up to here is none that can be measured */
  error: number;
  error_of: "published" | "own";
  /** how many numbers it rests on */
  values: number;
  measurable: boolean;
  better: boolean | null;
  may_matter: boolean;
  /** the beginning was so bad that it would have got better by itself */
  bad_entry: boolean;
}
/** 95 % */
export interface Interval {
  low: number;
  high: number;
}
/** robust slope with its interval */
export interface Trend {
  per_week: number;
  interval: Interval;
  days: number;
  /** the interval is without 0, and over all days it is more than the error of the measure */
  measurable: boolean;
  better: boolean | null;
}
export interface Unscored {
  id: string;
  problem: string;
}
/** Everything a journal keeps. Documents handed in (check-ins, answers, plans, commands) stand in it unchanged. */
export interface Journal {
  format: "thenar.journal/1";
  people: Person[];
}
export interface Person {
  id: number;
  name: string;
  created_at: JournalTime;
  is_default: boolean;
  checkins: KeptCheckIn[];
  answers: KeptAnswer[];
  plans: KeptPlan[];
  sessions: KeptSession[];
  measured: Measured[];
}
export interface KeptCheckIn {
  id: number;
  at: JournalTime;
  /** as it was handed in */
  document: {
    [k: string]: unknown;
  };
}
export interface KeptPlan {
  id: number;
  at: JournalTime;
  /** as it was handed in */
  document: {
    [k: string]: unknown;
  };
}
export interface KeptSession {
  id: number;
  plan: number;
  started_at: JournalTime;
  reached_ms: number;
  ending: Ending | null;
  next_day: NextDay | null;
  commands: KeptCommand[];
  ratings: KeptRating[];
}
export interface KeptCommand {
  /** milliseconds since the session was opened; never decreasing */
  t_ms: number;
  /** as it was handed in */
  command: {
    [k: string]: unknown;
  };
}
/** Why a document was not given: every fault that was found, with its place, what was found there, what was expected and the remedy. */
export interface Problems {
  format: "thenar.problems/1";
  problems: Problem[];
}
export interface Problem {
  place: Place;
  found: string;
  expected: string;
  /** or empty */
  remedy: string;
}
export interface Place {
  /** which text, or empty */
  file: string;
  /** 1 is the first; 0 when it is not known */
  line: number;
  /** as checkin.conditions[0].rule; empty for the whole text */
  path: string;
}
/** the practice that was loaded */
export interface Loaded {
  version: string;
  /** empty until a clinician signs */
  reviewed_by: string;
}
/** a plan in words */
export interface Explained {
  title: string;
  /** hands, where they rest, what is on the skin */
  summary: string;
  /** what precautions change, and notes */
  changes: string[];
  steps: StepWords[];
  /** for who massages another person; empty where somebody massages their own hands */
  giver: Section[];
  /** what is known about the benefits */
  evidence: string[];
  /** what is left out, and why */
  left_out: string[];
}
/** a step in words; what it has nothing to say of is empty */
export interface StepWords {
  what: string;
  where: string;
  /** how its time is shared */
  parts: string;
  /** the movement */
  how: string;
  /** pressure and tool */
  how_hard: string;
  /** what the programme says of it */
  cue: string;
  why: string;
}
/** a heading and what stands below it */
export interface Section {
  title: string;
  lines: string[];
}
/** what a check-in says and asks next; or, once all is answered, what it gives */
export interface NextQuestion {
  /** since the last answer */
  said: Said[];
  question?: Question;
  done?: CheckedIn;
}
export interface Said {
  kind: "paragraph" | "item";
  text: string;
}
/** what it wants: one of its names, several of them, numbers, or places of a hand */
export interface Question {
  kind: "one" | "several" | "places" | "numbers";
  text: string;
  /** one, several */
  names?: string[];
  /** one: what is meant where nothing is said */
  usual?: number | null;
  /** one: the last name is not sure; several: each pick may be */
  may_be_unsure?: boolean;
  /** several, places: the words for none of them; empty: at least one */
  none?: string;
  /** places: of one hand, or of both */
  hand?: Hand | null;
  places?: HandPlace[];
  /** numbers: from */
  low?: number;
  /** numbers: to */
  high?: number;
  /** numbers: how many */
  count?: number;
  /** numbers: none need be given */
  or_skip?: boolean;
}
export interface HandPlace {
  name: string;
  zones: ZoneId[];
}
export interface CheckedIn {
  request: Request;
  /** to be remembered */
  answered: AnsweredRule[];
  /** the precaution that stopped the last massage and is not over: no massage; empty: none */
  stop_rule: string;
}
/** a precaution that was answered: with no conditions, no */
export interface AnsweredRule {
  rule: RuleId;
  conditions: Condition[];
  allergies?: string[] | null;
}
/** what is known of a person before a check-in: fields of thenar.interview/1 */
export interface Known {
  /** the request of the last check-in */
  last: Request | null;
  /** remembered until the person says they are over */
  conditions: Condition[] | null;
  /** known already */
  allergies: string[] | null;
  /** precautions with an answer, yes or no, that need not be asked again yet */
  fresh: RuleId[] | null;
  /** what was before */
  history: History | null;
  /** the precaution that stopped the last massage; left out or empty: none, or asked since */
  stop_rule: string | null;
}
/** a session that was opened */
export interface Opened {
  session: number;
  /** milliseconds since the session was opened */
  reached_ms: number;
  state: State;
}
/** what to draw from, at any moment */
export interface State {
  kind: StateKind;
  /** position in the steps; -1 before the first */
  step: number;
  /** in the step, changeover included, pauses not */
  elapsed_ms: number;
  /** massage time, pauses not */
  session_ms: number;
  /** until the end as it is planned now, rounded up */
  remaining_seconds: number;
  /** key of the open question, or empty */
  question: string;
  answers: string[];
  /** stopped: what to do now */
  reason: string;
  /** the rule that stopped it or made it wait, or empty */
  rule: string;
}
/** what came of a line given to a session */
export interface Moment {
  cues: Cue[];
  state: State;
}
/** the steps as they are now: done, current, to come */
export interface Steps {
  steps: Step[];
  /** each step in words */
  words: StepWords[];
}
export interface Closed {
  session: number;
}
export interface Aftermath {
  /** it was too much (A01) */
  lasted_long: boolean;
}
/** what a person may measure */
export interface Measures {
  measures: Measurable[];
}
export interface Measurable {
  id: string;
  name: string;
  scoring: string;
  flag: "G" | "Y";
  goals: Goal[];
  unit: string;
  units: string[];
  of: "person" | "hand" | "thumb" | "finger" | "joint";
  sites: MeasuredSite[];
  items: number;
  low: number;
  high: number;
  resolution: number;
  depends_on_who_measures: boolean;
}
export interface MeasuredSite {
  site: string;
  name: string;
}
/** something measured and its score */
export interface Scored {
  title: string;
  unit: string;
  value: number | null;
  in_words: string;
  band: string | null;
  /** a grip among those of the same age, sex and side; else empty */
  peers: string;
  /** why there is no score */
  problem: string;
}
/** a record for other programs */
export interface Tables {
  csv: string;
  /** a FHIR R4 Bundle */
  fhir: {
    [k: string]: unknown;
  };
}
/** what a session would say up to a time if nobody said anything */
export interface Coming {
  cues: Cue[];
}
