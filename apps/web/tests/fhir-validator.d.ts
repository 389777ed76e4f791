declare module "@asymmetrik/fhir-json-schema-validator" {
  /** Holds resources to the JSON schema of FHIR R4. */
  export default class FhirValidator {
    /** What is wrong; nothing: an empty list. */
    validate(resource: object, verbose?: boolean): unknown[];
  }
}
