// A WebAssembly module of Thenar, text in and text out (apps/web/boundary/exports.hpp). Runs in browsers, workers
// and Node alike.

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

/** One instance of a module, with its own memory. Calls are synchronous. */
export class TextModule<Call extends string> {
  protected readonly exports: WebAssembly.Exports;
  #broken: unknown;

  protected constructor(exports: WebAssembly.Exports) {
    this.exports = exports;
  }

  /** Compiles and starts a module from its bytes. */
  protected static async started(bytes: BufferSource | WebAssembly.Module): Promise<WebAssembly.Exports> {
    const module = bytes instanceof WebAssembly.Module ? bytes : await WebAssembly.compile(bytes);
    const instance = await WebAssembly.instantiate(module, importsOf(module));
    (instance.exports as unknown as Exports)._initialize();
    return instance.exports;
  }

  /**
   * Makes a call. `input` is UTF-8 text or bytes; `number` is what the call wants besides, of a session or a hand.
   * Throws BrokenEngine where the engine itself is at fault, never because of an input.
   */
  call(name: Call, input?: string | Uint8Array, number?: number): Answer {
    return this.guarded(name, () => this.#call(name, input, number));
  }

  /** Runs something in the module; after a fault of the engine nothing runs any more. */
  protected guarded<T>(name: string, run: () => T): T {
    if (this.#broken) throw new BrokenEngine("The engine stopped before", { cause: this.#broken });
    try {
      return run();
    } catch (error) {
      this.#broken = error;
      throw new BrokenEngine(`The engine stopped in ${name}`, { cause: error });
    }
  }

  #call(name: Call, input?: string | Uint8Array, number?: number): Answer {
    const engine = this.exports as unknown as Exports;
    const run = (engine as unknown as Record<string, (...values: number[]) => number>)[`thenar_${name}`]!;
    let status: number;
    if (input === undefined) {
      status = run(number ?? 0);
    } else {
      const bytes = typeof input === "string" ? new TextEncoder().encode(input) : input;
      const address = engine.thenar_alloc(bytes.length);
      if (address !== 0) new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
      status = run(address, bytes.length, number ?? 0);
      engine.thenar_free(address);
    }
    const text = new Uint8Array(engine.memory.buffer, engine.thenar_text(), engine.thenar_text_size());
    return { ok: status === 0, text: new TextDecoder().decode(text) };
  }
}

/** The engine asks nothing of its host; what its C library could ask is answered with "not there". */
function importsOf(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => number>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    (imports[from] ??= {})[name] = () => {
      if (name === "proc_exit") throw new Error("The engine ended itself");
      return noSuchFunction;
    };
  }
  return imports;
}
