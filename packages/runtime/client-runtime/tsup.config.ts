import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { mustMatch, withoutLazyEventStreams } from "../../../tsup.plugins.js";
import type { EsbuildPlugin } from "../../../tsup.plugins.js";
import { reExportDeclarations } from "../../../tsup.shared.js";

type Format = "esm" | "cjs";

const { version }: { version: string } = JSON.parse(
  readFileSync(new URL("package.json", import.meta.url), "utf8"),
);
const extensions = { esm: ".js", cjs: ".cjs" } as const;

function source(path: string): string {
  return fileURLToPath(new URL(`src/${path}`, import.meta.url));
}

// The entries, by the name of their file in `dist`. `package.json` gives them their specifiers.

/** The entry of people. It hands on the classes of the contract's file and has only types beside. */
const people = { index: "src/entries/index.ts" };

/** What every generated client loads: one file, because the number of files decides import time. */
const contract = { "generated-v1": "src/entries/generated-v1/index.ts" };

/** Loaded with each client whose service has batches: one file, for the same reason. */
const batch = { batch: "src/entries/generated-v1/batch.ts" };

/** People's entries that are the same on every platform. */
const plugins = {
  logging: "src/entries/logging.ts",
  plugins: "src/entries/plugins.ts",
  retries: "src/entries/retries.ts",
  telemetry: "src/entries/telemetry.ts",
};

/** Parts of the contract that are the same on every platform, and need nothing of its file. */
const parts = {
  "endpoint-discovery": "src/entries/generated-v1/endpoint-discovery.ts",
  jmespath: "src/entries/generated-v1/jmespath.ts",
  "option-check": "src/entries/generated-v1/option-check.ts",
  pagination: "src/entries/generated-v1/pagination.ts",
  services: "src/entries/generated-v1/services.ts",
  stubs: "src/entries/generated-v1/stubs.ts",
  waiters: "src/entries/generated-v1/waiters.ts",
};

/** Parts of the pipeline that only some services need, and that differ between platforms. */
const features = {
  checksums: "src/entries/generated-v1/checksums.ts",
  compression: "src/entries/generated-v1/compression.ts",
  "http-auth": "src/entries/generated-v1/http-auth.ts",
  sigv4a: "src/entries/generated-v1/sigv4a.ts",
  "streaming-blobs": "src/entries/generated-v1/streaming-blobs.ts",
};

/** Apart from the features, because only this one carries the library's streams of events. */
const eventStreams = { "event-streams": "src/entries/generated-v1/event-streams.ts" };

/** Apart from the portable entries, because it reads the shared files, which only Node has. */
const monitoring = { monitoring: "src/entries/monitoring.ts" };

const declared = {
  ...people,
  ...contract,
  ...batch,
  ...plugins,
  ...parts,
  ...features,
  ...eventStreams,
  ...monitoring,
};

// Plugins. Each fails the build when its pattern matches nothing in it.

/**
 * Imports another built file in the place of a module's source. That file is loaded when it is first
 * needed, or is there already and has to stay the only copy.
 */
function apart(filter: RegExp, file: string): EsbuildPlugin {
  return mustMatch({
    name: `apart-${file}`,
    setup: (build) =>
      build.onResolve({ filter }, ({ kind }) =>
        kind === "entry-point"
          ? undefined
          : { path: `./${file}`, external: true, sideEffects: false },
      ),
  });
}

/** The contract's file: classes of errors are compared by identity, so there must be one copy. */
function contractApart(file: string): EsbuildPlugin {
  return apart(/\/generated-v1\/index\.js$/, file);
}

/** A module that is loaded on first need: what most calls never load. */
function onNeed(name: string, format: Format): EsbuildPlugin {
  return apart(new RegExp(`/${name}\\.js$`), `${name}${extensions[format]}`);
}

/** The credential chain sends with the handler that clients already have a file for. */
function libraryHandlerApart(format: Format): EsbuildPlugin {
  return apart(/^@smithy\/node-http-handler$/, `node-http-handler${extensions[format]}`);
}

/**
 * Gives the AWS SDK's credential chain our calls of STS, IAM Identity Center and the sign-in service
 * in the place of the SDK's clients. That nearly halves a bundle for Node; a test compares the calls
 * with those of the SDK's clients.
 */
const ownCredentialServices: EsbuildPlugin = mustMatch({
  name: "own-credential-services",
  setup: (build) =>
    build.onResolve({ filter: /^@aws-sdk\/nested-clients\// }, ({ path }) => ({
      path: source(`node/credential-services/${path.slice(path.lastIndexOf("/") + 1)}.ts`),
      sideEffects: false,
    })),
});

/** Puts a module for browsers in the place of Node's. */
function forBrowsers(name: string): EsbuildPlugin {
  return mustMatch({
    name: `for-browsers-${name}`,
    setup: (build) =>
      build.onResolve({ filter: new RegExp(`/node/${name}\\.js$`) }, () => ({
        path: source(`browser/${name}.ts`),
        sideEffects: false,
      })),
  });
}

