/**
 * The versions of TypeScript that generated packages compile with, as their READMEs state them. A
 * test compares them with the versions that were measured.
 */
export const typeScriptVersions = {
  types: "TypeScript 4.9 or newer",
  client: "TypeScript 5.0 or newer",
  "mock-server": "TypeScript 5.0 or newer, 5.1 without `skipLibCheck`",
} as const;
