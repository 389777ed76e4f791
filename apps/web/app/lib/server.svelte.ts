// The server, where there is one: it keeps the journal for the command line and for other devices.
import type { Journal } from "./journal.ts";
import type { Entry } from "./log.ts";

const most = 200;

/** Whether our server gave this page, and marked it: from any other host nothing is asked. */
function marked(): boolean {
  return document.querySelector('meta[name="thenar-server"]') !== null;
}

/** What the app takes from a page without a server: nothing, and it goes on. */
export class Server {
  /** Whether there is one that keeps entries. */
  there = $state(false);
  /** Whether it wants a passphrase first. */
  locked = $state(false);
  #sending: Promise<void> = Promise.resolve();
  #after = 0;
  /** Whether what was sent last is none that the server takes. */
  #refused = false;

  async #ask(path: string, options: RequestInit = {}): Promise<Response | null> {
    try {
      const answer = await fetch(new URL(`api/v1/${path}`, document.baseURI), {
        ...options,
        headers: { "Content-Type": "application/json", ...options.headers },
        signal: AbortSignal.timeout(5000),
      });
      if (answer.status === 401) this.locked = true;
      this.#refused = answer.status === 400;
      return answer.ok && answer.headers.get("Content-Type")?.startsWith("application/json") ? answer : null;
    } catch {
      this.#refused = false;
      return null;
    }
  }

  /** Looks whether there is a server; takes what it has, and sends what it has not. */
  async meet(journal: Journal): Promise<void> {
    if (!marked()) return;
    this.there = (await this.#ask("hello")) !== null;
    if (!this.there) return;
    this.locked = false;
    await this.#take(journal);
    await this.send(journal);
    addEventListener("online", () => void this.send(journal));
  }

  /** Gives the passphrase; whether it was right. */
  async enter(passphrase: string, journal: Journal): Promise<boolean> {
    const welcome = await this.#ask("login", { method: "POST", body: JSON.stringify({ passphrase }) });
    if (!welcome) return false;
    await this.meet(journal);
    return this.there;
  }

  async #take(journal: Journal): Promise<void> {
    for (;;) {
      const answer = await this.#ask(`entries?after=${this.#after}`);
      if (!answer) return;
      // A body that breaks off is fetched again another time.
      const told = (await answer.json().catch(() => null)) as { entries: Entry[]; next: number } | null;
      if (!told) return;
      const { entries, next } = told;
      if (entries.length > 0) await journal.take(entries, 1);
      if (next === this.#after) return;
      this.#after = next;
    }
  }

  /** Sends what was not sent yet, in order; what is not answered is sent again another time. */
  send(journal: Journal): Promise<void> {
    this.#sending = this.#sending.then(() => this.#sendUnsent(journal)).catch(() => undefined);
    return this.#sending;
  }

  async #sendUnsent(journal: Journal): Promise<void> {
    while (this.there) {
      const entries = await journal.unsent(most);
      if (entries.length === 0) return;
      const answer = await this.#ask("entries", { method: "POST", body: JSON.stringify({ entries }) });
      if (!answer && this.#refused) await this.#sendEach(journal, entries);
      if (!answer) return;
      await journal.take(entries, 1);
    }
  }

  /** One entry that the server refuses holds up no other; it stays here and is not sent again. */
  async #sendEach(journal: Journal, entries: readonly Entry[]): Promise<void> {
    for (const entry of entries) {
      const answer = await this.#ask("entries", { method: "POST", body: JSON.stringify({ entries: [entry] }) });
      if (!answer && !this.#refused) return;
      await journal.take([entry], 1);
    }
  }

  /** Erases everybody here and on the server; whether it is done there too. Else it is told so when it is there again. */
  async eraseEverybody(journal: Journal): Promise<boolean> {
    if (!marked()) return true;
    for (const { id } of await journal.people()) await journal.erase(id);
    await this.send(journal);
    return (await journal.unsent(1)).length === 0;
  }

  /** Outcomes of a record on one page, as a PDF; none without a server. */
  async report(language: string, record: object): Promise<ArrayBuffer | null> {
    try {
      const answer = await fetch(new URL("api/v1/report", document.baseURI), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ language, record }),
        signal: AbortSignal.timeout(20_000),
      });
      return answer.ok ? await answer.arrayBuffer() : null;
    } catch {
      return null;
    }
  }

  /** Speech of a sentence, as sound; none without a server that speaks. */
  async speech(text: string, language: string, rate: number): Promise<ArrayBuffer | null> {
    if (!this.there) return null;
    try {
      const query = new URLSearchParams({ text, language, rate: rate.toFixed(1) });
      const answer = await fetch(new URL(`api/v1/speech?${query}`, document.baseURI), {
        signal: AbortSignal.timeout(4000),
      });
      return answer.ok ? await answer.arrayBuffer() : null;
    } catch {
      return null;
    }
  }
}
