/**
 * The number of violations that each package may still have. Numbers may only decrease; packages
 * without violations are not listed.
 */
export const pending: Readonly<
  Record<
    "fileCircles" | "folderCircles" | "filesNamedLikeFolders" | "traitIds",
    Readonly<Record<string, number>>
  >
> = {
  fileCircles: {
    "codegen/service": 1,
    "packages/client": 1,
  },
  folderCircles: {
    "codegen/smithy": 1,
    "packages/runtime/client-runtime": 1,
    "packages/runtime/protocols": 1,
  },
  filesNamedLikeFolders: {
    "packages/runtime/validation": 1,
  },
  traitIds: {
    "codegen/service": 169,
    "packages/runtime/client-runtime": 7,
  },
};

/** The number of groups of duplicate functions on either side (see the test). */
export const pendingDuplicates = { language: 12, runtimes: 11 };
