import { sourceEntries, smallLibrary } from "../../tsup.shared.js";

// Every module directly below `src` is an entry of the package.
export default smallLibrary(sourceEntries(), {
  importedEntries: { schemas: /\/schemas\.js$/ },
});
