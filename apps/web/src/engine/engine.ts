// The engine for TypeScript: documents in and out as objects, sessions as objects.
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
  Opened,
  Plan,
  Problem,
  Problems,
  Request,
  State,
  Steps,
  TimedCommand,
  TimePassed,
} from "./documents.ts";
import { EngineModule, type Answer } from "./module.ts";

export type * from "./documents.ts";
export { BrokenEngine } from "./module.ts";

/** A value, or every problem that prevented it. A refusal on safety grounds is a value: a plan without steps. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] };

/** A document as an object, or as the JSON text of a file. */
export type Document<T> = T | string;

/** What is used of a practice's document beyond the engine: see include/thenar/practice/practice.hpp. */
export interface PracticeDocument {
  words: Record<string, string>;
  [kind: string]: unknown;
}

/** A practice, and what follows from it for somebody's hands. */
export class Engine {
  readonly #module: EngineModule;
  /** The version of the practice, and who reviewed it. */
  readonly practice: Loaded;

  private constructor(module: EngineModule, practice: Loaded) {
    this.#module = module;
    this.practice = practice;
  }

  /** Starts thenar_engine.wasm with the practice that is built in, with somebody's own (thenar.practice/1),
   * or with the built-in one in another language (thenar.words/1). */
  static async load(bytes: BufferSource | WebAssembly.Module, practice?: Document<object>): Promise<Result<Engine>> {
    const module = await EngineModule.start(bytes);
    const own = practice === undefined ? "" : textOf(practice) || " ";
    const loaded = resultOf<Loaded>(module.call("load", own));
    return loaded.ok ? { ok: true, value: new Engine(module, loaded.value) } : loaded;
  }

  /** The whole practice, as its document (thenar.practice/1). */
  document(): Result<PracticeDocument> {
    return resultOf(this.#module.call("practice", undefined));
  }

  /** What is allowed. */
  screen(request: Document<Request>): Result<Clearance> {
    return resultOf(this.#module.call("screen", textOf(request)));
  }

  /** The plan; a refusal has no steps, and advice. */
  plan(request: Document<Request>): Result<Plan> {
    return resultOf(this.#module.call("plan", textOf(request)));
  }

  /** The optimisation inside the plan, with its solution. */
  instance(request: Document<Request>): Result<Instance> {
    return resultOf(this.#module.call("instance", textOf(request)));
  }

  /** A plan in words. */
  explain(plan: Document<Plan>): Result<Explained> {
    return resultOf(this.#module.call("explain", textOf(plan)));
  }

  /** What a check-in says and asks next after the answers so far; once all is answered, the request it gives. */
  nextQuestion(interview: Document<Interview>): Result<NextQuestion> {
    return resultOf(this.#module.call("next_question", textOf(interview)));
  }

  /** What is known of a person before a check-in, from what was kept: fields of an Interview. */
  recall(kept: Document<Kept>): Result<Known> {
    return resultOf(this.#module.call("recall", textOf(kept)));
  }

  /** Whether a massage was too much, by how many hours it was sore, and how many it hurt more than before (A01). */
  aftermath(hours: { soreness_hours: number; extra_pain_hours: number }): Result<Aftermath> {
    return resultOf(this.#module.call("aftermath", textOf(hours)));
  }

  /** Opens a plan's session. It waits for the command `start`. */
  startSession(plan: Document<Plan>): Result<Session> {
    return this.#opened(this.#module.call("open_session", textOf(plan)));
  }

  /** Opens a session again from its log, at the time of the log's last line. */
  resumeSession(log: string): Result<Session> {
    return this.#opened(this.#module.call("resume_session", log));
  }

  #opened(answer: Answer): Result<Session> {
    const opened = resultOf<Opened>(answer);
    return opened.ok ? { ok: true, value: new Session(this.#module, opened.value) } : opened;
  }
}

/** A plan being given. The caller brings time in milliseconds since the session was opened; the same times and
 * commands always give the same cues. */
export class Session {
  readonly #module: EngineModule;
  readonly #session: number;
  #state: State;
  #reachedMs: number;

  /** Made by Engine.startSession and Engine.resumeSession. */
  constructor(module: EngineModule, opened: Opened) {
    this.#module = module;
    this.#session = opened.session;
    this.#state = opened.state;
    this.#reachedMs = opened.reached_ms;
  }

  /** Where it stands after the latest step. */
  get state(): State {
    return this.#state;
  }

  /** The latest time that was given, in milliseconds. */
  get reachedMs(): number {
    return this.#reachedMs;
  }

  /** Lets time pass to `t_ms`, gives the command if there is one, and returns the cues due up to then. */
  step(line: TimePassed | TimedCommand): Result<Moment> {
    const moment = resultOf<Moment>(this.#module.call("step_session", textOf(line), this.#session));
    if (moment.ok) {
      this.#state = moment.value.state;
      this.#reachedMs = Math.max(this.#reachedMs, line.t_ms);
    }
    return moment;
  }

  /** The cues due up to a time if nobody says anything meanwhile; the session stays where it is. */
  ahead(line: TimePassed): Result<Coming> {
    return resultOf(this.#module.call("session_ahead", textOf(line), this.#session));
  }

  /** The steps as they are now: done, current, to come. They change when the session is planned anew. */
  steps(): Result<Steps> {
    return resultOf(this.#module.call("session_steps", undefined, this.#session));
  }

  /** The log so far, one JSON object a line: what Engine.resumeSession takes. */
  log(): Result<string> {
    const answer = this.#module.call("session_log", undefined, this.#session);
    return answer.ok ? { ok: true, value: answer.text } : resultOf(answer);
  }

  /** What was really given so far, as the journal keeps it. */
  given(): Result<Given> {
    return resultOf(this.#module.call("session_given", undefined, this.#session));
  }

  /** Frees what the session holds. */
  close(): void {
    this.#module.call("close_session", undefined, this.#session);
  }
}

/** As JSON. A number that is none (NaN, infinite) stays visible, so that the engine refuses it. */
function textOf(document: Document<object>): string {
  if (typeof document === "string") return document;
  return JSON.stringify(document, (_, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value,
  );
}

export function resultOf<T>(answer: Answer): Result<T> {
  if (answer.ok) return { ok: true, value: JSON.parse(answer.text) as T };
  return { ok: false, problems: (JSON.parse(answer.text) as Problems).problems };
}
