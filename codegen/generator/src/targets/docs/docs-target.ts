import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import type { PackageFacts } from "../../generator.js";

const encoder = new TextEncoder();

/**
 * Generates the documentation of a service as a static site below `src/generated`: HTML that opens
 * from disk, the same pages as Markdown, a search index, `llms.txt` and the model as JSON AST. The
 * package is not a library: its build copies the site to `dist`.
 */
export const docsTarget = defineGenerator({
  name: "docs",
  options: v.strictObject({
    /**
     * The name of the service in the AWS CLI. Default: derived from the model's `docId` or SDK id.
     */
    awsCli: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a command of the AWS CLI"))),
    /** The endpoint of the mock server in snippets. Default: `http://127.0.0.1:8080`. */
    endpoint: v.optional(v.pipe(v.string(), v.url("a URL"))),
    /** The region in snippets. Default: `us-east-1`. */
    region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a region"))),
  }),
  generate: async (plan, { modelJson, options, packageName, siblings }) => {
    // Parsers and grammars load slowly, so only a run that renders pages imports them.
    const [{ planSite }, { renderSite }] = await Promise.all([
      import("./site/plan-site.js"),
      import("./render-site.js"),
    ]);
    const ast = `${modelJson(2)}\n`;
    const site = planSite(plan, ast, {
      ...options,
      clientPackage: siblings.get("client")?.packageName,
      mockServerPackage: siblings.get("mock-server")?.packageName,
    });
    // Bytes are written without formatting, so that files stay as rendered.
    const files = renderSite(site).map(({ path, text }) => ({ path, bytes: encoder.encode(text) }));
    return { files, package: docsPackage(plan.title, packageName) };
  },
});

function docsPackage(title: string, packageName: string): PackageFacts {
  return {
    description: `The documentation of ${title} as a static site and as Markdown.`,
    keywords: ["api-reference", "documentation"],
    entries: {},
    frontPage: "index.html",
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
