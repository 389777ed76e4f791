// The server, held to its OpenAPI document; and what hostile input comes to.
import { Ajv2020 } from "ajv/dist/2020.js";
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { request as ask, type IncomingHttpHeaders } from "node:http";
import { after, before, test } from "node:test";
import { readJson } from "../tools/generated.ts";
import { Served } from "./served.ts";
import { root } from "./support.ts";

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, { schema?: unknown }> }>;
  requestBody?: { content: Record<string, { schema: unknown }> };
}
type Json = Record<string, unknown>;

const api = readJson<{ paths: Record<string, Record<string, Operation>>; components: { schemas: Json } }>(
  "apps/server/openapi.json",
);
const ajv = new Ajv2020({ strict: false });
for (const name of readdirSync(new URL("docs/formats/", root)).filter((file) => file.endsWith(".schema.json")))
  ajv.addSchema(readJson(`docs/formats/${name}`), name);
/** A schema of the document by itself: references into docs/formats by their ids, those within it in full. */
function alone(schema: unknown): unknown {
  return JSON.parse(
    JSON.stringify(schema, (_, value: unknown) => {
      if (typeof value !== "object" || value === null || !("$ref" in value)) return value;
      const ref = (value as { $ref: string }).$ref;
      const own = /^#\/components\/schemas\/(.*)$/.exec(ref)?.[1];
      if (own !== undefined) return alone(api.components.schemas[own]);
      return { $ref: ref.replace("../../docs/formats/", "") };
    }),
  );
}

let served: Served;
before(async () => {
  served = await Served.start();
});
after(async () => {
  assert.equal(await served.stop(), 0, "it ends gracefully");
});

interface Told {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}
function tell(method: string, path: string, body = "", headers: Record<string, string> = {}): Promise<Told> {
  const { hostname, port } = new URL(served.address);
  return new Promise((told, failed) => {
    const asked = ask(
      { hostname, port, method, path, headers: { "Content-Type": "application/json", ...headers } },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on("data", (part: Buffer) => parts.push(part));
        answer.on("end", () =>
          told({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(parts).toString("latin1") }),
        );
      },
    );
    asked.on("error", failed);
    asked.end(body);
  });
}

const seen = new Set<string>();
/** Makes a call, and holds its answer to the document. */
async function call(id: string, path: string, body?: unknown): Promise<Told> {
  const [[template, method, operation] = []] = Object.entries(api.paths).flatMap(([at, methods]) =>
    Object.entries(methods).flatMap(([verb, each]) => (each.operationId === id ? [[at, verb, each] as const] : [])),
  );
  assert.ok(template && method && operation, id);
  const told = await tell(
    method.toUpperCase(),
    path,
    body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body),
  );
  const response = operation.responses[told.status];
  assert.ok(response, `${id} answers ${told.status}, which its document does not name: ${told.body.slice(0, 300)}`);
  const type = told.headers["content-type"]?.split(";")[0] ?? "";
  assert.ok(type in (response.content ?? {}), `${id}: ${type}`);
  const schema = response.content![type]!.schema;
  if (schema && type === "application/json") {
    const check = ajv.compile(alone(schema) as object);
    assert.ok(check(JSON.parse(Buffer.from(told.body, "latin1").toString())), `${id}: ${ajv.errorsText(check.errors)}`);
    if (told.status === 200) seen.add(id);
  } else seen.add(id);
  return told;
}

const person = {
  id: "entry-0001",
  at: 1_700_000_000_000,
  what: { kind: "person", person: "person-ana", name: "Ana Özil 💐" },
};
const entries = [
  person,
  {
    id: "entry-0002",
    at: 1_700_000_000_001,
    what: { kind: "plan", person: "person-ana", plan: "plan-0001", document: { steps: [] } },
  },
  {
    id: "entry-0003",
    at: 1_700_000_000_002,
    what: { kind: "session", person: "person-ana", session: "session-1", plan: "plan-0001" },
  },
  {
    id: "entry-0004",
    at: 1_700_000_000_003,
    what: { kind: "command", session: "session-1", index: 0, t_ms: 0, command: { command: "start" } },
  },
  {
    id: "entry-0005",
    at: 1_700_000_000_004,
    what: {
      kind: "measured",
      person: "person-ana",
      measured: {
        id: "measured-0001",
        measure: "grip",
        hand: "right",
        values: [30, null, 31.5],
        at: 1_700_000_000_004,
        noted_at: 1_700_000_000_004,
      },
    },
  },
];

