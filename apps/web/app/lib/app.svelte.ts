// What all places share: the words, the engine, the journal, the settings, and the massage that is on its way.
import type {
  Explained,
  Given,
  GivenAnswer,
  Interview,
  Plan,
  PracticeDocument,
  Request,
  Wishes,
} from "../../src/engine/engine.ts";
import words from "virtual:words";
import { RemoteEngine } from "./engine.ts";
import { Journal } from "./journal.ts";
import type { KeptSession, Person } from "./log.ts";
import { keep, kept, type Settings } from "./settings.ts";
import { earlyWordsIn, wordsIn } from "./languages.ts";
import { Server } from "./server.svelte.ts";

/** A massage on its way from the wishes to the last stroke. */
export interface Visit {
  /** When it began, which is its own number: what was made for another visit does not get into it. */
  number: number;
  person: string;
  /** What is settled before the check-in: of a button or a programme. */
  wishes: Wishes | null;
  /** The name of the kept programme that it began with; empty: none. */
  programme: string;
  /** What was known of the person before they were asked: questions that come again are the same ones. */
  known: Partial<Interview> | null;
  /** What was answered so far; it can be gone back to. */
  answers: GivenAnswer[];
  request: Request | null;
  plan: Plan | null;
  explained: Explained | null;
  /** The session, once it was begun. */
  session: string | null;
  given: Given | null;
}

const visitKey = "thenar.visit";
const lasts_ms = 2 * 3_600_000;

/** Whether what was answered is too old to begin with: each massage has the questions of its own day. */
export function isPast({ number }: Visit): boolean {
  return Date.now() - number > lasts_ms;
}

/** A visit before its session, of this tab; a session has the journal. */
function keptVisit(): Visit | null {
  try {
    const visit = JSON.parse(sessionStorage.getItem(visitKey) ?? "null") as Visit | null;
    return visit && !isPast(visit) ? visit : null;
  } catch {
    return null;
  }
}
function keepVisit(visit: Visit | null): void {
  try {
    if (visit === null || visit.session !== null) sessionStorage.removeItem(visitKey);
    else sessionStorage.setItem(visitKey, JSON.stringify(visit));
  } catch {
    // Without room for it a reload begins anew.
  }
}

class App {
  settings: Settings = $state(kept());
  words: Record<string, string> = $state.raw(words);
  practice: PracticeDocument | null = $state.raw(null);
  people: Person[] = $state.raw([]);
  sessions: KeptSession[] = $state.raw([]);
  #visit: Visit | null = $state.raw(keptVisit());
  /** Why nothing goes on; empty: all is well. */
  trouble = $state("");
  /** Why nothing is kept beyond this page; empty: it is. */
  unkept = $state("");
  reviewed_by = $state("");
  server = new Server();
  #engine: Promise<RemoteEngine> | null = null;
  #journal: Promise<Journal> | null = null;

  /** The words of the app in the language that is set; without a line those of English stay. */
  async speak(): Promise<void> {
    this.words = (await earlyWordsIn(this.settings.language).catch(() => null)) ?? this.words;
  }

  /** The engine, started when it is first asked for. */
  engine(): Promise<RemoteEngine> {
    this.#engine ??= this.#start();
    return this.#engine;
  }

  async #start(): Promise<RemoteEngine> {
    const started = await RemoteEngine.start(await wordsIn(this.settings.language));
    if (!started.ok) throw new Error(started.problems[0]?.expected ?? "the practice");
    const { engine, practice } = started.value;
    const document = await engine.document();
    if (!document.ok) throw new Error("the practice");
    this.practice = document.value;
    this.words = document.value.words;
    this.reviewed_by = practice.reviewed_by;
    return engine;
  }

  /** The visit, which a reload does not lose until its session begins. */
  get visit(): Visit | null {
    return this.#visit;
  }
  set visit(visit: Visit | null) {
    this.#visit = visit;
    keepVisit(visit);
  }

  journal(): Promise<Journal> {
    this.#journal ??= Journal.open().then(async (journal) => {
      this.unkept = journal.trouble;
      journal.onAdded = () => {
        this.unkept = journal.trouble;
        void this.server.send(journal);
        void this.#read(journal);
      };
      await this.server.meet(journal).catch(() => undefined);
      await this.#read(journal);
      return journal;
    });
    return this.#journal;
  }

  async #read(journal: Journal): Promise<void> {
    this.people = await journal.people();
    const person = this.person;
    this.sessions = person ? await journal.sessions(person.id) : [];
  }

  /** Whose hands it is about: the one chosen last, or the first. */
  get person(): Person | null {
    return this.people.find(({ id }) => id === this.settings.person) ?? this.people[0] ?? null;
  }

  async choosePerson(id: string): Promise<void> {
    this.set({ person: id });
    await this.#read(await this.journal());
  }

  set(changed: Partial<Settings>): void {
    const another = changed.language !== undefined && changed.language !== this.settings.language;
    Object.assign(this.settings, changed);
    keep($state.snapshot(this.settings));
    if (another) location.reload();
  }

  /** A sentence of the words, its gaps filled. A key without words shows itself. */
  say(key: string, gaps: Record<string, string | number> = {}): string {
    const sentence = this.words[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (whole, gap: string) => (gap in gaps ? String(gaps[gap]) : whole));
  }
  has(key: string): boolean {
    return key in this.words;
  }
}

export const app = new App();
export const say = app.say.bind(app);

/** "thumb mound" as the beginning of a line. */
export function capital(text: string): string {
  return text === "" ? "" : text[0]!.toLocaleUpperCase() + text.slice(1);
}

/** Seconds as people say them: 40 s, 2 min, 2 min 30 s. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return say("app.seconds", { seconds: whole });
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  const words = say("app.minutes", { minutes });
  return rest === 0 ? words : `${words} ${say("app.seconds", { seconds: rest })}`;
}

/** 2:05 */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function day(at: number): string {
  return date(at, { weekday: "long", day: "numeric", month: "long" });
}

/** A date as it is written where the device is at home: 29 November in Leeds, November 29 in Boston. */
export function date(at: number, options: Intl.DateTimeFormatOptions): string {
  const { language } = app.settings;
  const own = navigator.languages.find((each) => each.startsWith(`${language}-`));
  return new Date(at).toLocaleDateString(own ?? (language === "en" ? "en-GB" : language), options);
}
