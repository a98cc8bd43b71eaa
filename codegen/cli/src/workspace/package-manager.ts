/** The package managers for which a workspace can be made. */
export const packageManagers = ["npm", "pnpm"] as const;

export type PackageManager = (typeof packageManagers)[number];

/** Returns the command that runs a script, also if the package manager is not installed. */
export const runScript: Readonly<Record<PackageManager, (script: string) => string>> = {
  npm: (script) => `npm run ${script}`,
  pnpm: (script) => `npx -y pnpm@12 ${script}`,
};
