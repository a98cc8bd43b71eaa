import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { handOnDeclarations } from "../../../tsup.shared.js";

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

const source = fileURLToPath(new URL("src", import.meta.url));

/** XML is read in the same way everywhere: workers have no `DOMParser`, which the library takes in browsers. */
const oneXmlParser: EsbuildPlugin = {
  name: "one-xml-parser",
  setup: (build) =>
    build.onResolve({ filter: /^\.\/xml-parser$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "xml-parser.js"),
    })),
};

/** Of the library's CBOR only the encoder is used (`src/cbor/decode-cbor.ts` says why), but both are one object. */
const noDecoder: EsbuildPlugin = {
  name: "no-decoder",
  setup: (build) => {
    build.onResolve({ filter: /^\.\/cbor-decode$/ }, ({ path }) => ({
      path,
      namespace: "no-decoder",
    }));
    build.onLoad({ filter: /.*/, namespace: "no-decoder" }, () => ({
      contents: "export let advanceDecodingEpoch, decode, setPayload;",
    }));
  },
};

/** A protocol of the library loads streams of events when it first needs them; none is used here. */
const noEventsOnNeed: EsbuildPlugin = {
  name: "no-events-on-need",
  setup: (build) =>
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

/** The modules that `src/shared.ts` makes one file of, beside `src`. */
const shared = new Set(
  [...readFileSync(join(source, "shared.ts"), "utf8").matchAll(/from "\.\/(.+)\.js"/g)].map(
    ([, module]) => module,
  ),
);

const besideSharedFile = (extension: string): EsbuildPlugin => ({
  name: "beside-shared-file",
  setup: (build) => {
    const beside = { path: `./shared${extension}`, external: true, sideEffects: false };
    build.onResolve({ filter: /^@tinsmith\/schema$/ }, () => beside);
    build.onResolve({ filter: /^\..*\.js$/ }, ({ path, resolveDir }) => {
      const module = relative(source, join(resolveDir, path)).slice(0, -".js".length);
      return shared.has(module) ? beside : undefined;
    });
  },
});

const besideAwsJson = (extension: string): EsbuildPlugin => ({
  name: "beside-aws-json",
  setup: (build) =>
    build.onResolve({ filter: /\/aws-json\/index\.js$/ }, () => ({
      path: `./aws-json${extension}`,
      external: true,
      sideEffects: false,
    })),
});

const protocols = "aws-json aws-query ec2-query rest-json rest-xml rpcv2-cbor rpcv2-json".split(
  " ",
);

// All entries lie side by side, so that each finds the shared file in the same place.
const entries: Record<string, string> = {
  index: "src/index.ts",
  defaults: "src/defaults/index.ts",
  "event-streams": "src/event-streams/index.ts",
  ...Object.fromEntries(
    protocols.flatMap((protocol) => [
      [protocol, `src/${protocol}/index.ts`],
      [`${protocol}-server`, `src/${protocol}/server.ts`],
    ]),
  ),
};

/** Built apart: it takes what it shares with `aws-json` from the file of that. */
const apart = { "simple-json": "src/simple-json/index.ts" };

const extensions = { esm: ".js", cjs: ".cjs" } as const;

const build = (
  entry: Record<string, string>,
  format: "esm" | "cjs",
  plugins: EsbuildPlugin[],
): Options => ({
  entry,
  format: [format],
  target: "es2022",
  // What runs in browsers runs in workers and in Node, too.
  platform: "browser",
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  // CommonJS is what the ES modules say once more: those are the ones to read.
  minify: format === "cjs",
  // The wire formats that are used are carried along: a hundredth of the packages they come from.
  noExternal: [/^@smithy\/core\//, /^@aws-sdk\/xml-builder$/],
  outExtension: () => ({ js: extensions[format] }),
  esbuildPlugins: [bundledLicenses, oneXmlParser, noDecoder, noEventsOnNeed, ...plugins],
});

handOnDeclarations(Object.keys({ ...entries, ...apart }));

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => [
    build({ shared: "src/shared.ts" }, format, []),
    build(entries, format, [besideSharedFile(extensions[format])]),
    build(apart, format, [besideAwsJson(extensions[format]), besideSharedFile(extensions[format])]),
  ]),
  { ...build({ ...entries, ...apart }, "cjs", []), dts: { only: true } },
]);
