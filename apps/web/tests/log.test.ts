// The log of the app: entries lost and sent again, twice or in another order come to the same objects.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Journal } from "../app/lib/journal.ts";
import {
  apply,
  inForce,
  isEntry,
  kinds,
  nothingGiven,
  type Entry,
  type Kind,
  type Objects,
  type Shelf,
  type What,
} from "../app/lib/log.ts";

test("what a private window keeps only as long as the page is sent all the same, once", async () => {
  const journal = await Journal.open();
  assert.notEqual(journal.trouble, "", "there is no storage here");
  await journal.add([{ kind: "person", person: "somebody-1", name: "Ada" }]);
  await journal.erase("somebody-1");
  const unsent = await journal.unsent(10);
  assert.deepEqual(
    unsent.map(({ what }) => what.kind),
    ["erased"],
  );
  await journal.take(unsent, 1);
  assert.deepEqual(await journal.unsent(10), []);
  assert.deepEqual(await journal.people(), []);
});

test("who was added together was added one after the other: the first one is spoken to as you", async () => {
  const journal = await Journal.open();
  await journal.add(["Me", "Mum", "Ada"].map((name) => ({ kind: "person", person: `somebody-${name}`, name })));
  const people = await journal.people();
  assert.deepEqual(
    people.map(({ created_at }) => created_at - people[0]!.created_at),
    [0, 1, 2],
  );
});

class Memory implements Shelf {
  readonly objects = new Map<Kind, Map<string, unknown>>(kinds.map((kind) => [kind, new Map()]));
  get<K extends Kind>(kind: K, id: string) {
    return Promise.resolve(this.objects.get(kind)!.get(id) as Objects[K] | undefined);
  }
  put<K extends Kind>(kind: K, object: Objects[K]) {
    this.objects.get(kind)!.set(object.id, object);
    return Promise.resolve();
  }
  text(): string {
    const sorted = kinds.map((kind) => [
      kind,
      [...this.objects.get(kind)!.entries()].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]);
    return JSON.stringify(sorted);
  }
}

