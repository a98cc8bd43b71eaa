import { posix } from "node:path";
import type { UnrecordedCall } from "@tinsmith/service";
import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import type { PackageFacts } from "../../generator.js";
import { described } from "../../option-text.js";
import type { Addresses } from "./site/site.js";
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
    awsCli: v.optional(
      described(
        v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a command of the AWS CLI")),
        "The command of the service in the AWS CLI. Default: derived from the SDK id.",
      ),
    ),
    endpoint: v.optional(
      described(
        v.pipe(v.string(), v.url("a URL")),
        `The endpoint of the mock server in snippets. Default: \`${defaultEndpoint}\`.`,
      ),
    ),
    region: v.optional(
      described(
        v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a region")),
        `The region in snippets. Default: \`${defaultRegion}\`.`,
      ),
    ),
    guides: v.optional(
      described(
        v.array(v.string()),
        "Markdown files, or folders of them, relative to the configuration: pages of the site, in the order of their paths. A number before a name only determines the order. `tinsmith verify` runs their programs.",
      ),
    ),
    rubyGuide: v.optional(
      described(v.boolean(), "Adds a guide for users of the Ruby client of AWS. Default: `false`."),
    ),
    history: v.optional(
      described(
        v.array(
          v.strictObject({
            version: described(v.pipe(v.string(), v.minLength(1)), "The name of the version."),
            date: v.optional(
              described(
                v.pipe(v.string(), v.isoDate("a day such as 2026-11-01")),
                "The day of its release.",
              ),
            ),
            model: described(
              v.string(),
              "Its JSON AST, or a folder of model files, relative to the configuration.",
            ),
          }),
        ),
        "Kept versions of the model, the oldest first: the site gets a page of what changed from one to the next, as `tinsmith diff` reports it.",
      ),
    ),
    anchors: v.optional(
      described(
        v.pipe(v.string(), v.endsWith(".json", "a file that ends in .json")),
        "A copy of the `anchors.json` of the published site, relative to the configuration. Addresses that no longer exist redirect to their successors; a build warns of those without one.",
      ),
    ),
    moved: v.optional(
      described(
        v.record(v.string(), v.string()),
        'The successors of renamed or removed shapes and pages: `{ "example#Old": "example#New" }`. Members follow their shape.',
      ),
    ),
    recordings: v.optional(
      described(
        v.strictObject({
          file: v.optional(
            described(
              v.pipe(v.string(), v.endsWith(".json", "a file that ends in .json")),
              "The file that `tinsmith record` writes, relative to the configuration. Builds warn if it was recorded from another version of the model. Default: each build records, without a file.",
            ),
          ),
          server: v.optional(
            described(
              v.string(),
              "The module of a mock server with its own rules, with `createMockServer`. Default: a server made from the model.",
            ),
          ),
          clock: v.optional(
            described(
              v.pipe(v.string(), v.isoTimestamp("a time such as 2026-01-01T00:00:00Z")),
              `The time of the calls. Default: \`${defaultClock}\`.`,
            ),
          ),
        }),
        "How the calls that the pages show are recorded.",
      ),
    ),
  }),
  reads: ({ guides = [], history = [], anchors }) => [
    ...guides,
    ...history.map(({ model }) => model),
    ...(anchors === undefined ? [] : [anchors]),
  ],
  history: ({ history = [] }) => history,
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
      guides: planGuides(guideFiles(options.guides, read)),
      history: context.history,
      published: readAnchors(options.anchors, read),
      recordings: recordings?.calls,
      clock: options.recordings?.clock,
      clientPackage: siblings.get("client")?.packageName,
      mockServerPackage: siblings.get("mock-server")?.packageName,
    });
    // Bytes are written without formatting, so that files stay as rendered.
    const files = renderSite(site).map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
    const warnings = [...site.warnings, ...(recordings?.unrecorded ?? []).map(unrecordedWarning)];
    return { files, package: docsPackage(plan.title, packageName, site.hasConsole), warnings };
  },
});

type Files = ReadonlyMap<string, string> | undefined;

/** Returns the files of guides; a folder of kept models may contain Markdown, too. */
function guideFiles(guides: readonly string[] = [], files: Files = new Map()) {
  const isGuide = (file: string): boolean =>
    guides.map((path) => posix.normalize(`${path}/`)).some((path) => `${file}/`.startsWith(path));
  return new Map([...files].filter(([file]) => isGuide(file)));
}

/**
 * Reads the addresses that the site had; none for a file that does not exist yet.
 *
 * @throws Error if the file has another form
 */
function readAnchors(file: string | undefined, files: Files): Addresses {
  const text = file === undefined ? undefined : files?.get(posix.normalize(file));
  if (text === undefined) return {};
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), addressesSchema), text);
  if (parsed.success) return parsed.output;
  throw new Error(`${file} is not a list of addresses. Expected a copy of the site's anchors.json`);
}

const addressesSchema = v.record(v.string(), v.string());

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
