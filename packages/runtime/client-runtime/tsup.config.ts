import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { compact, mustMatch, withoutLazyEventStreams } from "../../../tsup.plugins.js";
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

// The entries, by the name of their file in `dist`. `package.json` maps specifiers to them.

/** The public entry. It re-exports the classes of the contract's file; the rest is types. */
const publicEntry = { index: "src/entries/index.ts" };

/**
 * Loaded by every generated client. It is one file, because the number of files decides import
 * time.
 */
const contract = { "generated-v1": "src/entries/generated-v1/index.ts" };

/** The contract for Node. It shares functions with the credential chain. */
const contractOfNode = { "generated-v1": "src/node/contract.ts" };

/** Loaded by clients of services with batches. One file, for the same reason. */
const batch = { batch: "src/entries/generated-v1/batch.ts" };

/** Public entries that are the same on every platform. */
const plugins = {
  logging: "src/entries/logging.ts",
  plugins: "src/entries/plugins.ts",
  retries: "src/entries/retries.ts",
  telemetry: "src/entries/telemetry.ts",
};

/**
 * Parts of the contract that are the same on every platform and do not import the contract's file.
 */
const parts = {
  jmespath: "src/entries/generated-v1/jmespath.ts",
  "option-check": "src/entries/generated-v1/option-check.ts",
  pagination: "src/entries/generated-v1/pagination.ts",
  stubs: "src/entries/generated-v1/stubs.ts",
  waiters: "src/entries/generated-v1/waiters.ts",
};

/** The behavior of few services. Hardly any client loads it, so it is minified. */
const services = {
  "endpoint-discovery": "src/entries/generated-v1/endpoint-discovery.ts",
  services: "src/entries/generated-v1/services.ts",
};

/** Parts of the pipeline that only some services need, and that differ between platforms. */
const features = {
  checksums: "src/entries/generated-v1/checksums.ts",
  compression: "src/entries/generated-v1/compression.ts",
  "http-auth": "src/entries/generated-v1/http-auth.ts",
  sigv4a: "src/entries/generated-v1/sigv4a.ts",
  "streaming-blobs": "src/entries/generated-v1/streaming-blobs.ts",
};

/** Separate from the features, because only this entry bundles the library's event streams. */
const eventStreams = { "event-streams": "src/entries/generated-v1/event-streams.ts" };

/**
 * Separate from the portable entries, because it reads the shared configuration files, and only
 * Node has them.
 */
const monitoring = { monitoring: "src/entries/monitoring.ts" };

const declared = {
  ...publicEntry,
  ...contract,
  ...batch,
  ...plugins,
  ...parts,
  ...services,
  ...features,
  ...eventStreams,
  ...monitoring,
};

// Plugins. Each fails the build if its pattern matches nothing.

/**
 * Imports another built file instead of a module's source. That file is loaded lazily, or it must
 * be the only copy.
 */
function externalFile(filter: RegExp, file: string): EsbuildPlugin {
  return mustMatch({
    name: `external-${file}`,
    setup: (build) =>
      build.onResolve({ filter }, ({ kind }) =>
        kind === "entry-point"
          ? undefined
          : { path: `./${file}`, external: true, sideEffects: false },
      ),
  });
}

/**
 * Imports the contract's file. Error classes are compared by identity, so only one copy may exist.
 */
function externalContract(file: string): EsbuildPlugin {
  return externalFile(/\/generated-v1\/index\.js$/, file);
}

/** Loads a module lazily. Most calls do not need it. */
function lazily(name: string, format: Format): EsbuildPlugin {
  return externalFile(new RegExp(`/${name}\\.js$`), `${name}${extensions[format]}`);
}

/** Reuses the handler's file of the client for requests of the credential chain. */
function externalHandler(format: Format): EsbuildPlugin {
  return externalFile(/^@smithy\/node-http-handler$/, `node-http-handler${extensions[format]}`);
}

/** Reuses the functions for shared configuration files of the contract's file. */
function sharedConfig(format: Format): EsbuildPlugin {
  return externalFile(/^@smithy\/core\/config$/, `generated-v1${extensions[format]}`);
}

/**
 * Replaces the AWS SDK's clients of STS, IAM Identity Center and the sign-in service in the
 * credential chain with the clients of this package. That nearly halves a bundle for Node. A test
 * compares the calls with those of the SDK's clients.
 */
const ownCredentialServices: EsbuildPlugin = mustMatch({
  name: "own-credential-services",
  setup: (build) =>
    build.onResolve({ filter: /^@aws-sdk\/nested-clients\// }, ({ path }) => ({
      path: source(`node/credential-services/${path.slice(path.lastIndexOf("/") + 1)}.ts`),
      sideEffects: false,
    })),
});

/** Replaces a module for Node with the one for browsers. */
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

