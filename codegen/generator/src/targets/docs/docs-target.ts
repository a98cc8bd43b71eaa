import * as v from "valibot";
import { defineGenerator } from "../../generator.js";
import type { PackageFacts } from "../../generator.js";

const encoder = new TextEncoder();

/**
 * The documentation of a service as a static site below `src/generated`: HTML that opens from disk,
 * the same pages as Markdown, a search index, `llms.txt` and the model as JSON AST. The package around
 * them is no library: its build copies the site to `dist`.
 */
export const docsTarget = defineGenerator({
  name: "docs",
  options: v.strictObject({
    /** The AWS CLI's name of the service. Default: what the model's `docId` or SDK id says. */
    awsCli: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a command of the AWS CLI"))),
    /** Where snippets find the mock server. Default: `http://127.0.0.1:8080`. */
    endpoint: v.optional(v.pipe(v.string(), v.url("a URL"))),
    /** The region in snippets. Default: `us-east-1`. */
    region: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/, "a region"))),
  }),
  generate: async (plan, { modelJson, options, packageName, siblings }) => {
    // Parsers and grammars take their time to load: only a run that renders pages pays for them.
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
    // As bytes, so that they stay as rendered: the form of the Markdown follows from the pages.
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

The documentation of ${title}, generated from its Smithy model. It is a folder of plain files: open
\`dist/index.html\` in a browser, from disk or from any web server. Nothing is loaded from another
host, and every page can be read without JavaScript.

\`\`\`sh
node -p "require.resolve('${packageName}')" # the front page
\`\`\`

The pages are written by \`tinsmith build\`; edit the model, not the files below \`src/generated\`.
`,
  };
}
