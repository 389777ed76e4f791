// What a session tells: its cues to eye, ear and hand, each at its time.
import type { Cue } from "../../src/engine/engine.ts";
import { app } from "../lib/app.svelte.ts";
import { SoundBoard } from "./sound.ts";

/** Older cues are neither heard nor said: the page slept. */
const stale_ms = 1500;

export interface Asking {
  key: string;
  text: string;
  answers: readonly string[];
}
/** The stroke as it goes: when it began (performance.now), how long it takes, how strong it is. */
export interface Stroke {
  since: number;
  key: string;
  index: number;
  strength: number;
}
/** How it stands when a cue comes due. */
interface Context {
  /** How a command is answered, where it is one of several for a place. */
  said: string;
  /** Whether it stands still because something lies over it. */
  held: () => boolean;
  /** The question that is open; empty: none. */
  asked: () => string;
  /** The step that would be announced: the one that is being moved to, or the next. */
  step: () => number;
}

export class Telling {
  /** What is said, or told without a word. */
  caption = $state("");
  /** Whether it tells what a rule changes. */
  told = $state(false);
  /** Which step is announced by it; -1: none. */
  announced = $state(-1);
  asking: Asking | null = $state.raw(null);
  stroke: Stroke | null = $state.raw(null);
  readonly sound = new SoundBoard();
  /** Up to where beats lie on the clock of the sound. */
  heard_ms = 0;
  readonly #begun: number;
  readonly #due = new Set<ReturnType<typeof setTimeout>>();

  /** `begun`: the time of the page (performance.now) at which the session was at its beginning. */
  constructor(begun: number) {
    this.#begun = begun;
  }

  /** The time of the session. */
  get now_ms(): number {
    return Math.round(performance.now() - this.#begun);
  }

  /** Something to be read; `told`: what a rule changes. */
  tell(text: string, told: boolean): void {
    [this.caption, this.told, this.announced] = [text, told, -1];
  }

  /** A question that was open when the page was left. */
  askAgain(key: string): void {
    const answer = `question.${key}.answer.`;
    const answers = Object.keys(app.words).flatMap((word) =>
      word.startsWith(answer) ? [word.slice(answer.length)] : [],
    );
    const inOrder = answers.every((each) => /^\d+$/.test(each))
      ? answers.sort((a, b) => Number(a) - Number(b))
      : answers;
    if (key !== "" && answers.length > 0)
      this.asking = { key, text: app.say(`question.${key}.text`), answers: inOrder };
  }

  /** A beat or a chime at its time, once. */
  beat(cue: Cue): void {
    if (cue.cue !== "beat" && cue.cue !== "chime") return;
    const due = this.#begun + cue.t_ms;
    if (document.hidden || cue.t_ms <= this.heard_ms || performance.now() - due > stale_ms) return;
    this.sound.play(cue.key ?? "", due, cue.strength ?? 1);
  }

  /** A cue, at its time. */
  take(cue: Cue, context: Context): void {
    const due = this.#begun + cue.t_ms;
    const late = performance.now() - due;
    if (cue.cue === "beat" || cue.cue === "chime") {
      this.beat(cue);
      if (cue.cue === "beat") this.#later(due, () => this.#stroke(cue, due));
      return;
    }
    this.#later(due, () => {
      if (cue.cue === "say") this.#speak(cue, context, late < stale_ms);
      else if (cue.cue === "warn" || cue.cue === "note") {
        this.tell(cue.text ?? "", cue.cue === "warn");
      } else if (cue.cue === "ask" && cue.key === context.asked()) {
        this.asking = { key: cue.key ?? "", text: cue.text ?? "", answers: cue.answers ?? [] };
      }
    });
  }

  /** A sentence, seen and heard; `said`: by other words where it is about a place that has some of its own. */
  #speak(cue: Cue, { said, held, step }: Context, fresh: boolean): void {
    const text = (cue.key === "cue.skip" && said) || (cue.text ?? "");
    if (held() && cue.key === "cue.paused") return;
    // What a rule changes is also said; going on does not take it from who has not read it yet.
    const goesOn = this.told && (cue.key ?? "").startsWith("cue.resume");
    this.told &&= goesOn || text === this.caption;
    if (!goesOn) [this.caption, this.announced] = [text, (cue.key ?? "").startsWith("cue.step.") ? step() : -1];
    if (fresh && !document.hidden) void this.sound.say(text, cue.interrupts ?? false);
  }

  #stroke(cue: Cue, due: number): void {
    const begins = cue.key === "press" || cue.key === "in" || this.stroke?.index !== cue.index;
    this.stroke = {
      since: begins ? due : (this.stroke?.since ?? due),
      key: cue.key ?? "",
      index: cue.index ?? 0,
      strength: cue.strength ?? 1,
    };
    if (app.settings.vibration && cue.key === "press") navigator.vibrate?.(20);
  }

  #later(due: number, act: () => void): void {
    const wait = due - performance.now();
    if (wait < 15) return act();
    const timer = setTimeout(() => {
      this.#due.delete(timer);
      act();
    }, wait);
    this.#due.add(timer);
  }

  /** Takes back what was to be heard after a time; what was reached stays to be seen and said. */
  drop(from_ms = this.now_ms): void {
    this.sound.clear();
    this.heard_ms = from_ms;
  }

  close(): void {
    this.drop();
    for (const timer of this.#due) clearTimeout(timer);
    this.sound.close();
  }
}
