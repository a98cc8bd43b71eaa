/** The README of a new workspace. */
export const workspaceReadme = (name: string, scope: string): string => `# ${name}

An API, written in [Smithy](https://smithy.io), and the packages that Tinsmith generates from it.

\`\`\`sh
npx -y pnpm@12 test       # install, generate, build, call the client against the mock server
npx -y pnpm@12 generate   # only generate
\`\`\`

| folder | what it is |
| --- | --- |
| \`model/\` | the API: change this first, then generate |
| \`packages/types\` | \`${scope}/types\`: interfaces, enums, schemas |
| \`packages/client\` | \`${scope}/client\`: the client, for Node and browsers |
| \`packages/mock-server\` | \`${scope}/mock-server\`: a server that answers examples |
| \`packages/docs\` | \`${scope}/docs\`: the documentation, as a static site |
| \`test/\` | your tests |

Files below \`src/generated\` are written by \`tinsmith build\`; everything else is yours. Commit both. In CI, \`npx tinsmith build --check\` fails where somebody forgot to generate.

While you work on the model:

\`\`\`sh
npx tinsmith build --watch   # generate at every save
npx tinsmith validate        # what is wrong with the model, and where
\`\`\`
`;