/** Removes local paths from the comments that name bundled modules. */
const shortNames: NonNullable<Options["plugins"]>[number] = {
  name: "short-names",
  renderChunk: (code) => ({ code: code.replaceAll(/^\/\/ .*node_modules\//gm, "// ") }),
};

/**
 * Loads modules lazily with `require` in CommonJS. Test runners that load CommonJS in a separate
 * context, such as jest, reject `import()` unless Node runs with a flag.
 */
const lazyRequire: NonNullable<Options["plugins"]>[number] = {
  name: "lazy-require",
  renderChunk(code) {
    if (this.format !== "cjs") return;
    return {
      code: code.replaceAll(/\bimport\(("[^"]+")\)/g, "Promise.resolve().then(()=>require($1))"),
    };
  },
};

// Builds.

/**
 * Options for code that is rarely read: files that consist mostly of dependencies, files for
 * bundlers, and CommonJS files, because they duplicate the ES modules.
 */
const minified: Options = { minify: true };

/**
 * The used parts of `@smithy/*` and `@aws-sdk/*` are bundled and tree-shaken, because the number of
 * files decides import time. Types come only from `@smithy/types`, so this package stays a
 * dependency.
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
    // Drops tables that the library creates at load time if nothing reads them.
    treeshake: { manualPureFunctions: ["Array.from", "Object.entries"] },
    splitting: true,
    removeNodeProtocol: false,
    noExternal: ["@tinsmith/smithy/endpoints", /^@smithy\/(?!core\/event-streams$)/, /^@aws-sdk\//],
    // Only protocols and user agents of the AWS SDK load these, and they are not bundled.
    external: ["@smithy/core/event-streams", "bowser"],
    outExtension: () => ({ js: extensions[format] }),
    plugins: [shortNames, lazyRequire],
    ...(format === "cjs" && minified),
    ...options,
    esbuildPlugins: [bundledLicenses, inlineSchemaReads, ...esbuildPlugins],
  };
}

/** Options for the only entry that bundles the library's event streams. */
const withEventStreams: Options = { noExternal: [/^@smithy\//, /^@aws-sdk\//], external: [] };

/** Bundles the declarations of the endpoint functions, like their code. */
const bundledTypes = {
  "@tinsmith/smithy/endpoints": [source("../../../../codegen/smithy/src/endpoints/index.ts")],
};

/**
 * Returns the builds of a module format, for Node and for entries that are the same on every
 * platform.
 */
function builds(format: Format): Options[] {
  return [
    build(publicEntry, format, {
      esbuildPlugins: [externalContract(`generated-v1${extensions[format]}`)],
    }),
    build(contractOfNode, format, {
      // One build of all declarations, so that entries share common ones.
      ...(format === "cjs" && {
        dts: { entry: declared, compilerOptions: { paths: bundledTypes } },
      }),
      esbuildPlugins: [
        lazily("node-http-handler", format),
        lazily("credential-chain", format),
        compact,
      ],
    }),
    // The platform `browser` ensures that these entries do not import Node's modules.
    build(batch, format, { platform: "browser", esbuildPlugins: [compact] }),
    // One build, because they share the code that reads schemas and checks options.
    build({ ...plugins, ...parts }, format, { platform: "browser", esbuildPlugins: [compact] }),
    build(services, format, { platform: "browser", ...minified }),
    build(monitoring, format, minified),
    build(features, format, {
      ...minified,
      esbuildPlugins: [lazily("token-chain", format)],
    }),
    build(eventStreams, format, {
      ...minified,
      ...withEventStreams,
      esbuildPlugins: [lazily("node-http2-handler", format), withoutLazyEventStreams],
    }),
    build({ "credential-chain": "src/node/credential-chain.ts" }, format, {
      ...minified,
      esbuildPlugins: [
        externalContract(`generated-v1${extensions[format]}`),
        sharedConfig(format),
        externalHandler(format),
        ownCredentialServices,
      ],
    }),
    build({ "token-chain": "src/node/token-chain.ts" }, format, {
      ...minified,
      esbuildPlugins: [
        externalContract(`generated-v1${extensions[format]}`),
        sharedConfig(format),
        ownCredentialServices,
      ],
    }),
    build({ "node-http-handler": "src/node/node-http-handler.ts" }, format, minified),
    build({ "node-http2-handler": "src/node/node-http2-handler.ts" }, format, minified),
  ];
}

/**
 * Returns a build for browsers and workers. Their bundlers accept ES modules, even for `require`.
 */
function browserBuild(entries: Record<string, string>, options: Options): Options {
  return build(
    Object.fromEntries(Object.entries(entries).map(([name, path]) => [`${name}.browser`, path])),
    "esm",
    { ...minified, platform: "browser", ...options },
  );
}

// Declarations are built once, for CommonJS. ES modules need separate files (`types` that end in
// `.cts` describe CommonJS), so each of those only re-exports its CommonJS counterpart.
reExportDeclarations(Object.keys(declared));

export default defineConfig([
  ...builds("esm"),
  ...builds("cjs"),
  browserBuild(publicEntry, { esbuildPlugins: [externalContract("generated-v1.browser.js")] }),
  browserBuild(contract, {
    esbuildPlugins: [forBrowsers("platform"), forBrowsers("api-platform"), forBrowsers("sha256")],
  }),
  browserBuild(features, {
    esbuildPlugins: [
      forBrowsers("default-token"),
      forBrowsers("streams"),
      forBrowsers("p256-signer"),
    ],
  }),
  browserBuild(eventStreams, {
    ...withEventStreams,
    esbuildPlugins: [forBrowsers("http2"), forBrowsers("streams"), withoutLazyEventStreams],
  }),
]);
