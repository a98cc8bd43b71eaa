import type { UnrecordedCall } from "@tinsmith/service";
import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import type { PackageFacts } from "../../generator.js";
import { consoleFiles } from "./pages/console-files.js";
import { defaultClock, defaultEndpoint, defaultRegion } from "./site/site-defaults.js";

const encoder = new TextEncoder();

/**
 * Generates the documentation of a service as a static site below `src/generated`: HTML that opens
 * from disk, the same pages as Markdown, a search index, `llms.txt` and the model as JSON AST. The
 * package is not a library: its build copies the site to `dist`.
 */
export const docsTarget = defineGenerator({
  name: "docs",
  options: v.strictObject({
    /** The command of the service in the AWS CLI. Default: derived from the SDK id. */
    awsCli: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a command of the AWS CLI"))),
    /** The endpoint of the mock server in snippets. Default: `http://127.0.0.1:8080`. */
    endpoint: v.optional(v.pipe(v.string(), v.url("a URL"))),
    /** The region in snippets. Default: `us-east-1`. */
    region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a region"))),
    /** Markdown files, or folders of them, relative to the configuration: pages of the site. */
    guides: v.optional(v.array(v.string())),
    /** Set to true for a guide for users of the Ruby client of AWS. Default: false. */
    rubyGuide: v.optional(v.boolean()),
    /** Settings for recording the calls that the pages show. */
    recordings: v.optional(
      v.strictObject({
        /** The file, relative to the configuration. Default: each build records, without a file. */
        file: v.optional(v.pipe(v.string(), v.endsWith(".json", "a file that ends in .json"))),
        /** The module of a mock server with its own rules. Default: one made from the model. */
        server: v.optional(v.string()),
        /** The time of the calls. Default: 2026-01-01T00:00:00Z. */
        clock: v.optional(
          v.pipe(v.string(), v.isoTimestamp("a time such as 2026-01-01T00:00:00Z")),
        ),
      }),
    ),
  }),
  reads: ({ guides = [] }) => guides,
  recordings: ({ endpoint = defaultEndpoint, region = defaultRegion, recordings = {} }) => ({
    ...recordings,
    endpoint,
    region,
    clock: recordings.clock ?? defaultClock,
  }),
  generate: async (plan, context) => {
    const { modelJson, options, packageName, siblings, recordings, files: read } = context;
    // Parsers and grammars load slowly, so only a run that renders pages imports them.
    const [{ planSite }, { planGuides }, { renderSite }] = await Promise.all([
      import("./site/plan-site.js"),
      import("./site/plan-guides.js"),
      import("./render-site.js"),
    ]);
    const ast = `${modelJson(2)}\n`;
    const site = planSite(plan, ast, {
      ...options,
      guides: planGuides(read ?? new Map()),
      recordings: recordings?.calls,
      clock: options.recordings?.clock,
      clientPackage: siblings.get("client")?.packageName,
      mockServerPackage: siblings.get("mock-server")?.packageName,
    });
    // Bytes are written without formatting, so that files stay as rendered.
    const files = renderSite(site).map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
    const warnings = (recordings?.unrecorded ?? []).map(unrecordedWarning);
    return { files, package: docsPackage(plan.title, packageName, site.hasConsole), warnings };
  },
});

function unrecordedWarning({ operation, title, reason }: UnrecordedCall): string {
  const call =
    title === undefined
      ? `The sample of ${operation}`
      : `The example ${JSON.stringify(title)} of ${operation}`;
  return `${call} cannot be sent: ${reason}`;
}

function docsPackage(title: string, packageName: string, hasConsole: boolean): PackageFacts {
  return {
    description: `The documentation of ${title} as a static site and as Markdown.`,
    keywords: ["api-reference", "documentation"],
    entries: {},
    frontPage: "index.html",
    ...(hasConsole && {
      copiedFiles: consoleFiles,
      devDependencies: [{ name: "@tinsmith/console" }],
    }),
    readme: `# ${packageName}

The documentation of ${title}, generated from its Smithy model, as a folder of static files. Open
\`dist/index.html\` in a browser, from disk or from any web server. The pages load nothing from other
hosts, and can be read without JavaScript.

\`\`\`sh
node -p "require.resolve('${packageName}')" # the front page
\`\`\`

\`tinsmith build\` writes the pages. Edit the model, not the files below \`src/generated\`.
`,
  };
}
