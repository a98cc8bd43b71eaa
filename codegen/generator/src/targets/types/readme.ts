import type { ServicePlan } from "@tinsmith/service";
import { typeScriptVersions } from "../typescript-versions.js";
import { validationPackage } from "./emit-validators.js";

export function typesReadme(
  plan: ServicePlan,
  packageName: string,
  hasJsonSchema: boolean,
): string {
  const operation = plan.operations[0];
  const example = operation?.input.kind === "structure" ? operation.input.typeName : undefined;
  return `# ${packageName}

TypeScript types, schemas and validators of ${plan.title}, generated from its Smithy model. They need ${typeScriptVersions.types}.

| entry | content |
|---|---|
| \`${packageName}\` | interfaces of structures, enums, errors as plain data, a union of errors for each operation |
| \`${packageName}/schemas\` | the schemas of all shapes and operations as data, in the form of \`@smithy/types\` |
| \`${packageName}/constraints\` | lengths, ranges, patterns and required members as data |
| \`${packageName}/validators\` | a validator for every shape, for any library that accepts a Standard Schema |
${hasJsonSchema ? `| \`${packageName}/json-schema\` | a JSON Schema (2020-12) for every shape |\n` : ""}${
    example === undefined
      ? ""
      : `
\`\`\`ts
import type { ${example} } from "${packageName}";
\`\`\`

## Validators

\`\`\`ts
import { ${example} } from "${packageName}/validators";

const input: unknown = JSON.parse("{}"); // from an untyped source
const { issues } = await ${example}["~standard"].validate(input);
for (const { path, message } of issues ?? []) console.error(path, message);
\`\`\`

A validator checks types and the constraints of the model, and reports all problems at once. It rejects unknown enum
values and ignores unknown members. It is a Standard Schema and a Standard JSON Schema, so form libraries, routers and
similar tools accept it directly. A bundle contains only the validators that it uses. To validate untrusted strings,
provide a pattern matcher that runs in linear time (\`withPatternMatcher\` of \`${validationPackage}\`).

## JSON Schema

${
  hasJsonSchema
    ? `\`\`\`ts
import { ${example} } from "${packageName}/json-schema";
\`\`\``
    : `\`\`\`ts
import { ${example} } from "${packageName}/validators";

${example}["~standard"].jsonSchema.input({ target: "draft-2020-12" });
\`\`\`

A validator makes its JSON Schema when it is asked, without documentation. \`"types": { "jsonSchema": true }\` in
\`smithy-build.json\` adds the entry \`/json-schema\`, which has documents for all shapes.`
}

The documents describe values as JSON, independent of the protocol: timestamps are RFC 3339 strings (\`date-time\`),
blobs are base64, NaN and the infinities are strings, event streams are lists of events. The length of a blob is exact
to three bytes. Patterns that the Unicode mode of regular expressions rejects are omitted.
`
  }
\`tinsmith build\` writes the files below \`src/generated\`; everything else is yours to edit.
`;
}
