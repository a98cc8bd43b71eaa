import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import type { Options } from "tsup";
import ts from "typescript";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { mustMatch, withoutLazyEventStreams } from "../../../tsup.plugins.js";
import type { EsbuildPlugin } from "../../../tsup.plugins.js";
import { reExportDeclarations } from "../../../tsup.shared.js";

const source = fileURLToPath(new URL("src", import.meta.url));

/**
 * Reads XML in the same way everywhere: workers have no `DOMParser`, which `@aws-sdk/xml-builder`
 * takes in browsers.
 */
const oneXmlParser = mustMatch({
  name: "one-xml-parser",
  setup: (build) =>
    build.onResolve({ filter: /^\.\/xml-parser$/ }, ({ resolveDir }) => ({
      path: join(resolveDir, "xml-parser.js"),
    })),
});

/**
 * Leaves the CBOR decoder of `@smithy/core` out, which is one object with the encoder. Only that is
 * used: `src/cbor/decode-cbor.ts` says why.
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

/** The names that `src/shared.ts` hands on, by module. */
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
    throw new Error(`src/shared.ts must name what it exports of "${moduleSpecifier.text}".`);
  }
  shared.set(
    moduleSpecifier.text,
    exportClause.elements.map(({ name }) => name.text),
  );
}

/** Takes what `src/shared.ts` hands on from its file, and fails where something is not in there. */
function besideSharedFile(extension: string): EsbuildPlugin {
  const path = `./shared${extension}`;
  const names = new Set([...shared.values()].flat());
  return mustMatch({
    name: "beside-shared-file",
    setup(build) {
      build.onResolve({ filter: /^\..*\.js$|^@tinsmith\/schema$/ }, (args) => {
        const module = args.path.startsWith(".")
          ? `./${relative(source, join(args.resolveDir, args.path))}`
          : args.path;
        return shared.has(module) ? { path, external: true, sideEffects: false } : undefined;
      });
      build.onEnd(({ outputFiles = [] }) => ({
        errors: outputFiles
          .flatMap((file) => importsFrom(path, file.text))
          .filter((name) => !names.has(name))
          .map((name) => ({ text: `"${name}" is used by an entry and missing in src/shared.ts.` })),
      }));
    },
  });
}

/** The names that a built file imports from another. */
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

/** Takes awsJson from its own file. */
function besideAwsJson(extension: string): EsbuildPlugin {
  return mustMatch({
    name: "beside-aws-json",
    setup: (build) =>
      build.onResolve({ filter: /\/aws-json-client\.js$/ }, () => ({
        path: `./aws-json${extension}`,
        external: true,
        sideEffects: false,
      })),
  });
}

const protocols = "aws-json aws-query ec2-query rest-json rest-xml rpcv2-cbor rpcv2-json".split(
  " ",
);

/** What authors of protocols build theirs of. */
const authoring = "json json-server rest rest-server rpc rpc-server schema".split(" ");

// All entries lie side by side, so that each finds the shared file in the same place.
const entries: Record<string, string> = {
  index: "src/index.ts",
  defaults: "src/defaults/defaults-entry.ts",
  "event-streams": "src/event-streams/event-streams-entry.ts",
  "generated-v1": "src/generated-v1.ts",
  ...Object.fromEntries(authoring.map((entry) => [entry, `src/authoring/${entry}.ts`])),
  ...Object.fromEntries(
    protocols.flatMap((protocol) => [
      [protocol, `src/${protocol}/${protocol}-client.ts`],
      [`${protocol}-server`, `src/${protocol}/${protocol}-server.ts`],
    ]),
  ),
};

/** Built apart: it takes what it shares with `aws-json` from the file of that. */
const apart = { "simple-json": "src/simple-json/simple-json-client.ts" };

/** For builds with the protocols whose wire formats come from packages. */
const wireFormats = [oneXmlParser, noDecoder, withoutLazyEventStreams];

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
  esbuildPlugins: [bundledLicenses, inlineSchemaReads, ...plugins],
});

reExportDeclarations(Object.keys({ ...entries, ...apart }));

export default defineConfig([
  ...(["esm", "cjs"] as const).flatMap((format) => [
    build({ shared: "src/shared.ts" }, format, []),
    build(entries, format, [...wireFormats, besideSharedFile(extensions[format])]),
    build(apart, format, [besideAwsJson(extensions[format]), besideSharedFile(extensions[format])]),
  ]),
  {
    ...build({ ...entries, ...apart }, "cjs", []),
    dts: {
      only: true,
      // Declarations of packages that are not published are part of these.
      compilerOptions: {
        paths: {
          "@tinsmith/schema": [join(source, "../../schema/src/index.ts")],
          "@tinsmith/values": [join(source, "../../values/src/index.ts")],
        },
      },
    },
  },
]);
