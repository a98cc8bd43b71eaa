import { updateFiles } from "./manifests/manifests.js";

const written = await updateFiles();
for (const path of written) console.log(path);
console.log(
  written.length === 0 ? "The manifests are up to date." : `${written.length} files updated.`,
);
