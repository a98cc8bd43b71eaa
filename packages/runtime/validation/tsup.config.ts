import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses, noteLicense } from "../../../tsup.licenses.js";
import { smallLibrary } from "../../../tsup.shared.js";

// The types of this package are bundled, because it consists of interfaces only and is intended to
// be copied.
const carried = "@standard-schema/spec";
noteLicense(`node_modules/${carried}`);

export default smallLibrary(
  { index: "src/index.ts", params: "src/params/index.ts", "generated-v1": "src/generated-v1.ts" },
  { esbuildPlugins: [bundledLicenses, inlineSchemaReads], bundledTypes: [carried] },
);
