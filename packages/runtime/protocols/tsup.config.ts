import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import ts from "typescript";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { compact, mustMatch, withoutLazyEventStreams } from "../../../tsup.plugins.js";
import type { EsbuildPlugin } from "../../../tsup.plugins.js";
import { reExportDeclarations } from "../../../tsup.shared.js";

const source = fileURLToPath(new URL("src", import.meta.url));

/**
 * Uses the same XML parser on all platforms. In browsers, `@aws-sdk/xml-builder` would use
 * `DOMParser`, but workers do not have it.
 */
const oneXmlParser = mustMatch({
  name: "one-xml-parser",
  setup: (build) =>
    build.onResolve({ filter: /^\.\/xml-parser$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "xml-parser.js"),
    })),
});

/**
 * Removes the CBOR decoder of `@smithy/core`. The decoder and the encoder are in the same object.
 * Only the encoder is used: `src/cbor/decode-cbor.ts` explains why.
 */
const noDecoder = mustMatch({
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
});

/** The names that `src/shared.ts` re-exports, by module. */
const shared = new Map<string, readonly string[]>();
const sharedFile = join(source, "shared.ts");
for (const statement of ts.createSourceFile(
  sharedFile,
  readFileSync(sharedFile, "utf8"),
  ts.ScriptTarget.ES2022,
).statements) {
  if (!ts.isExportDeclaration(statement)) continue;
  const { exportClause, moduleSpecifier } = statement;
  if (!moduleSpecifier || !ts.isStringLiteral(moduleSpecifier)) continue;
  if (!exportClause || !ts.isNamedExports(exportClause)) {
    throw new Error(
      `src/shared.ts must re-export names from "${moduleSpecifier.text}", not \`*\`.`,
    );
  }
  shared.set(
    moduleSpecifier.text,
    exportClause.elements.map(({ name }) => name.text),
  );
}

/**
 * Imports the re-exports of `src/shared.ts` from its built file. Fails for names that the file
 * lacks.
 */
function useSharedFile(extension: string): EsbuildPlugin {
  const path = `./index${extension}`;
  const names = new Set([...shared.values()].flat());
  return mustMatch({
    name: "use-shared-file",
    setup(build) {
      build.onResolve({ filter: /^\..*\.js$|^@tinsmith\/(?:schema|values)$/ }, (args) => {
        const module = args.path.startsWith(".")
          ? `./${relative(source, join(args.resolveDir, args.path))}`
          : args.path;
        return shared.has(module) ? { path, external: true, sideEffects: false } : undefined;
      });
      build.onEnd(({ outputFiles = [] }) => ({
        errors: outputFiles
          .flatMap((file) => importsFrom(path, file.text))
          .filter((name) => !names.has(name))
          .map((name) => ({
            text: `An entry uses "${name}", but src/shared.ts does not export it.`,
          })),
      }));
    },
  });
}

/** The names that a built file imports from a path. */
function importsFrom(path: string, text: string): readonly string[] {
  return ts
    .createSourceFile("built.js", text, ts.ScriptTarget.ES2022)
    .statements.filter(ts.isImportDeclaration)
    .filter(
      ({ moduleSpecifier }) => ts.isStringLiteral(moduleSpecifier) && moduleSpecifier.text === path,
    )
    .flatMap(({ importClause }) => {
      const bindings = importClause?.namedBindings;
      return bindings && ts.isNamedImports(bindings)
        ? bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
        : [];
    });
}

const protocols = "aws-json aws-query ec2-query rest-json rest-xml rpcv2-cbor rpcv2-json".split(
  " ",
);

/** Entries for authors of other protocols. */
const authoring = "json json-server rest rest-server rpc rpc-server schema".split(" ");

// All entries are in one folder, so that the relative path of the shared file is always the same.
const entries: Record<string, string> = {
  defaults: "src/defaults/defaults-entry.ts",
  "event-streams": "src/event-streams/event-streams-entry.ts",
  "generated-v1": "src/generated-v1.ts",
  parts: "src/parts-entry.ts",
  "simple-json": "src/simple-json/simple-json-client.ts",
  ...Object.fromEntries(authoring.map((entry) => [entry, `src/authoring/${entry}.ts`])),
  ...Object.fromEntries(
    protocols.flatMap((protocol) => [
      [protocol, `src/${protocol}/${protocol}-client.ts`],
      [`${protocol}-server`, `src/${protocol}/${protocol}-server.ts`],
    ]),
  ),
  "aws-json": "src/aws-json/aws-json-entry.ts",
};

/** Plugins for builds with protocols whose wire formats come from other packages. */
const wireFormatPlugins = [oneXmlParser, noDecoder, withoutLazyEventStreams];

/**
 * Uses the classes for UTF-8 of Node in CommonJS if they are not globals, because the `jsdom` of
 * jest hides them.
 */
const textClasses: NonNullable<Options["plugins"]>[number] = {
  name: "text-classes",
  renderChunk(code) {
    if (this.format !== "cjs" || !/\bnew Text(?:De|En)coder\b/.test(code)) return;
    const classes = 'globalThis.TextEncoder?globalThis:require("node:util")';
    return { code: `const{TextDecoder,TextEncoder}=${classes};${code}` };
  },
};

const extensions = { esm: ".js", cjs: ".cjs" } as const;

const build = (
  entry: Record<string, string>,
  format: "esm" | "cjs",
  plugins: EsbuildPlugin[],
): Options => ({
  entry,
  format: [format],
  target: "es2022",
  // Code for browsers also runs in workers and in Node.
  platform: "browser",
  treeshake: true,
  splitting: true,
  removeNodeProtocol: false,
  // The CommonJS files are minified, because they duplicate the ES modules. The ES modules keep
  // names for stack traces.
  minify: format === "cjs",
  // The used code of these packages is bundled: it is about 1 % of their size.
  noExternal: [/^@smithy\/core\//, /^@aws-sdk\/xml-builder$/],
  outExtension: () => ({ js: extensions[format] }),
  plugins: [textClasses],
  esbuildPlugins: [
    bundledLicenses,
    inlineSchemaReads,
    ...plugins,
    ...(format === "esm" ? [compact] : []),
  ],
});

/** The entries with declarations. The code of the main entry is that of the shared file. */
const declared = { index: "src/index.ts", ...entries };

reExportDeclarations(Object.keys(declared));

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => [
    build({ index: "src/shared.ts" }, format, []),
    build(entries, format, [...wireFormatPlugins, useSharedFile(extensions[format])]),
  ]),
  {
    ...build(declared, "cjs", []),
    dts: {
      only: true,
      // The declarations include declarations of packages that are not published.
      compilerOptions: {
        paths: {
          "@tinsmith/schema": [join(source, "../../schema/src/index.ts")],
          "@tinsmith/values": [join(source, "../../values/src/index.ts")],
        },
      },
    },
  },
]);
