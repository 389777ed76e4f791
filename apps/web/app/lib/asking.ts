// Questions to a worker, each with its answer.
import type { Asked, Told } from "./worker.ts";

export class EngineGone extends Error {
  override name = "EngineGone";
}

export class Asking {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, { done: (value: unknown) => void; failed: (fault: Error) => void }>();
  #last = 0;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }: MessageEvent<Told>) => {
      const asked = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if (data.broken === undefined) asked?.done(data.answer);
      else asked?.failed(new EngineGone(data.broken));
    });
    worker.addEventListener("error", () => {
      for (const { failed } of this.#waiting.values()) failed(new EngineGone("The engine could not be started"));
      this.#waiting.clear();
    });
  }

  ask<T>(call: string, values: unknown[], session: number | null = null): Promise<T> {
    return new Promise<T>((done, failed) => {
      this.#waiting.set(++this.#last, { done: done as (value: unknown) => void, failed });
      this.#worker.postMessage({ id: this.#last, session, call, values } satisfies Asked);
    });
  }

  stop(): void {
    this.#worker.terminate();
  }
}
