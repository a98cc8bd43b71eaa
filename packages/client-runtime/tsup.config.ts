import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { bundledLicenses } from "./bundled-licenses.js";

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

/** Browsers get their platform in the place of Node's. */
const browserPlatform: EsbuildPlugin = {
  name: "browser-platform",
  setup: (build) =>
    build.onResolve({ filter: /\/node\/platform\.js$/ }, () => ({
      path: source("browser/platform.ts"),
      sideEffects: false,
    })),
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
  noExternal: [/^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
  // Nothing that is carried along loads these: they belong to protocols and user agents of the AWS SDK.
  external: ["@smithy/core/event-streams", "bowser"],
  outExtension: () => ({ js: extensions[format] }),
  plugins: [shortNames],
  ...options,
  esbuildPlugins: [bundledLicenses, ...(options.esbuildPlugins ?? [])],
});

/** What clients can do beyond calls: entries that cost nothing where they are not imported, each a file of its own. */
const extras = {
  batch: "src/batch/index.ts",
  jmespath: "src/jmespath/index.ts",
  logging: "src/logging/index.ts",
  pagination: "src/pagination/index.ts",
  plugins: "src/plugins/index.ts",
  stubs: "src/stubs/index.ts",
  telemetry: "src/telemetry/index.ts",
  waiters: "src/waiters/index.ts",
};

const extensions = { esm: ".js", cjs: ".cjs" } as const;
<<<<<<< HEAD
const source = (path: string): string => fileURLToPath(new URL(`src/${path}`, import.meta.url));

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => {
    // The services of the chain alone import it.
    const index = apart(/^\.\.\/\.\.\/index\.js$/, "index", format);
    const chain = apart(/\/credential-chain\.js$/, "credential-chain", format);
    const handler = apart(
      /\/node-http-handler\.js$|^@smithy\/node-http-handler$/,
      "node-http-handler",
      format,
    );
    return [
      build({ index: "src/index.ts" }, format, {
        dts: { entry: { index: "src/index.ts", ...extras } },
        esbuildPlugins: [chain, handler],
      }),
      // They are the same everywhere, so nothing of Node may be in them.
      ...Object.entries(extras).map(([name, path]) =>
        build({ [name]: path }, format, { platform: "browser" }),
      ),
      build({ "credential-chain": "src/node/credential-chain.ts" }, format, {
        esbuildPlugins: [index, handler, credentialServices],
      }),
      build({ "node-http-handler": "src/node/node-http-handler.ts" }, format),
    ];
  }),
  // Bundlers take ES modules, whoever asks.
  build({ "index.browser": "src/index.ts" }, "esm", {
    platform: "browser",
    esbuildPlugins: [browserPlatform],
  }),
=======

/** Entries of the package. All but the first are for services that ask for them. */
const entries = ["index", "checksums", "compression", "event-streams", "http-auth", "sigv4a"];

/** Streams of events are what one entry is about. */
const carried = (name: string): Options =>
  name === "event-streams" ? { noExternal: [/^@smithy\//, /^@aws-sdk\//], external: [] } : {};

/** Files that are loaded when they are first needed, and what they are made of. */
const lazyFiles = {
  "credential-chain": "src/node/credential-chain.ts",
  "node-http-handler": "src/node/node-http-handler.ts",
  "node-http2-handler": "src/node/node-http2-handler.ts",
  "signature-v4a": "src/auth/signature-v4a.ts",
  "token-chain": "src/node/token-chain.ts",
};

const keepLazy = (format: "esm" | "cjs"): EsbuildPlugin[] =>
  Object.keys(lazyFiles).map((name) =>
    redirect(new RegExp(`^\\./${name}\\.js$`), {
      path: `./${name}${extensions[format]}`,
      external: true,
    }),
  );

/** Modules of Node that have a counterpart of the same name for browsers. */
const forBrowsers = ["default-token", "http2", "platform", "streams"].map((name) =>
  redirect(new RegExp(`/node/${name}\\.js$`), {
    path: fileURLToPath(new URL(`src/browser/${name}.ts`, import.meta.url)),
  }),
);

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => [
    ...entries.flatMap((name) => [
      build({ [name]: `src/${name}.ts` }, format, {
        ...carried(name),
        esbuildPlugins: keepLazy(format),
      }),
      build({ [`${name}.browser`]: `src/${name}.ts` }, format, {
        ...carried(name),
        platform: "browser",
        esbuildPlugins: [...keepLazy(format), ...forBrowsers],
      }),
    ]),
    // They are the same everywhere, so nothing of Node may be in them.
    ...Object.entries(extras).map(([name, path]) =>
      build({ [name]: path }, format, { platform: "browser" }),
    ),
    ...Object.entries(lazyFiles).map(([name, path]) => build({ [name]: path }, format)),
  ]),
  {
    entry: { ...Object.fromEntries(entries.map((name) => [name, `src/${name}.ts`])), ...extras },
    format: ["esm", "cjs"],
    dts: { only: true },
  },
>>>>>>> 6ec4c4c (Give the client's runtime every auth scheme, checksums, compression and signed event streams)
]);
