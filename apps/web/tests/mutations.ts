// Documents with one thing changed: every value taken away, put in place of another, or added.

export type Json = { [key: string]: unknown };

export interface Mutation {
  /** Where, as "checkin.marked[0].as". */
  path: string;
  change: string;
  document: unknown;
}

const others: unknown[] = [
  null,
  true,
  false,
  0,
  1,
  -1,
  0.5,
  3,
  11,
  61,
  1e9,
  -1e300,
  1e12 + 1,
  "",
  "wrong",
  "left",
  "yes",
  [],
  {},
  ["left"],
  ["left", "left"],
  [null],
  { left: 1 },
  { left: null },
  { pain: 0.5 },
];

/** Every change of one value of a document, one at a time; values below paths that `except` matches stay. */
export function* mutations(document: unknown, except?: RegExp): Generator<Mutation> {
  for (const keys of places(document)) {
    const path = pathOf(keys);
    if (except?.test(path)) continue;
    const changed = (change: string, act: (parent: Json, key: string) => void): Mutation => {
      const root = { root: structuredClone(document) };
      const way = ["root", ...keys];
      const last = way.pop()!;
      act(
        way.reduce((at, key) => (at as Json)[key] as Json, root as unknown as Json),
        last,
      );
      return { path, change, document: root.root };
    };
    const value = keys.reduce((at, key) => (at as Json)[key], document as unknown);
    for (const other of others)
      yield changed(JSON.stringify(other), (parent, key) => (parent[key] = structuredClone(other)));
    if (keys.length > 0)
      yield changed("taken away", (parent, key) =>
        Array.isArray(parent) ? parent.splice(Number(key), 1) : delete parent[key],
      );
    if (Array.isArray(value)) yield changed("everything twice", (parent, key) => (parent[key] = [...value, ...value]));
    else if (typeof value === "object" && value !== null)
      yield { ...changed("added", (parent, key) => ((parent[key] as Json)["surprise"] = 1)), path: `${path}.surprise` };
    if (typeof value === "number") yield changed("a little more", (parent, key) => (parent[key] = value + 0.25));
    if (typeof value === "string")
      yield changed("another case", (parent, key) => (parent[key] = value.toUpperCase() + " "));
  }
}

/** The ways to all values, the whole document first. */
function* places(value: unknown, keys: string[] = []): Generator<string[]> {
  yield keys;
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) yield* places((value as Json)[key], [...keys, key]);
}

function pathOf(keys: string[]): string {
  return keys
    .map((key) => (/^\d+$/.test(key) ? `[${key}]` : `.${key}`))
    .join("")
    .replace(/^\./, "");
}