/** Repeatable chance (mulberry32). */
function chanceOf(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two people and a massage with everything, some of it said twice and differently. */
function everything(): Entry[] {
  const session = "session-1";
  const ending = { how: "finished" as const, at: 900, rule: "", given: nothingGiven() };
  const day = { soreness: 2, lasted_long: false, answered_at: 1000 };
  const whats: [number, What][] = [
    [1, { kind: "person", person: "person-a", name: "Ada" }],
    [2, { kind: "person", person: "person-b", name: "Ben" }],
    [9, { kind: "person", person: "person-a", name: "Ada L." }],
    [
      3,
      {
        kind: "checkin",
        person: "person-a",
        checkin: "c1",
        document: { n: 1 },
        answers: [{ rule: "S32", answer: { old: true } }],
      },
    ],
    [
      8,
      {
        kind: "checkin",
        person: "person-a",
        checkin: "c2",
        document: { n: 2 },
        answers: [{ rule: "S32", answer: { old: false } }],
      },
    ],
    [4, { kind: "plan", person: "person-a", plan: "p1", document: { steps: [] } }],
    [5, { kind: "session", person: "person-a", session, plan: "p1" }],
    [6, { kind: "command", session, index: 0, t_ms: 0, command: { command: "start" } }],
    [7, { kind: "command", session, index: 1, t_ms: 900, command: { command: "hurts" } }],
    [7, { kind: "reached", session, t_ms: 5000 }],
    [6, { kind: "reached", session, t_ms: 2000 }],
    [5, { kind: "rating", session, measure: "pain", hand: "left", moment: "before", value: 5 }],
    [8, { kind: "rating", session, measure: "pain", hand: "left", moment: "before", value: 4 }],
    [8, { kind: "rating", session, measure: "stress", hand: null, moment: "after", value: 1 }],
    [9, { kind: "ending", session, ending }],
    [9, { kind: "ending", session, ending: { ...ending, at: 800, how: "cut-off" } }],
    [9, { kind: "next_day", session, next_day: day }],
    [9, { kind: "next_day", session, next_day: { ...day, soreness: 7, answered_at: 999 } }],
    [4, { kind: "programme", person: "person-a", programme: "own-1", name: "Mine", wishes: {}, gone: false }],
    [9, { kind: "programme", person: "person-a", programme: "own-1", name: "Mine", wishes: {}, gone: true }],
    [9, { kind: "erased", person: "person-b" }],
    // Of the same moment: all must still agree.
    [20, { kind: "person", person: "person-a", name: "X" }],
    [20, { kind: "person", person: "person-a", name: "Y" }],
  ];
  return whats.map(([at, what], i) => ({ id: `entry-${i}`, at, what }));
}

test("in any order and as often as they come, entries come to the same", async () => {
  const entries = everything();
  const expected = new Memory();
  for (const entry of entries) await apply(expected, entry);
  for (let seed = 1; seed <= 300; ++seed) {
    const chance = chanceOf(seed);
    const some = [...entries, ...entries.filter(() => chance() < 0.3)];
    for (let i = some.length - 1; i > 0; --i) {
      const j = Math.floor(chance() * (i + 1));
      [some[i], some[j]] = [some[j]!, some[i]!];
    }
    const memory = new Memory();
    for (const entry of some) await apply(memory, entry);
    assert.equal(memory.text(), expected.text(), `seed ${seed}`);
  }
});

test("nothing of what was said to a session is lost, and the later of two answers counts", async () => {
  const memory = new Memory();
  for (const entry of everything().reverse()) await apply(memory, entry);
  const session = (await memory.get("sessions", "session-1"))!;
  assert.deepEqual(
    session.commands.map(({ index }) => index),
    [0, 1],
  );
  assert.equal(session.reached_ms, 5000);
  assert.equal(session.ratings.find(({ measure }) => measure === "pain")!.value, 4);
  assert.equal(session.ending!.how, "finished");
  assert.equal(session.next_day!.soreness, 2);
  assert.deepEqual((await memory.get("answers", "person-a S32"))!.answer, { old: false });
  assert.equal((await memory.get("people", "person-b"))!.erased, true);
  assert.equal((await memory.get("programmes", "own-1"))!.gone, true);
});

test("what a file holds is an entry, or is left out", () => {
  for (const entry of everything()) assert.ok(isEntry({ ...entry, id: `entry-${entry.id}` }), JSON.stringify(entry));
  const good = { id: "entry-0001", at: 5, what: { kind: "person", person: "person-a", name: "Ada" } };
  assert.ok(isEntry(good));
  for (const wrong of [
    null,
    7,
    [],
    {},
    { ...good, id: "x" },
    { ...good, at: "now" },
    { ...good, what: { kind: "wish" } },
    { ...good, what: { kind: "person", person: 7, name: "A" } },
    { ...good, what: { kind: "reached", session: "session-1", t_ms: "7" } },
  ])
    assert.ok(!isEntry(wrong), JSON.stringify(wrong));
});

test("of a measurement with its corrections the last noted counts, or nothing where it was taken back", () => {
  const measured = (id: string, corrects: string, noted_at: number, withdrawn = false) => ({
    id,
    corrects,
    noted_at,
    withdrawn,
    measure: "grip",
    hand: "right" as const,
    site: "",
    values: [20],
    unit: "",
    at: 5,
    utc_offset_minutes: 60,
    by_another: false,
  });
  const ids = (all: ReturnType<typeof measured>[]) => inForce(all).map(({ id }) => id);
  const [first, second, other] = [measured("a", "", 1), measured("b", "a", 2), measured("c", "a", 3)];
  assert.deepEqual(ids([first, second, other]), ["c"]);
  assert.deepEqual(ids([other, first, second, measured("d", "b", 4)]), ["d"]);
  assert.deepEqual(ids([first, second, measured("e", "a", 5, true)]), []);
  assert.equal(ids([measured("x", "y", 1), measured("y", "x", 2)]).length, 1);
});