test("every operation answers as its document says", async () => {
  await call("hello", "/api/v1/hello");
  await call("openapi", "/api/v1/openapi.json");
  assert.equal(JSON.parse((await call("take", "/api/v1/entries", { entries })).body).taken, entries.length);
  assert.equal(
    JSON.parse((await call("take", "/api/v1/entries", { entries })).body).taken,
    0,
    "sent again, nothing changes",
  );
  const told = JSON.parse(Buffer.from((await call("told", "/api/v1/entries?after=0")).body, "latin1").toString()) as {
    entries: unknown[];
    next: number;
  };
  assert.deepEqual(told.entries, entries);
  assert.deepEqual(JSON.parse((await call("told", `/api/v1/entries?after=${told.next}`)).body), {
    entries: [],
    next: told.next,
  });
  const { people } = JSON.parse((await call("people", "/api/v1/people")).body) as { people: { id: number }[] };
  await call("person", `/api/v1/people/${people[0]!.id}`);
  await call("export", "/api/v1/export");
  const record = {
    format: "thenar.record/1",
    now: 1_700_000_000_000,
    utc_offset_minutes: 60,
    sessions: [],
    measured: [],
  };
  for (const language of ["de", "xx"]) {
    const page = await call("report", "/api/v1/report", { language, record });
    assert.ok(page.body.startsWith("%PDF-"), language);
  }
  for (const wrong of [{}, { language: "de" }, { language: "de", record: { ...record, now: -1 } }])
    assert.equal((await call("report", "/api/v1/report", wrong)).status, 400);
  await call("speech", "/api/v1/speech?text=Long%20strokes&language=en");
  await call("erase", `/api/v1/people/${people[0]!.id}`);
  assert.deepEqual(JSON.parse((await call("people", "/api/v1/people")).body), { people: [] });
  assert.equal(
    (await call("login", "/api/v1/login", { passphrase: "whatever it is" })).status,
    404,
    "on this machine nobody asks",
  );
  seen.add("login");
  const all = Object.values(api.paths).flatMap((methods) =>
    Object.values(methods).flatMap((each) => each.operationId ?? []),
  );
  assert.deepEqual([...seen].sort(), all.sort(), "every operation was called");
});

test("what is no entry is refused with its place, and nothing of it is kept", async () => {
  const before = (await call("told", "/api/v1/entries?after=0")).body;
  for (const wrong of ["", "{", "[]", "null", '{"entries":1}', "\u0000", "[".repeat(100_000)]) {
    const told = await call("take", "/api/v1/entries", wrong);
    assert.equal(told.status, 400, wrong.slice(0, 40));
  }
  for (const change of [
    { id: "../../etc" },
    { id: "" },
    { at: -1 },
    { at: 1e300 },
    { what: null },
    { what: { kind: "person" } },
    { more: 1 },
    { what: { kind: "reached", session: "s".repeat(65), t_ms: 1 } },
  ]) {
    const told = await call("take", "/api/v1/entries", {
      entries: [person, { ...person, id: "entry-0009", ...change }],
    });
    assert.equal(told.status, 400, JSON.stringify(change));
    assert.match(told.body, /entries\[1\]/);
  }
  assert.equal((await call("told", "/api/v1/entries?after=0")).body, before);
});

test("other hosts, other origins, other types and methods are refused", async () => {
  assert.equal((await tell("GET", "/", "", { Host: "evil.example" })).status, 421);
  assert.equal((await tell("POST", "/api/v1/entries", "{}", { Origin: "http://evil.example" })).status, 403);
  assert.equal(
    (await tell("POST", "/api/v1/entries", JSON.stringify({ entries }), { "Content-Type": "text/plain" })).status,
    415,
  );
  assert.equal((await tell("PUT", "/api/v1/entries", "{}")).status, 405);
  assert.equal((await tell("POST", "/", "{}")).status, 405);
  assert.equal((await tell("GET", "/api/v1/secret")).status, 404);
});

test("no path leads out of the app, and a body that is too long is not read", async () => {
  for (const path of [
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/assets/../../journal.db",
    "/..%5c..%5cetc",
    "//etc/passwd",
  ])
    assert.ok([400, 404].includes((await tell("GET", path)).status), path);
  const told = await tell("POST", "/api/v1/entries", "x".repeat(5 << 20)).catch(() => ({ status: 413 }));
  assert.equal(told.status, 413);
  assert.equal((await tell("GET", "/api/v1/hello")).status, 200, "it is still there");
});

test("many who write at once lose nothing", async () => {
  const writers = Array.from({ length: 40 }, (_, i) =>
    tell(
      "POST",
      "/api/v1/entries",
      JSON.stringify({
        entries: [
          { id: `writer-${1000 + i}`, at: 1, what: { kind: "person", person: `person-${1000 + i}`, name: `P ${i}` } },
        ],
      }),
    ),
  );
  for (const { status } of await Promise.all(writers)) assert.equal(status, 200);
  assert.equal((JSON.parse((await call("people", "/api/v1/people")).body) as { people: unknown[] }).people.length, 40);
});

test("files are sent packed, with a tag, and for ever where their name tells what is in them", async () => {
  const page = await tell("GET", "/", "", { "Accept-Encoding": "gzip" });
  assert.equal(page.status, 200);
  assert.match(page.headers["content-security-policy"] as string, /script-src 'self' 'wasm-unsafe-eval';/);
  assert.ok(
    !/unsafe-inline|unsafe-eval'/.test(
      (page.headers["content-security-policy"] as string).replace("'wasm-unsafe-eval'", ""),
    ),
  );
  assert.equal((await tell("GET", "/", "", { "If-None-Match": page.headers.etag! })).status, 304);
  const html = (await tell("GET", "/")).body;
  const script = /src="\.(\/assets\/[^"]+\.js)"/.exec(html)![1]!;
  const sent = await tell("GET", script, "", { "Accept-Encoding": "gzip" });
  assert.equal(sent.headers["content-encoding"], "gzip");
  assert.match(sent.headers["cache-control"]!, /immutable/);
});

test("the log names no person, no text and no query", () => {
  assert.ok(served.log.length > 20);
  for (const line of served.log) {
    const logged = JSON.parse(line) as Json;
    assert.deepEqual(Object.keys(logged), ["at", "method", "path", "status", "bytes", "ms"]);
    assert.ok(!/Ana|Long|text=|after=|people\/\d/.test(line), line);
  }
});
