// The files that follow from the practice and the schemas, as they should be.
import { readFileSync } from "node:fs";
import { compile, type JSONSchema } from "json-schema-to-typescript";
import { format } from "prettier";

const root = new URL("../../../", import.meta.url);
const formats = new URL("docs/formats/", root);
const wordsOfFiles = [
  "request",
  "clearance",
  "plan",
  "instance",
  "session",
  "interview",
  "kept",
  "items",
  "record",
  "outcomes",
  "journal",
  "problems",
  "answers",
];

/** The baked practice, as far as its ids are concerned. */
interface Practice {
  version: string;
  rules: { id: string; asked_with?: string | null; follow_ups?: { key: string; values: string[] }[] }[];
  screening: { marks: { as: string; asks?: string[] }[] };
  media: { id: string; allergens?: string[] }[];
  [kind: string]: unknown;
}

type Json = { [key: string]: unknown };

export function readJson<T = Json>(path: string): T {
  return JSON.parse(readFileSync(new URL(path, root), "utf8")) as T;
}

/** Each file and the text it should have. */
export async function generatedFiles(): Promise<Map<URL, string>> {
  const ids = idsSchema(readJson<Practice>("build/release/generated/practice.json"));
  const idsText = await format(JSON.stringify(ids), { parser: "json", printWidth: 120 });
  return new Map([
    [new URL("ids.schema.json", formats), idsText],
    [new URL("apps/web/src/engine/documents.ts", root), await types(ids)],
  ]);
}

function idsSchema(practice: Practice): Json {
  const kinds: [string, string, string][] = [
    ["zone", "ZoneId", "zones"],
    ["region", "RegionId", "regions"],
    ["group", "GroupId", "groups"],
    ["tool", "ToolId", "tools"],
    ["technique", "TechniqueId", "techniques"],
    ["combo", "ComboId", "combos"],
    ["point", "PointId", "points"],
    ["rule", "RuleId", "rules"],
    ["programme", "ProgrammeId", "programmes"],
    ["medium", "MediumId", "media"],
  ];
  const allergies = ["latex", ...practice.media.flatMap((medium) => medium.allergens ?? [])];
  const defs: Json = {};
  for (const [name, title, list] of kinds)
    defs[name] = { title, type: "string", enum: (practice[list] as { id: string }[]).map(({ id }) => id) };
  defs["allergy"] = { title: "Allergy", type: "string", enum: [...new Set(allergies)] };
  defs["condition_answers"] = conditionAnswers(practice);
  defs["mark_answers"] = markAnswers(practice);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "ids.schema.json",
    title: "Ids",
    description: "The things that the built-in practice names. Generated from practice/; another practice has others.",
    $defs: defs,
  };
}

/** `answers` of the objects whose `field` is one of `words`. */
function answersOf(field: string, words: string[], answers: Map<string, string[]>): Json {
  const properties = Object.fromEntries([...answers].map(([key, values]) => [key, { enum: [...values, "unsure"] }]));
  return {
    if: { properties: { [field]: { enum: words } } },
    then: { properties: { answers: { type: ["object", "null"], additionalProperties: false, properties } } },
  };
}

/** A precaution takes answers to its own questions, or to those of the head of its family. */
function conditionAnswers(practice: Practice): Json {
  const families = new Map<string, string[]>();
  for (const { id, asked_with: head } of practice.rules)
    families.set(head ?? id, [...(families.get(head ?? id) ?? []), id]);
  const questions = (head: string) =>
    new Map(practice.rules.find(({ id }) => id === head)?.follow_ups?.map(({ key, values }) => [key, values]));
  const silent = [...families].filter(([head]) => questions(head).size === 0).flatMap(([, ids]) => ids);
  const asking = [...families].filter(([head]) => questions(head).size > 0);
  return {
    description: "which answers a condition takes, by its rule",
    type: "object",
    allOf: [
      answersOf("rule", silent, new Map()),
      ...asking.map(([head, ids]) => answersOf("rule", ids, questions(head))),
    ],
  };
}

/** A mark takes answers for the precautions it asks about. */
function markAnswers(practice: Practice): Json {
  return {
    description: "which answers a mark takes, by its kind",
    type: "object",
    allOf: practice.screening.marks.map(({ as, asks }) =>
      answersOf("as", [as], new Map<string, string[]>((asks ?? []).map((rule) => [rule, ["yes", "no"]]))),
    ),
  };
}

/** TypeScript types of all documents. */
async function types(ids: Json): Promise<string> {
  const schemas = new Map<string, Json>([["ids", anyIds(ids)]]);
  for (const name of ["vocabulary", ...wordsOfFiles]) schemas.set(name, readJson(`docs/formats/${name}.schema.json`));
  // One schema with everything in it: $defs of all files under one roof, references turned to point there.
  const defs: Json = {};
  for (const [name, { $schema, $id, $defs, ...document }] of schemas) {
    for (const [key, schema] of Object.entries(($defs ?? {}) as Json)) defs[`${name}.${key}`] = typed(schema, name);
    if (wordsOfFiles.includes(name)) defs[name] = typed(document, name);
  }
  const all = { title: "Documents", anyOf: wordsOfFiles.map((name) => ({ $ref: `#/$defs/${name}` })), $defs: defs };
  const text = await compile(all as JSONSchema, "Documents", {
    bannerComment: "// The documents of the engine. Generated from docs/formats by `npm run generate`; do not edit.",
    additionalProperties: false,
    unreachableDefinitions: true,
    format: true,
    style: { printWidth: 120 },
  });
  return text.replace(/\/\*\*\n *\* (.*)\n *\*\//g, "/** $1 */");
}

/** Ids as words of any practice: types hold for somebody's own practice too. */
function anyIds({ $defs }: Json): Json {
  const kinds = Object.entries($defs as Record<string, Json>).filter(([, schema]) => "enum" in schema);
  return { $defs: Object.fromEntries(kinds.map(([key, { title }]) => [key, { title, type: "string" }])) };
}

/** A schema of one file as part of the whole: conditions on values left out, for types cannot say them. */
function typed(schema: unknown, file: string): unknown {
  if (Array.isArray(schema)) return schema.map((each) => typed(each, file));
  if (typeof schema !== "object" || schema === null) return schema;
  const out: Json = {};
  for (const [key, value] of Object.entries(schema)) {
    if (["if", "then", "allOf", "propertyNames", "minItems", "maxItems", "uniqueItems"].includes(key)) continue;
    out[key] = key === "$ref" ? reference(value as string, file) : typed(value, file);
  }
  return out;
}

/** "plan.schema.json#/$defs/step" as "#/$defs/plan.step". */
function reference(ref: string, file: string): string {
  const [from = "", path = ""] = ref.split("#/$defs/");
  const name = from === "" ? file : from.replace(".schema.json", "");
  return `#/$defs/${path === "" ? name : `${name}.${path}`}`;
}
