import { runScript } from "./package-manager.js";
import type { PackageManager } from "./package-manager.js";

/** Returns the README of a new workspace. */
export const workspaceReadme = (
  name: string,
  scope: string,
  manager: PackageManager,
): string => `# ${name}

An API, written in [Smithy](https://smithy.io), and the packages that Tinsmith generates from it.

\`\`\`sh
${
  manager === "pnpm"
    ? `npx -y pnpm@12 test       # install, generate, build, call the client against the mock server
npx -y pnpm@12 generate   # only generate`
    : `npm install && npm test   # install, generate, build, call the client against the mock server
npm run generate          # only generate`
}
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

## Release

1. State license, author and repository under \`npm\` in \`model/smithy-build.json\`, and add the text of the license. Each package gets them at the next build. \`UNLICENSED\` means that nobody else may use the packages.
2. \`npx tinsmith changeset\` describes a change of the model: it compares the model with the released one and writes changesets, whose bump follows from what breaks users of the packages. For other changes, \`npx changeset\` asks. Commit the files with the change. The first release has one already.
3. \`${runScript[manager]("version-packages")}\` turns them into versions and change logs, and keeps the model as the released one in \`model/.tinsmith\`. Commit the result.
4. \`${runScript[manager]("release")}\` builds and publishes what the registry does not have.

On GitHub, \`.github/workflows/tinsmith.yml\` fails if the model changed and no changeset covers it, and does the last two steps: a push to \`main\` opens a pull request with the next versions, and merging it publishes.
`;
