// The journal on this device: entries that happened, and what they come to, written together or not at all.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Kept, Known, Measured, Result } from "../../src/engine/engine.ts";
import {
  apply,
  kinds,
  type Entry,
  type Kind,
  type KeptSession,
  type Objects,
  type Person,
  type Shelf,
  type What,
} from "./log.ts";

interface Scheme extends DBSchema {
  /** `sent`: whether a server has it. */
  entries: { key: string; value: Entry & { sent: 0 | 1 }; indexes: { sent: 0 | 1 } };
  people: { key: string; value: Objects["people"] };
  checkins: { key: string; value: Objects["checkins"]; indexes: { person: string } };
  answers: { key: string; value: Objects["answers"]; indexes: { person: string } };
  plans: { key: string; value: Objects["plans"]; indexes: { person: string } };
  sessions: { key: string; value: Objects["sessions"]; indexes: { person: string } };
  programmes: { key: string; value: Objects["programmes"]; indexes: { person: string } };
  measured: { key: string; value: Objects["measured"]; indexes: { person: string } };
  /** What could not be read, kept aside until it was exported. */
  aside: { key: string; value: { id: string; at: number; text: string } };
  /** How far the session under way has come: of this device only. */
  reached: { key: string; value: { id: string; t_ms: number } };
}

const name = "thenar";
const version = 3;
const ofPeople = ["checkins", "answers", "plans", "sessions", "programmes", "measured"] as const;

/** What the journal asks of the engine. */
interface Recalling {
  recall(kept: Kept): Promise<Result<Known>>;
}