/** Shortens the comments that name bundled modules: paths of the machine that built them are noise. */
const shortNames: NonNullable<Options["plugins"]>[number] = {
  name: "short-names",
  renderChunk: (code) => ({ code: code.replaceAll(/^\/\/ .*node_modules\//gm, "// ") }),
};

// Builds.

/**
 * Code that nobody comes here to read: mostly that of others, files that only bundlers look at, and
 * CommonJS, which repeats the ES modules.
 */
const unread: Options = { minify: true };

/** Code that generated clients load: small to install, with names for stack traces. */
const compact: Options = {
  esbuildOptions: (options) => {
    options.minifyWhitespace = true;
    options.minifySyntax = true;
  },
};

/**
 * The used parts of `@smithy/*` and `@aws-sdk/*` are bundled and tree-shaken, because the number of
 * files decides import time. Types come from `@smithy/types` alone, which stays a dependency.
 */
function build(
  entry: Record<string, string>,
  format: Format,
  { esbuildPlugins = [], ...options }: Options = {},
): Options {
  return {
    entry,
    format: [format],
    define: { RUNTIME_VERSION: JSON.stringify(version) },
    target: "es2022",
    platform: "node",
    // Tables of the library, which it makes when it is loaded, go where nothing reads them.
    treeshake: { manualPureFunctions: ["Array.from"] },
    splitting: true,
    removeNodeProtocol: false,
    noExternal: ["@tinsmith/smithy/endpoints", /^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
    // Protocols and user agents of the AWS SDK load these. Nothing that is bundled here does.
    external: ["@smithy/core/event-streams", "bowser"],
    outExtension: () => ({ js: extensions[format] }),
    plugins: [shortNames],
    ...(format === "cjs" && unread),
    ...options,
    esbuildPlugins: [bundledLicenses, inlineSchemaReads, ...esbuildPlugins],
  };
}

/** The one entry that bundles the library's streams of events as well. */
const withEventStreams: Options = { noExternal: [/^@smithy\//, /^@aws-sdk\//], external: [] };

/** The declarations of the endpoint functions are bundled as their code is. */
const bundledTypes = {
  "@tinsmith/smithy/endpoints": [source("../../../../codegen/smithy/src/endpoints/index.ts")],
};

/** The builds of one module format, for Node and for platforms that do not matter. */
function builds(format: Format): Options[] {
  return [
    build(people, format, { esbuildPlugins: [contractApart(`generated-v1${extensions[format]}`)] }),
    build(contract, format, {
      ...(format === "esm" && compact),
      // The declarations of all entries come from here, so that they share what they have in common.
      ...(format === "cjs" && {
        dts: { entry: declared, compilerOptions: { paths: bundledTypes } },
      }),
      esbuildPlugins: [onNeed("node-http-handler", format), onNeed("credential-chain", format)],
    }),
    // The platform of browsers makes sure that nothing of Node is in them.
    build(batch, format, { platform: "browser", ...compact }),
    // Together, because they share what reads schemas and checks options.
    build({ ...plugins, ...parts }, format, { platform: "browser", ...compact }),
    build(monitoring, format, unread),
    build(features, format, {
      ...unread,
      esbuildPlugins: [onNeed("signature-v4a", format), onNeed("token-chain", format)],
    }),
    build(eventStreams, format, {
      ...unread,
      ...withEventStreams,
      esbuildPlugins: [onNeed("node-http2-handler", format), withoutLazyEventStreams],
    }),
    build({ "credential-chain": "src/node/credential-chain.ts" }, format, {
      ...unread,
      esbuildPlugins: [
        contractApart(`generated-v1${extensions[format]}`),
        libraryHandlerApart(format),
        ownCredentialServices,
      ],
    }),
    build({ "token-chain": "src/node/token-chain.ts" }, format, {
      ...unread,
      esbuildPlugins: [contractApart(`generated-v1${extensions[format]}`), ownCredentialServices],
    }),
    build({ "node-http-handler": "src/node/node-http-handler.ts" }, format, unread),
    build({ "node-http2-handler": "src/node/node-http2-handler.ts" }, format, unread),
    build({ "signature-v4a": "src/auth/signature-v4a.ts" }, format, {
      ...unread,
      platform: "browser",
    }),
  ];
}

/** A build for browsers and workers. Their bundlers take ES modules, even for `require`. */
function browserBuild(entries: Record<string, string>, options: Options): Options {
  return build(
    Object.fromEntries(Object.entries(entries).map(([name, path]) => [`${name}.browser`, path])),
    "esm",
    { ...unread, platform: "browser", ...options },
  );
}

// Declarations are built once, for CommonJS. Those for ES modules have to be files of their own
// (`types` that end in `.cts` describe CommonJS), so each only hands on the other.
reExportDeclarations(Object.keys(declared));

export default defineConfig([
  ...builds("esm"),
  ...builds("cjs"),
  browserBuild(people, { esbuildPlugins: [contractApart("generated-v1.browser.js")] }),
  browserBuild(contract, { esbuildPlugins: [forBrowsers("platform")] }),
  browserBuild(features, {
    esbuildPlugins: [
      forBrowsers("default-token"),
      forBrowsers("streams"),
      onNeed("signature-v4a", "esm"),
    ],
  }),
  browserBuild(eventStreams, {
    ...withEventStreams,
    esbuildPlugins: [forBrowsers("http2"), forBrowsers("streams"), withoutLazyEventStreams],
  }),
]);
