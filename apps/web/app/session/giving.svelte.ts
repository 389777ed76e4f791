// A session being given: time in, cues out to eye, ear and hand; all that is said to it goes into the journal at once.
import type {
  CommandKind,
  Cue,
  PainKind,
  Plan,
  State,
  Step,
  StepWords,
  TimedCommand,
  ZoneOfHand,
} from "../../src/engine/engine.ts";
import type { RemoteEngine, RemoteSession } from "../lib/engine.ts";
import { app, say } from "../lib/app.svelte.ts";
import type { What } from "../lib/log.ts";
import type { Place } from "./places.ts";
import { Ahead } from "./ahead.ts";
import { forgetReached, noteReached, reachedOf } from "./reached.ts";
import { Telling } from "./telling.svelte.ts";

/** Cues are taken so far ahead, so that what is seen and said is in time. */
const ahead_ms = 500;
/** Beats lie on the clock of the sound so far ahead, and are looked for when less than half of it is left: a picture that takes
 * seconds holds up no beat. */
const heard_ahead_ms = 4000;
const turn_ms = 60;
/** Commands come one after another; what is heard ahead is rendered once they have ended. */
const settle_ms = 1500;

/** What waits to be said to the session; `said`: how it is answered, where it is one of several for a place. */
interface Said {
  command: TimedCommand;
  said?: string;
}
export class Giving {
  state: State = $state.raw({} as State);
  steps: Step[] = $state.raw([]);
  words: StepWords[] = $state.raw([]);
  /** Places that were stopped for today. */
  stopped: ZoneOfHand[] = $state.raw([]);
  /** Of the step, as it is now; negative while the hands move there. */
  worked_ms = $state(0);
  remaining_s = $state(0);
  /** What is seen and heard of it. */
  readonly telling: Telling;
  readonly #engine: RemoteEngine;
  readonly #session: RemoteSession;
  readonly #id: string;
  readonly #ahead = new Ahead();
  /** It stands still because something lies over it. */
  #held = false;
  #commands: number;
  #timer: ReturnType<typeof setInterval> | null = null;
  #busy = false;
  #again = false;
  #waiting: Said[] = [];
  #settling: ReturnType<typeof setTimeout> | null = null;
  /** Called once it is over. */
  onOver: (() => void) | null = null;

  /** Keeps that it began; done with its first command. */
  #beginning: (() => Promise<void>) | null = null;
  #closed = false;

