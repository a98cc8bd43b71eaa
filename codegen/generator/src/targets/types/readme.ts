import type { ServicePlan } from "../../plan/service-plan.js";

export function typesReadme(plan: ServicePlan, packageName: string): string {
  const operation = plan.operations[0];
  const example = operation?.input.kind === "structure" ? operation.input.typeName : undefined;
  return `# ${packageName}

The data of ${plan.title} for TypeScript, generated from its Smithy model.

| entry | what it holds |
|---|---|
| \`${packageName}\` | interfaces of structures, enums, errors as plain data, a union of errors for each operation |
| \`${packageName}/schemas\` | the schemas of all shapes and operations as data, in the form of \`@smithy/types\` |
| \`${packageName}/constraints\` | lengths, ranges, patterns and required members as data, for validators |
${
  example === undefined
    ? ""
    : `
\`\`\`ts
import type { ${example} } from "${packageName}";
\`\`\`
`
}
Files below \`src/generated\` are written by \`tinsmith build\`; everything else is yours.
`;
}
