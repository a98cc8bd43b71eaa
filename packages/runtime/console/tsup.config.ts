import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { defineConfig } from "tsup";
import { inlineSchemaReads } from "../../../tsup.inline-schema.js";
import { bundledLicenses } from "../../../tsup.licenses.js";
import { mustMatch } from "../../../tsup.plugins.js";

const own = (name: string): string =>
  fileURLToPath(new URL(`src/node/${name}.ts`, import.meta.url));

/** The modules of Node that the server uses in a page. */
const used = new Set(["crypto", "util"]);

/** Replaces modules that a page does not have or does not need. */
const forPages = mustMatch({
  name: "for-pages",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^node:/ }, ({ path }) => {
      const name = path.slice("node:".length);
      return used.has(name) ? { path: own(name) } : { path, namespace: "absent" };
    });
    onResolve({ filter: /^re2js$/ }, () => ({ path: own("re2js") }));
    // The control API, recordings, and the verification of signatures are not needed.
    onResolve({ filter: /^\.\/[\w-]+\.js$/ }, ({ kind, path, importer }) =>
      kind === "dynamic-import" && importer.includes("server-runtime")
        ? { path, namespace: "absent" }
        : undefined,
    );
    // The server in a page has no address.
    onLoad({ filter: /^node:net$/, namespace: "absent" }, () => ({
      contents: "module.exports = { isIP: () => 0 };",
    }));
    onLoad({ filter: /(?:)/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
});

export default defineConfig({
  entry: { console: "src/console.ts" },
  format: ["iife"],
  target: "es2022",
  platform: "browser",
  minify: true,
  clean: true,
  splitting: false,
  noExternal: [/(?:)/],
  removeNodeProtocol: false,
  esbuildPlugins: [forPages, inlineSchemaReads, bundledLicenses],
  esbuildOptions(options) {
    options.inject = [own("buffer")];
    options.charset = "utf8";
    options.legalComments = "none";
    // Suppresses the warning about bare imports of entries without side effects.
    options.logOverride = { "ignored-bare-import": "silent" };
  },
  outExtension: () => ({ js: ".js" }),
  onSuccess: () => cp("src/console.css", "dist/console.css"),
});
