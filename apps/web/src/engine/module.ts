// The WebAssembly module of the engine, text in and text out. What each call takes and gives stands in
// apps/web/engine/engine.hpp. Use it in a worker: its calls are synchronous.
import { TextModule } from "../boundary/module.ts";

export { BrokenEngine, type Answer } from "../boundary/module.ts";

/** The calls of the engine. */
export type Call =
  | "load"
  | "practice"
  | "screen"
  | "plan"
  | "instance"
  | "explain"
  | "next_question"
  | "aftermath"
  | "recall"
  | "open_session"
  | "resume_session"
  | "step_session"
  | "session_ahead"
  | "session_steps"
  | "session_log"
  | "session_given"
  | "close_session";

export class EngineModule extends TextModule<Call> {
  /** Compiles and starts the module from its bytes. */
  static async start(bytes: BufferSource | WebAssembly.Module): Promise<EngineModule> {
    return new EngineModule(await TextModule.started(bytes));
  }
}
