/**
 * Version ranges for third-party dependencies of generated packages if neither the target nor the
 * workspace defines one. The caller of a build provides the ranges of the runtimes (`ranges`).
 */
export const defaultRanges: Readonly<Record<string, string>> = {
  "@smithy/core": "^3.41.0",
  "@smithy/smithy-client": "^4.15.0",
  "@smithy/types": "^4.20.0",
  "@types/node": "^20.19.0",
  tsup: "~8.5.1",
  typescript: "~5.9.3",
  vitest: "^4.1.12",
};