/** An id that nobody else makes. */
export function newId(): string {
  return (
    crypto.randomUUID?.() ??
    [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("")
  );
}

/** Whether it tells more of somebody who was erased. */
async function isOfTheErased(shelf: Shelf, { what }: Entry): Promise<boolean> {
  if (what.kind === "erased") return false;
  const person = "person" in what ? what.person : ((await shelf.get("sessions", what.session))?.person ?? "");
  return person !== "" && ((await shelf.get("people", person))?.erased ?? false);
}

const goneOf = (id: string): Person => ({ id, name: "", created_at: 0, named_at: 0, erased: true });

/** Somebody's things, in the order they came. */
export class Journal {
  #db: IDBPDatabase<Scheme> | null = null;
  /** In a private window, or when the device is full, things are kept only as long as the page. */
  readonly #here = new Map<Kind | "entries", Map<string, unknown>>();
  /** Called when something was added. */
  onAdded: (() => void) | null = null;
  /** Why nothing is kept beyond this page; empty: it is. */
  trouble = "";

  static async open(): Promise<Journal> {
    const journal = new Journal();
    for (const kind of [...kinds, "entries"] as const) journal.#here.set(kind, new Map());
    try {
      journal.#db = await openDB<Scheme>(name, version, {
        upgrade(db, old) {
          if (old < 1) {
            db.createObjectStore("entries", { keyPath: "id" }).createIndex("sent", "sent");
            db.createObjectStore("people", { keyPath: "id" });
            db.createObjectStore("aside", { keyPath: "id" });
          }
          if (old < 3) db.createObjectStore("reached", { keyPath: "id" });
          for (const kind of ofPeople)
            if (!db.objectStoreNames.contains(kind))
              db.createObjectStore(kind, { keyPath: "id" }).createIndex("person", "person");
        },
        blocking: (_, __, event) => (event.target as IDBDatabase | null)?.close(),
      });
    } catch (fault) {
      journal.trouble = fault instanceof Error ? fault.name : "unknown";
    }
    return journal;
  }

  /** Adds what happened, all of it or nothing; a millisecond lies between, so that it is told in this order everywhere. */
  async add(whats: readonly What[], at = Date.now()): Promise<void> {
    await this.take(
      whats.map((what, n) => ({ id: newId(), at: at + n, what })),
      0,
    );
    this.onAdded?.();
  }

  /** Takes entries, those of another device too; what is there already changes nothing. */
  async take(entries: readonly Entry[], sent: 0 | 1): Promise<void> {
    await this.#keep(entries, sent);
    for (const { what } of entries) if (what.kind === "erased") await this.#forget(what.person);
  }

  async #keep(entries: readonly Entry[], sent: 0 | 1): Promise<void> {
    if (this.#db) {
      try {
        // What could not be written before comes first: then all is in one place again.
        const waiting = [...this.#here.get("entries")!.values()] as (Entry & { sent: 0 | 1 })[];
        await this.#write(this.#db, [...waiting, ...entries.map((entry) => ({ ...entry, sent }))]);
        for (const objects of this.#here.values()) objects.clear();
        this.trouble = "";
        return;
      } catch (fault) {
        // The device is full, or the browser took its storage away: what is there can still be read and exported.
        this.trouble = fault instanceof Error ? fault.name : "unknown";
      }
    }
    for (const entry of entries) {
      if (await isOfTheErased(this.#shelfHere(), entry)) continue;
      this.#here.get("entries")!.set(entry.id, { ...entry, sent });
      await apply(this.#shelfHere(), entry);
    }
  }

  async #write(db: IDBPDatabase<Scheme>, entries: readonly (Entry & { sent: 0 | 1 })[]): Promise<void> {
    const tx = db.transaction(["entries", ...kinds], "readwrite");
    const shelf = {
      get: <K extends Kind>(kind: K, id: string) => tx.objectStore(kind).get(id) as Promise<Objects[K] | undefined>,
      put: async <K extends Kind>(kind: K, object: Objects[K]) =>
        void (await tx.objectStore(kind).put(object as never)),
    };
    try {
      for (const { sent, ...entry } of entries) {
        const there = await tx.objectStore("entries").get(entry.id);
        if ((there && there.sent >= sent) || (await isOfTheErased(shelf, entry))) continue;
        await tx.objectStore("entries").put({ ...entry, sent });
        if (!there) await apply(shelf, entry);
      }
      await tx.done;
    } catch (fault) {
      tx.done.catch(() => undefined);
      try {
        tx.abort();
      } catch {
        // It is over already.
      }
      throw fault;
    }
  }

  #shelfHere() {
    return {
      get: async <K extends Kind>(kind: K, id: string) =>
        (this.#here.get(kind)!.get(id) as Objects[K] | undefined) ??
        ((await this.#db?.get(kind, id)) as Objects[K] | undefined),
      put: async <K extends Kind>(kind: K, object: Objects[K]) => void this.#here.get(kind)!.set(object.id, object),
    };
  }

  /** Objects of a kind, of one person or of all, those of people who were erased left out. */
  async #all<K extends Kind>(kind: K, person?: string): Promise<Objects[K][]> {
    const found = new Map<string, Objects[K]>();
    if (this.#db) {
      const kept =
        person === undefined || kind === "people"
          ? await this.#db.getAll(kind)
          : await this.#db.getAllFromIndex(kind as "sessions", "person", person);
      for (const object of kept as Objects[K][]) found.set(object.id, object);
    }
    for (const [id, object] of this.#here.get(kind)!) {
      const of = object as Objects[K] & { person?: string };
      if (person === undefined || of.person === person) found.set(id, of);
    }
    return [...found.values()];
  }

  async people(): Promise<Person[]> {
    const people = await this.#all("people");
    return people
      .filter(({ erased, name: named }) => !erased && named !== "")
      .sort((a, b) => a.created_at - b.created_at);
  }

  /** When somebody was asked last; 0: never. */
  async checkedInAt(person: string): Promise<number> {
    return Math.max(0, ...(await this.#all("checkins", person)).map(({ at }) => at));
  }

  /** Notes how far a session has come, so that a crash costs no more than a second. */
  async noteReached(session: string, t_ms: number): Promise<void> {
    await this.#db?.put("reached", { id: session, t_ms }).catch(() => undefined);
  }
  async reached(session: string): Promise<number> {
    return (await this.#db?.get("reached", session))?.t_ms ?? 0;
  }
  async forgetReached(session: string): Promise<void> {
    await this.#db?.delete("reached", session).catch(() => undefined);
  }

  /** Who was erased. */
  async erased(): Promise<Set<string>> {
    return new Set((await this.#all("people")).flatMap(({ id, erased }) => (erased ? [id] : [])));
  }

  /** In the order they were begun; those that were only half heard of left out. */
  async sessions(person: string): Promise<KeptSession[]> {
    const sessions = await this.#all("sessions", person);
    return sessions.filter(({ plan }) => plan !== "").sort((a, b) => a.started_at - b.started_at);
  }

  async plan(id: string): Promise<unknown> {
    return (await this.#shelfHere().get("plans", id))?.document ?? null;
  }

  async programmes(person: string): Promise<Objects["programmes"][]> {
    const all = await this.#all("programmes", person);
    return all.filter(({ gone }) => !gone).sort((a, b) => a.at - b.at);
  }

  /** Everything measured, corrections too, in the order it was noted. */
  async measured(person: string): Promise<Measured[]> {
    const all = (await this.#all("measured", person)).map(({ measured }) => measured);
    return all.sort((a, b) => a.noted_at - b.noted_at);
  }

  /** What the engine knows of a person before a check-in. */
  async recall(engine: Recalling, person: string, now = Date.now()): Promise<Known | null> {
    const checkins = (await this.#all("checkins", person)).sort((a, b) => a.at - b.at);
    const last = checkins.at(-1);
    const answers = await this.#all("answers", person);
    const sessions = await this.sessions(person);
    const known = await engine.recall({
      format: "thenar.kept/1",
      now,
      utc_offset_minutes: -new Date(now).getTimezoneOffset(),
      checkin: last ? { at: last.at, document: last.document as Record<string, unknown> } : null,
      answers: answers.map(({ rule, answer, answered_at }) => ({
        rule,
        answer: answer as Record<string, unknown>,
        answered_at,
      })),
      sessions: sessions.map(({ started_at, ending, next_day }) => ({ started_at, ending, next_day })),
    });
    if (known.ok) return known.value;
    await this.setAside(JSON.stringify({ answers, sessions, problems: known.problems }));
    return null;
  }

  /** Keeps a text that could not be read, for its owner to export. */
  async setAside(text: string): Promise<void> {
    try {
      await this.#db?.put("aside", { id: newId(), at: Date.now(), text });
    } catch {
      // There is no room even for that.
    }
  }
  async aside(): Promise<{ at: number; text: string }[]> {
    return (await this.#db?.getAll("aside").catch(() => [])) ?? [];
  }

  /** Entries that no server has yet, oldest first. */
  async unsent(most: number): Promise<Entry[]> {
    const kept = (await this.#db?.getAllFromIndex("entries", "sent", 0, most)) ?? [];
    const here = this.#here.get("entries")! as Map<string, Entry & { sent: 0 | 1 }>;
    // A device that is full keeps what is kept only here, and that it was sent.
    const unsent = [...kept.filter(({ id }) => !here.has(id)), ...[...here.values()].filter(({ sent }) => sent === 0)];
    return unsent.slice(0, most).map(({ sent: _, ...entry }) => entry);
  }

  /** All entries, as one text that another journal takes. */
  async exported(): Promise<string> {
    const kept = ((await this.#db?.getAll("entries")) ?? []) as (Entry & { sent: number })[];
    const here = [...this.#here.get("entries")!.values()] as (Entry & { sent: number })[];
    const entries = [...kept, ...here].map(({ sent: _, ...entry }) => entry).sort((a, b) => a.at - b.at);
    return JSON.stringify({ format: "thenar.entries/1", entries, aside: await this.aside() }, null, 1);
  }

  /** Erases somebody with everything of theirs; that they are gone stays known, so that nothing comes back. */
  async erase(person: string): Promise<void> {
    await this.add([{ kind: "erased", person }]);
  }

  /** Takes away everything of somebody, all but that they were erased. */
  async #forget(person: string): Promise<void> {
    const sessions = new Set((await this.#all("sessions", person)).map(({ id }) => id));
    const gone = goneOf(person);
    const theirs = ({ what }: Entry) =>
      (what.kind !== "erased" && "person" in what && what.person === person) ||
      ("session" in what && sessions.has(what.session));
    if (this.#db) {
      const tx = this.#db.transaction(["entries", ...kinds], "readwrite");
      for (const entry of await tx.objectStore("entries").getAll())
        if (theirs(entry)) await tx.objectStore("entries").delete(entry.id);
      for (const kind of ofPeople)
        for (const id of await tx.objectStore(kind).index("person").getAllKeys(person))
          await tx.objectStore(kind).delete(id);
      await tx.objectStore("people").put(gone);
      await tx.done;
    }
    for (const [kind, objects] of this.#here)
      for (const [id, object] of objects)
        if (
          kind === "entries"
            ? theirs(object as Entry)
            : (object as { person?: string }).person === person || id === person
        )
          objects.delete(id);
    if (!this.#db) this.#here.get("people")!.set(person, gone);
  }

  /** Erases all; that somebody was there and is gone stays known, by a number only. */
  async eraseEverything(): Promise<void> {
    const people = (await this.#all("people")).map(({ id }) => goneOf(id));
    for (const objects of this.#here.values()) objects.clear();
    if (!this.#db) return;
    const tx = this.#db.transaction(["entries", "aside", "reached", ...kinds], "readwrite");
    for (const store of ["entries", "aside", "reached", ...kinds] as const) await tx.objectStore(store).clear();
    for (const gone of people) await tx.objectStore("people").put(gone);
    await tx.done;
  }
}
