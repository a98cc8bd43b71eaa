import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { loadModel, serializeAst } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { planService } from "@tinsmith/service";
import type { Recording } from "@tinsmith/service";
import { renderSite } from "../../../src/targets/docs/render-site.js";
import type { SiteFile } from "../../../src/targets/docs/render-site.js";
import { planSite } from "../../../src/targets/docs/site/plan-site.js";
import type { Site } from "../../../src/targets/docs/site/site.js";

/** Loads a model. Throws the first error of the model. */
export function modelOf(
  sources: readonly { readonly path: string; readonly text: string }[],
): Model {
  const { model, diagnostics } = loadModel(sources);
  const error = diagnostics.find(({ severity }) => severity === "ERROR");
  if (!model || error) throw new Error(`The model does not load: ${error?.message ?? "no model"}`);
  return model;
}

/** Reads the model files of a folder. */
export function folderSources(folder: string): readonly { path: string; text: string }[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".smithy"))
    .sort()
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(folder, name), "utf8") }));
}

/** Plans the site of the first service of a model, with snippets for both packages. */
export function siteOf(model: Model, recordings: readonly Recording[] = []): Site {
  const [service] = model.shapesOfType("service");
  if (!service) throw new Error("The model has no service.");
  const ast = `${JSON.stringify(serializeAst(model), undefined, 2)}\n`;
  return planSite(planService(model, service.id), ast, {
    clientPackage: "@example/client",
    mockServerPackage: "@example/mock-server",
    recordings,
  });
}

/** Renders a site and returns its files by path. */
export function filesOf(site: Site): ReadonlyMap<string, string> {
  return new Map(renderSite(site).map(({ path, text }: SiteFile) => [path, text]));
}
