// npm run generate: writes what follows from something else.
//   docs/formats/ids.schema.json     from the built-in practice, as the release build bakes it
//   apps/web/src/engine/documents.ts from docs/formats/*.schema.json
import { writeFileSync } from "node:fs";
import { generatedFiles } from "./generated.ts";

for (const [file, text] of await generatedFiles()) writeFileSync(file, text);