  private constructor(engine: RemoteEngine, session: RemoteSession, id: string, commands: number) {
    [this.#engine, this.#session, this.#id, this.#commands] = [engine, session, id, commands];
    this.state = session.state;
    this.telling = new Telling(performance.now() - session.reached_ms);
  }

  /** A new one; `beginning` keeps that it is there, once it starts: what was only looked at never was. */
  static async open(
    engine: RemoteEngine,
    plan: Plan,
    id: string,
    beginning: () => Promise<void>,
  ): Promise<Giving | null> {
    const session = await engine.startSession(plan);
    if (!session.ok) return null;
    const giving = new Giving(engine, session.value, id, 0);
    giving.#beginning = beginning;
    return giving.#ready();
  }

  /** Goes on at the second that was reached. It stands still until the person goes on. */
  static async resume(
    engine: RemoteEngine,
    plan: unknown,
    id: string,
    commands: readonly unknown[],
    reached_ms: number,
  ): Promise<Giving | null> {
    const last = (commands.at(-1) as TimedCommand | undefined)?.t_ms ?? 0;
    const t_ms = Math.max(reached_ms, last, reachedOf(id));
    const lines = [{ format: "thenar.session/1", plan }, ...commands, { t_ms }];
    const session = await engine.resumeSession(lines.map((line) => JSON.stringify(line) + "\n").join(""));
    if (!session.ok) return null;
    const giving = new Giving(engine, session.value, id, commands.length);
    await giving.#ready();
    giving.telling.askAgain(giving.state.question);
    if (giving.state.kind === "running") await giving.give({ command: "pause" });
    return giving;
  }

  async #ready(): Promise<this> {
    await this.#readSteps();
    this.#timer = setInterval(() => void this.#turn(), turn_ms);
    document.addEventListener("visibilitychange", this.#seen);
    addEventListener("pagehide", this.#left);
    return this;
  }

  /** Calm, sleep or dementia: nothing counts down. */
  get quiet(): boolean {
    return app.visit?.plan?.quiet ?? false;
  }
  get over(): boolean {
    return this.state.kind === "finished" || this.state.kind === "stopped";
  }
  /** The hands are lifted until the hand is offered again. */
  get lifted(): boolean {
    return this.state.kind === "checking" && this.state.rule === "T08";
  }
  get step(): Step | null {
    return this.steps[this.state.step] ?? null;
  }

  /** To be called where a person has just touched something. */
  listen(): void {
    this.telling.sound.open();
    this.#ahead.open();
  }

  /** Says something to the session. It is kept before it acts. */
  async give(command: {
    command: CommandKind;
    value?: number;
    kind?: PainKind;
    zone?: string;
    answer?: string;
  }): Promise<void> {
    if (this.over) return;
    if (command.command === "answer") this.telling.asking = null;
    this.#waiting.push({ command: { t_ms: this.telling.now_ms, ...command } });
    await this.#turn();
  }

  /** Stands still while something lies over the session; nothing is said of that. */
  hold(): void {
    if (this.#held || this.state.kind !== "running") return;
    this.#held = true;
    void this.give({ command: "pause" });
  }

  /** What lay over it is gone; it goes on, unless what is said next has it stand still itself. */
  release(goesOn = true): void {
    if (!this.#held) return;
    if (goesOn) void this.give({ command: "resume" });
    this.#held = false;
  }

  /** Leaves a place out for today: all its zones, said once. */
  async leaveOut({ name, zones }: Place): Promise<void> {
    const here = new Set(this.step?.zones);
    // What is worked now comes first, so that it is left at once.
    const all = [...zones].sort((a, b) => Number(here.has(b)) - Number(here.has(a)));
    const [t_ms, said] = [this.telling.now_ms, say("cue.skip", { where: name })];
    for (const zone of all) this.#waiting.push({ command: { t_ms, command: "skip-zone", zone }, said });
    await this.#turn();
  }

  /** One turn: what was said, then the time that passed. Turns never overlap. */
  async #turn(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    try {
      for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) await this.#say(next);
      if (!this.over) await this.#pass();
    } catch (fault) {
      // Whoever left does not hear that it is not there any more.
      if (!this.#closed) this.#broken(fault);
    } finally {
      this.#busy = false;
    }
    if (this.#again || this.#waiting.length > 0) {
      this.#again = false;
      if (!this.over && !this.#closed) await this.#turn();
    }
  }

  async #say({ command, said = "" }: Said): Promise<void> {
    const line = { ...command, t_ms: Math.max(command.t_ms, this.#session.reached_ms) };
    const index = this.#commands++;
    if (this.#beginning) {
      await this.#beginning();
      this.#beginning = null;
    }
    await this.#keep({ kind: "command", session: this.#id, index, t_ms: line.t_ms, command: line });
    // What was heard ahead may not be so any more.
    this.telling.drop();
    const moment = await this.#session.step(line);
    if (!moment.ok) {
      this.telling.tell(moment.problems[0]?.expected ?? "", false);
      return;
    }
    await this.#take(moment.value.cues, moment.value.state, said);
    await this.#readSteps();
    this.#settle();
  }

  async #pass(): Promise<void> {
    const t_ms = this.telling.now_ms + (document.hidden ? 0 : ahead_ms);
    if (t_ms <= this.#session.reached_ms) return this.#show();
    const before = this.state.step;
    const moment = await this.#session.step({ t_ms });
    if (!moment.ok) return;
    await this.#take(moment.value.cues, moment.value.state);
    if (this.state.step !== before) await this.#readSteps();
    if (!this.#beginning && noteReached(this.#id, this.telling.now_ms))
      void app.journal().then((journal) => journal.noteReached(this.#id, this.telling.now_ms));
    await this.#listenAhead();
    if (this.#settling === null && this.#ahead.isShort(this.telling.now_ms)) this.#settle();
    this.#show();
  }

  /** Puts the beats of the next seconds on the clock of the sound. */
  async #listenAhead(): Promise<void> {
    const now_ms = this.telling.now_ms;
    if (document.hidden || this.state.kind !== "running" || this.telling.heard_ms - now_ms > heard_ahead_ms / 2) return;
    const coming = await this.#session.ahead({ t_ms: now_ms + heard_ahead_ms });
    if (!coming.ok) return;
    for (const cue of coming.value.cues) this.telling.beat(cue);
    this.telling.heard_ms = now_ms + heard_ahead_ms;
  }

  #show(): void {
    const { step } = this;
    const late = Math.max(0, this.#session.reached_ms - this.telling.now_ms);
    const moving = this.state.kind === "running" ? late : 0;
    this.worked_ms = step ? this.state.elapsed_ms - moving - 1000 * step.changeover_seconds : 0;
    this.remaining_s = this.state.remaining_seconds;
  }

  async #take(cues: readonly Cue[], state: State, said = ""): Promise<void> {
    const over = !this.over && (state.kind === "finished" || state.kind === "stopped");
    // What a rule changed was told of the step before.
    if (state.step !== this.state.step && this.telling.told) this.telling.tell("", false);
    this.state = state;
    const context = {
      said,
      held: () => this.#held,
      asked: () => this.state.question,
      step: () => this.state.step + (this.worked_ms > 0 ? 1 : 0),
    };
    for (const cue of cues) this.telling.take(cue, context);
    if (state.question === "") this.telling.asking = null;
    this.#show();
    if (over) await this.#end();
  }

  async #readSteps(): Promise<void> {
    const steps = await this.#session.steps();
    const given = await this.#session.given();
    if (given.ok) {
      const zones = given.value.stopped_zones;
      this.stopped = (["left", "right"] as const).flatMap((hand) => zones[hand].map((zone) => ({ hand, zone })));
    }
    if (steps.ok) [this.steps, this.words] = [steps.value.steps, steps.value.words];
  }

  /** What is heard from here on is rendered for a screen that goes off. */
  #settle(): void {
    if (this.#settling !== null) clearTimeout(this.#settling);
    this.#settling = setTimeout(() => void this.#render(), settle_ms);
  }
  async #render(): Promise<void> {
    this.#settling = null;
    if (this.state.kind !== "running") return;
    const log = await this.#session.log();
    if (log.ok) await this.#ahead.make(this.#engine, log.value, this.#session.reached_ms, () => this.telling.now_ms);
  }

  readonly #left = (): void => {
    if (!this.over && !this.#beginning) noteReached(this.#id, this.telling.now_ms, true);
  };

  readonly #seen = (): void => {
    if (document.hidden) {
      this.telling.drop(0);
      if (this.state.kind === "running") this.#ahead.play(this.telling.now_ms);
      this.#keepReached();
    } else {
      this.#ahead.stop();
      void this.#turn();
    }
  };

  #keepReached(): void {
    if (!this.over && !this.#beginning)
      void this.#keep({ kind: "reached", session: this.#id, t_ms: this.telling.now_ms });
  }

  async #keep(what: What): Promise<void> {
    await (await app.journal()).add([what]);
  }

  async #end(): Promise<void> {
    const given = await this.#session.given();
    if (given.ok) {
      const how = this.state.kind === "finished" ? ("finished" as const) : ("stopped" as const);
      const ending = { how, at: Date.now(), rule: this.state.rule, given: given.value };
      await this.#keep({ kind: "ending", session: this.#id, ending });
    }
    forgetReached();
    void app.journal().then((journal) => journal.forgetReached(this.#id));
    this.onOver?.();
  }

  #broken(fault: unknown): void {
    // The session cannot go on: hands off, calmly. What was said to it is kept.
    this.telling.close();
    if (this.#timer !== null) clearInterval(this.#timer);
    app.trouble = fault instanceof Error ? fault.message : say("app.trouble.what");
  }

  /** Leaves it as it is: it can be gone on with. */
  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    if (this.#settling !== null) clearTimeout(this.#settling);
    document.removeEventListener("visibilitychange", this.#seen);
    removeEventListener("pagehide", this.#left);
    this.#keepReached();
    this.#closed = true;
    this.telling.close();
    this.#ahead.close();
    void this.#session.close();
  }
}
