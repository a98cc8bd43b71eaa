import { join } from "node:path";
import type { Options } from "tsup";
import { bundledLicenses } from "../../tsup.licenses.js";
import { library } from "../../tsup.shared.js";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

/** XML is read in the same way everywhere: workers have no `DOMParser`, which the library takes in browsers. */
const oneXmlParser: EsbuildPlugin = {
  name: "one-xml-parser",
  setup: (build) =>
    build.onResolve({ filter: /^\.\/xml-parser$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "xml-parser.js"),
    })),
};

export default library(
  [
    "src/aws-json/index.ts",
    "src/aws-json/server.ts",
    "src/aws-query/index.ts",
    "src/aws-query/server.ts",
    "src/defaults/index.ts",
    "src/ec2-query/index.ts",
    "src/ec2-query/server.ts",
    "src/event-streams/index.ts",
    "src/index.ts",
    "src/rest-json/index.ts",
    "src/rest-json/server.ts",
    "src/rest-xml/index.ts",
    "src/rest-xml/server.ts",
    "src/rpcv2-cbor/index.ts",
    "src/rpcv2-cbor/server.ts",
    "src/rpcv2-json/index.ts",
    "src/rpcv2-json/server.ts",
  ],
  // The wire formats that are used are carried along: a hundredth of the packages they come from.
  {
    noExternal: [/^@smithy\/core\//, /^@aws-sdk\/xml-builder$/],
    esbuildPlugins: [bundledLicenses, oneXmlParser],
    // What runs in browsers runs in workers and in Node, too.
    platform: "browser",
    treeshake: true,
  },
);
