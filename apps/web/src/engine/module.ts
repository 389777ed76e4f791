// The WebAssembly module of the engine, text in and text out. What each call takes and gives stands in
// apps/web/engine/engine.hpp. Runs in browsers, workers and Node alike.

/** The calls of the engine. */
export type Call =
  | "load"
  | "screen"
  | "plan"
  | "instance"
  | "open_session"
  | "resume_session"
  | "step_session"
  | "session_steps"
  | "session_log"
  | "close_session";

/** The document asked for, or with `ok` false the problems (thenar.problems/1). */
export interface Answer {
  ok: boolean;
  text: string;
}

interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  thenar_alloc(size: number): number;
  thenar_free(address: number): void;
  thenar_text(): number;
  thenar_text_size(): number;
}

/** How a WASI function says that it is not there. */
const noSuchFunction = 52;

/** The engine met a state that cannot be. The module must be thrown away; a session stops safely. */
export class BrokenEngine extends Error {
  override name = "BrokenEngine";
}

/** One instance of the engine, with its own memory. Calls are synchronous: use it in a worker. */
export class EngineModule {
  readonly #exports: Exports;
  #broken: unknown;

  private constructor(exports: Exports) {
    this.#exports = exports;
  }

  /** Compiles and starts the module from its bytes. */
  static async start(bytes: BufferSource | WebAssembly.Module): Promise<EngineModule> {
    const module = bytes instanceof WebAssembly.Module ? bytes : await WebAssembly.compile(bytes);
    const instance = await WebAssembly.instantiate(module, systemFor(module));
    const exports = instance.exports as unknown as Exports;
    exports._initialize();
    return new EngineModule(exports);
  }

  /**
   * Makes a call. `input` is UTF-8 text or its bytes; `session` is the number that opening one gave.
   * Throws BrokenEngine where the engine itself is at fault, never because of an input.
   */
  call(name: Call, input?: string | Uint8Array, session?: number): Answer {
    if (this.#broken) throw new BrokenEngine("The engine stopped before", { cause: this.#broken });
    try {
      return this.#call(name, input, session);
    } catch (error) {
      this.#broken = error;
      throw new BrokenEngine(`The engine stopped in ${name}`, { cause: error });
    }
  }

  #call(name: Call, input?: string | Uint8Array, session?: number): Answer {
    const engine = this.#exports;
    const run = (engine as unknown as Record<string, (...values: number[]) => number>)[`thenar_${name}`]!;
    let status: number;
    if (input === undefined) {
      status = run(session ?? 0);
    } else {
      const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
      const address = engine.thenar_alloc(bytes.length);
      if (address !== 0) new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
      status = run(address, bytes.length, session ?? 0);
      engine.thenar_free(address);
    }
    const text = new Uint8Array(engine.memory.buffer, engine.thenar_text(), engine.thenar_text_size());
    return { ok: status === 0, text: new TextDecoder().decode(text) };
  }
}

/** The engine asks nothing of a system; what its C library could ask is answered with "not there". */
function systemFor(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      if (name === "proc_exit") throw new Error("The engine ended itself");
      return noSuchFunction;
    };
  }
  return imports;
}
