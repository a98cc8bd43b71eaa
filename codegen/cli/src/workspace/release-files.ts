import type { PackageManager } from "./package-manager.js";

/** Returns the settings of Changesets: the packages of an API have one version. */
export const changesetsConfig = (scope: string) => ({
  $schema: "../node_modules/@changesets/config/schema.json",
  changelog: "@changesets/cli/changelog",
  commit: false,
  fixed: [[`${scope}/*`]],
  linked: [],
  access: "public",
  baseBranch: "main",
  updateInternalDependencies: "patch",
  ignore: [],
});

/** Returns the changeset of the first release. */
export const firstChangeset = (packages: readonly string[]): string =>
  `---\n${packages.map((name) => `"${name}": minor\n`).join("")}---\n\nThe first release.\n`;

/**
 * Turns changesets into versions, and records the model of the new versions for later comparisons.
 * Fails before that if an edit of the model has no changeset.
 */
const version =
  "tinsmith changeset --check && changeset version && tinsmith changeset --mark-released";

/** The scripts of a release. */
export const releaseScripts: Readonly<
  Record<PackageManager, (build: string) => Readonly<Record<string, string>>>
> = {
  npm: (build) => ({
    changeset: "changeset",
    "version-packages": `${version} && npm install --package-lock-only`,
    release: `npm run ${build} && changeset publish`,
  }),
  pnpm: (build) => ({
    changeset: "changeset",
    "version-packages": `${version} && pnpm install --lockfile-only`,
    release: `pnpm run ${build} && changeset publish`,
  }),
};

const checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
const setupNode = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";

/**
 * Returns the workflow for GitHub. It runs the tests. On `main`, it opens a pull request with the
 * next versions, and publishes them after the pull request was merged.
 *
 * @param run - returns the command that runs a script
 * @param test - the script that tests
 */
export function workflow(
  manager: PackageManager,
  run: (script: string) => string,
  test: string,
): string {
  const install = manager === "npm" ? "\n      - run: npm ci" : "";
  const setup = `      - uses: ${setupNode}
        with:
          node-version: 24
          package-manager-cache: false${install}`;
  return `name: Test and release

on:
  pull_request:
  push:
    branches: [main]

permissions:
  contents: read

jobs:
  test:
    runs-on: ubuntu-24.04
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
${setup}
      - run: ${run(test)}
      - run: npx tinsmith build model --check
      - run: npx tinsmith changeset model --check

  # Needs an environment "npm", and npm's trusted publishing for this workflow.
  release:
    if: github.event_name == 'push'
    needs: test
    runs-on: ubuntu-24.04
    environment: npm
    permissions:
      contents: write
      id-token: write
      pull-requests: write
    steps:
      - uses: ${checkout}
${setup}
      - name: Publish, or propose the next versions
        env:
          GH_TOKEN: \${{ github.token }}
          NPM_CONFIG_PROVENANCE: "true"
          PNPM_CONFIG_PROVENANCE: "true"
        run: |
          if [ -z "$(find .changeset -name '*.md' ! -name README.md)" ]; then
            ${run("release")}
            git push origin --tags
            exit
          fi
          ${run("version-packages")}
          git config user.name "github-actions[bot]"
          git config user.email "41898282+github-actions[bot]@users.noreply.github.com"
          git switch --force-create version-packages
          git add --all
          git commit --message "Version packages"
          git push --force origin version-packages
          gh pr view version-packages --json state --jq .state | grep --quiet OPEN ||
            gh pr create --head version-packages --title "Version packages" --body "Merging this publishes."
`;
}
