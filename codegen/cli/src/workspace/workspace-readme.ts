/** Returns the README of a new workspace. */
export const workspaceReadme = (name: string, scope: string): string => `# ${name}

An API, written in [Smithy](https://smithy.io), and the packages that Tinsmith generates from it.

\`\`\`sh
npx -y pnpm@12 test       # install, generate, build, call the client against the mock server
npx -y pnpm@12 generate   # only generate
\`\`\`

| folder | content |
| --- | --- |
| \`model/\` | the API: edit it, then generate |
| \`packages/types\` | \`${scope}/types\`: interfaces, enums, schemas |
| \`packages/client\` | \`${scope}/client\`: the client, for Node and browsers |
| \`packages/mock-server\` | \`${scope}/mock-server\`: a server that responds with examples |
| \`packages/docs\` | \`${scope}/docs\`: the documentation, as a static site |
| \`test/\` | your tests |

\`tinsmith build\` writes the files below \`src/generated\`; everything else is yours to edit. Commit both. In CI, \`npx tinsmith build --check\` fails if generated files are out of date.

While you edit the model:

\`\`\`sh
npx tinsmith build --watch   # generate after every save
npx tinsmith validate        # report the problems of the model with their location
\`\`\`
`;
