import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { handOnDeclarations } from "../../../tsup.shared.js";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
);

type EsbuildPlugin = NonNullable<Options["esbuildPlugins"]>[number];

type Plugin = NonNullable<Options["plugins"]>[number];

/** Names what is carried along by its package, not by where it lay. */
const shortNames: Plugin = {
  name: "short-names",
  renderChunk: (code) => ({ code: code.replaceAll(/^\/\/ .*node_modules\//gm, "// ") }),
};

/** Leaves a file of this build out of another: it is loaded when it is first needed, or is there already. */
const apart = (filter: RegExp, name: string, format: "esm" | "cjs"): EsbuildPlugin => ({
  name: `apart-${name}`,
  setup: (build) =>
    build.onResolve({ filter }, ({ kind }) =>
      kind === "entry-point"
        ? undefined
        : { path: `./${name}${extensions[format]}`, external: true, sideEffects: false },
    ),
});

/** The AWS SDK's credential chain calls its services through this runtime, and not through the SDK's own. */
const credentialServices: EsbuildPlugin = {
  name: "credential-services",
  setup: (build) =>
    build.onResolve({ filter: /^@aws-sdk\/nested-clients\// }, ({ path }) => ({
      path: source(`node/credential-services/${path.slice(path.lastIndexOf("/") + 1)}.ts`),
      sideEffects: false,
    })),
};

/** Browsers get modules of their own in the place of Node's. */
const forBrowsers: EsbuildPlugin = {
  name: "for-browsers",
  setup: (build) =>
    build.onResolve(
      { filter: /\/node\/(?:default-token|http2|platform|streams)\.js$/ },
      ({ path }) => ({
        path: source(`browser/${path.slice(path.lastIndexOf("/") + 1, -".js".length)}.ts`),
        sideEffects: false,
      }),
    ),
};

/**
 * The parts of `@smithy/*` and `@aws-sdk/*` that are used are carried along, tree-shaken: that decides how long an
 * import takes. Types come from `@smithy/types` alone, which stays a dependency. What is loaded on first need is built
 * apart: chunks that builds had in common would be loaded with the rest.
 */
const build = (
  entry: Record<string, string>,
  format: "esm" | "cjs",
  options: Options = {},
): Options => ({
  entry,
  format: [format],
  define: { RUNTIME_VERSION: JSON.stringify(version) },
  target: "es2022",
  platform: "node",
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  noExternal: ["@tinsmith/smithy/endpoints", /^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
  // Nothing that is carried along loads these: they belong to protocols and user agents of the AWS SDK.
  external: ["@smithy/core/event-streams", "bowser"],
  outExtension: () => ({ js: extensions[format] }),
  plugins: [shortNames],
  ...(format === "cjs" && unread),
  ...options,
  esbuildPlugins: [bundledLicenses, inlineSchemaReads, ...(options.esbuildPlugins ?? [])],
});

/** Loaded with each client whose service has batches: one file, whatever others have in common with it. */
const batch = { batch: "src/batch/index.ts" };

/**
 * What clients can do beyond calls, and features that are the same everywhere: entries that cost nothing where they are
 * not imported.
 */
const extras = {
  "endpoint-discovery": "src/endpoint-discovery.ts",
  jmespath: "src/jmespath/index.ts",
  logging: "src/logging/index.ts",
  pagination: "src/pagination/index.ts",
  plugins: "src/plugins/index.ts",
  retries: "src/retries/index.ts",
  services: "src/services/index.ts",
  stubs: "src/stubs/index.ts",
  telemetry: "src/telemetry/index.ts",
  waiters: "src/waiters/index.ts",
};

/** What only some services need: the generated client imports it where its model asks. */
const features = {
  checksums: "src/checksums.ts",
  compression: "src/compression.ts",
  "http-auth": "src/http-auth.ts",
  sigv4a: "src/sigv4a.ts",
  "streaming-blobs": "src/streaming-blobs.ts",
};

/** Streams of events are what this one is about. */
const events = { "event-streams": "src/event-streams.ts" };
const carryingEvents: Options = { noExternal: [/^@smithy\//, /^@aws-sdk\//], external: [] };

/**
 * A protocol of the library loads streams of events when it first needs them. Here it never does, and all that they
 * are would have to stay for it.
 */
const noEventsOnNeed: EsbuildPlugin = {
  name: "no-events-on-need",
  setup: (build) =>
    build.onResolve({ filter: /^@smithy\/core\/event-streams$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    ),
};

/**
 * What nobody comes here to read: what is nearly all others' code, and CommonJS, which is what the ES modules say once
 * more. Files that only bundlers look at are small, too.
 */
const unread: Options = { minify: true };

const extensions = { esm: ".js", cjs: ".cjs" } as const;
const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

/** Its declarations are carried along as its code is: it is not published. */
const carriedTypes = {
  "@tinsmith/smithy/endpoints": [source("../../../../codegen/smithy/src/endpoints/index.ts")],
};

/** What only Node can do. Most of it is what reads the shared files. */
const forNode = { monitoring: "src/monitoring/index.ts" };

const declared = { index: "src/index.ts", ...batch, ...extras, ...forNode, ...features, ...events };

handOnDeclarations(Object.keys(declared));

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => {
    // The services of the chain alone import it.
    const index = apart(/^\.\.\/\.\.\/index\.js$/, "index", format);
    const handler = apart(
      /\/node-http-handler\.js$|^@smithy\/node-http-handler$/,
      "node-http-handler",
      format,
    );
    const lazy = [
      handler,
      ...["credential-chain", "node-http2-handler", "signature-v4a", "token-chain"].map((name) =>
        apart(new RegExp(`/${name}\\.js$`), name, format),
      ),
    ];
    return [
      build({ index: "src/index.ts" }, format, {
        ...(format === "cjs" && {
          dts: { entry: declared, compilerOptions: { paths: carriedTypes } },
        }),
        esbuildPlugins: lazy,
      }),
      // They are the same everywhere, so nothing of Node may be in them.
      build(batch, format, { platform: "browser" }),
      build(extras, format, { platform: "browser" }),
      ...Object.entries(forNode).map(([name, path]) => build({ [name]: path }, format, unread)),
      build(features, format, { ...unread, esbuildPlugins: [...lazy, noEventsOnNeed] }),
      build(events, format, {
        ...unread,
        ...carryingEvents,
        esbuildPlugins: [...lazy, noEventsOnNeed],
      }),
      build({ "credential-chain": "src/node/credential-chain.ts" }, format, {
        ...unread,
        esbuildPlugins: [index, handler, credentialServices],
      }),
      build({ "token-chain": "src/node/token-chain.ts" }, format, {
        ...unread,
        esbuildPlugins: [index, handler, credentialServices],
      }),
      build({ "node-http-handler": "src/node/node-http-handler.ts" }, format, unread),
      build({ "node-http2-handler": "src/node/node-http2-handler.ts" }, format, unread),
      build({ "signature-v4a": "src/auth/signature-v4a.ts" }, format, {
        ...unread,
        platform: "browser",
      }),
    ];
  }),
  // Bundlers take ES modules, whoever asks.
  ...[
    { entries: { index: "src/index.ts" }, options: {} },
    { entries: features, options: {} },
    { entries: events, options: carryingEvents },
  ].map(({ entries, options }) =>
    build(
      Object.fromEntries(Object.entries(entries).map(([name, path]) => [`${name}.browser`, path])),
      "esm",
      {
        ...unread,
        ...options,
        platform: "browser",
        esbuildPlugins: [
          forBrowsers,
          apart(/\/signature-v4a\.js$/, "signature-v4a", "esm"),
          noEventsOnNeed,
        ],
      },
    ),
  ),
]);
