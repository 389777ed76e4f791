// Outcomes for TypeScript: documents in and out as objects. Use it in a worker: its calls are synchronous.
import { TextModule, type Answer } from "../boundary/module.ts";
import type { Items, Measured, Measures, Outcomes, PersonRecord, Scored, Tables } from "../engine/documents.ts";
import { resultOf, type Result } from "../engine/engine.ts";

/** The calls of thenar_outcomes.wasm; what each takes and gives stands in apps/web/outcomes/outcomes.hpp. */
export type OutcomesCall = "load" | "measures" | "score" | "outcomes" | "tables";

/** Whom a grip is compared with. */
export interface Peers {
  age_years: number;
  sex: "woman" | "man";
}

export class OutcomesModule extends TextModule<OutcomesCall> {
  /** Compiles and starts the module from its bytes. */
  static async start(bytes: BufferSource | WebAssembly.Module): Promise<OutcomesModule> {
    return new OutcomesModule(await TextModule.started(bytes));
  }
}

export class OutcomesEngine {
  readonly #module: OutcomesModule;

  private constructor(module: OutcomesModule) {
    this.#module = module;
  }

  /** Starts thenar_outcomes.wasm with a practice, as Engine.document gives it. */
  static async load(bytes: BufferSource | WebAssembly.Module, practice: object): Promise<Result<OutcomesEngine>> {
    const module = await OutcomesModule.start(bytes);
    const loaded = resultOf<unknown>(module.call("load", JSON.stringify(practice)));
    return loaded.ok ? { ok: true, value: new OutcomesEngine(module) } : loaded;
  }

  /** What a person may measure. */
  measures(): Result<Measures> {
    return resultOf(this.#module.call("measures", undefined));
  }
  /** The score of something measured. */
  score(measured: Measured, items: Items | null = null, peers: Peers | null = null): Result<Scored> {
    return resultOf(this.#call("score", { measured, items, ...peers }));
  }
  /** What was done, what changed, and how sure that is. */
  outcomes(record: PersonRecord): Result<Outcomes> {
    return resultOf(this.#call("outcomes", record));
  }
  /** The same record for other programs. `seed`: 16 random hexadecimal digits. */
  tables(record: PersonRecord, seed: string): Result<Tables> {
    return resultOf(this.#call("tables", { seed, record }));
  }

  #call(call: OutcomesCall, value: unknown): Answer {
    return this.#module.call(call, JSON.stringify(value));
  }
}
