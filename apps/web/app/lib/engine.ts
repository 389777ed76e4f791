// The engine as the app uses it: the same calls as src/engine, each answered by the worker.
import type {
  Aftermath,
  Clearance,
  Coming,
  Explained,
  Given,
  Instance,
  Interview,
  Kept,
  Known,
  Loaded,
  Moment,
  NextQuestion,
  Plan,
  PracticeDocument,
  Request,
  Result,
  State,
  Steps,
  TimedCommand,
  TimePassed,
} from "../../src/engine/engine.ts";
import { Asking } from "./asking.ts";
import moduleUrl from "../../../../build/wasm/thenar_engine.wasm?url";

/** A session in the worker. */
export class RemoteSession {
  readonly #engine: RemoteEngine;
  readonly #number: number;
  state: State;
  reached_ms: number;

  constructor(engine: RemoteEngine, opened: { session: number; reached_ms: number; state: State }) {
    this.#engine = engine;
    this.#number = opened.session;
    this.state = opened.state;
    this.reached_ms = opened.reached_ms;
  }

  async step(line: TimePassed | TimedCommand): Promise<Result<Moment>> {
    const moment = await this.#engine.ask<Result<Moment>>("step", [line], this.#number);
    if (moment.ok) {
      this.state = moment.value.state;
      this.reached_ms = Math.max(this.reached_ms, line.t_ms);
    }
    return moment;
  }
  ahead(line: TimePassed): Promise<Result<Coming>> {
    return this.#engine.ask("ahead", [line], this.#number);
  }
  steps(): Promise<Result<Steps>> {
    return this.#engine.ask("steps", [], this.#number);
  }
  log(): Promise<Result<string>> {
    return this.#engine.ask("log", [], this.#number);
  }
  given(): Promise<Result<Given>> {
    return this.#engine.ask("given", [], this.#number);
  }
  close(): Promise<void> {
    return this.#engine.ask("close", [], this.#number);
  }
}

export class RemoteEngine {
  readonly #asking = new Asking(new Worker(new URL("./worker.ts", import.meta.url), { type: "module" }));

  private constructor() {}

  /** Starts the worker with the built-in practice, in another language where words of it are given. */
  static async start(words?: object): Promise<Result<{ engine: RemoteEngine; practice: Loaded }>> {
    const engine = new RemoteEngine();
    const module = new URL(moduleUrl, document.baseURI).href;
    const loaded = await engine.ask<Result<Loaded>>("load", words === undefined ? [module] : [module, words]);
    return loaded.ok ? { ok: true, value: { engine, practice: loaded.value } } : loaded;
  }

  ask<T>(call: string, values: unknown[], session: number | null = null): Promise<T> {
    return this.#asking.ask<T>(call, values, session);
  }

  document(): Promise<Result<PracticeDocument>> {
    return this.ask("document", []);
  }
  screen(request: Request): Promise<Result<Clearance>> {
    return this.ask("screen", [request]);
  }
  plan(request: Request): Promise<Result<Plan>> {
    return this.ask("plan", [request]);
  }
  instance(request: Request): Promise<Result<Instance>> {
    return this.ask("instance", [request]);
  }
  explain(plan: Plan): Promise<Result<Explained>> {
    return this.ask("explain", [plan]);
  }
  nextQuestion(interview: Interview): Promise<Result<NextQuestion>> {
    return this.ask("nextQuestion", [interview]);
  }
  recall(kept: Kept): Promise<Result<Known>> {
    return this.ask("recall", [kept]);
  }
  aftermath(hours: { soreness_hours: number; extra_pain_hours: number }): Promise<Result<Aftermath>> {
    return this.ask("aftermath", [hours]);
  }
  startSession(plan: Plan): Promise<Result<RemoteSession>> {
    return this.#opened("startSession", plan);
  }
  /** At the time of the log's last line. */
  resumeSession(log: string): Promise<Result<RemoteSession>> {
    return this.#opened("resumeSession", log);
  }
  async #opened(call: string, value: unknown): Promise<Result<RemoteSession>> {
    const opened = await this.ask<Result<{ session: number; reached_ms: number; state: State }>>(call, [value]);
    return opened.ok ? { ok: true, value: new RemoteSession(this, opened.value) } : opened;
  }

  stop(): void {
    this.#asking.stop();
  }
}
