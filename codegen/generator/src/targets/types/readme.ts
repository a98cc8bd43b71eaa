import type { ServicePlan } from "@tinsmith/service";
import { validationPackage } from "./emit-validators.js";

export function typesReadme(plan: ServicePlan, packageName: string): string {
  const operation = plan.operations[0];
  const example = operation?.input.kind === "structure" ? operation.input.typeName : undefined;
  return `# ${packageName}

The data of ${plan.title} for TypeScript, generated from its Smithy model.

| entry | what it holds |
|---|---|
| \`${packageName}\` | interfaces of structures, enums, errors as plain data, a union of errors for each operation |
| \`${packageName}/schemas\` | the schemas of all shapes and operations as data, in the form of \`@smithy/types\` |
| \`${packageName}/constraints\` | lengths, ranges, patterns and required members as data |
| \`${packageName}/validators\` | a validator of every shape, for any library that takes a Standard Schema |
| \`${packageName}/json-schema\` | a JSON Schema (2020-12) of every shape |
${
  example === undefined
    ? ""
    : `
\`\`\`ts
import type { ${example} } from "${packageName}";
\`\`\`

## Validators

\`\`\`ts
import { ${example} } from "${packageName}/validators";

const input: unknown = JSON.parse("{}"); // from somewhere that knows no types
const { issues } = await ${example}["~standard"].validate(input);
for (const { path, message } of issues ?? []) console.error(path, message);
\`\`\`

A validator checks types and the constraints of the model, and tells all that is wrong at once. It refuses values of
enums that the model does not know, and lets pass members that it does not know. It is a Standard Schema and a Standard
JSON Schema, so form libraries, routers and the like take it as it is. Each stands alone: a bundle holds those that it
uses. Whoever checks texts of strangers gives it a matcher of patterns that runs in linear time
(\`withPatternMatcher\` of \`${validationPackage}\`).

## JSON Schema

\`\`\`ts
import { ${example} } from "${packageName}/json-schema";
\`\`\`

The documents describe values as JSON whichever protocol carries them: timestamps are RFC 3339 texts (\`date-time\`),
blobs base64, NaN and the infinities texts, event streams lists of events. The length of a blob is exact to three bytes,
and a pattern that the Unicode mode of regular expressions refuses is left out.
`
}
Files below \`src/generated\` are written by \`tinsmith build\`; everything else is yours.
`;
}
