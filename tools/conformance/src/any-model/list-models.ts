import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { loadModel } from "@tinsmith/smithy";
import { corporaFolder, filesBelow, source } from "../corpus-files.js";

/** A service in the model of another project. Every target is generated from it. */
export interface ListedModel {
  readonly name: string;
  readonly sources: readonly string[];
  /** The shape id of the service; `undefined` if the model has no service, or does not load. */
  readonly service: string | undefined;
  /** The key of the plugin that defines its protocol. */
  readonly protocol?: string;
}

/**
 * Lists the services of the AWS models, of the models of third parties, and of the models of alloy.
 */
export function listModels(): readonly ListedModel[] {
  const aws = filesBelow(join(corporaFolder, "aws-models"), ".json").map(({ path }) => ({
    name: basename(path, ".json"),
    sources: [path],
  }));
  const thirdParty = foldersBelow(join(corporaFolder, "third-party")).map((folder) => ({
    name: basename(folder),
    sources: filesBelow(folder, ".smithy").map(({ path }) => path),
  }));
  const alloy = join(corporaFolder, "alloy/protocol-tests");
  const alloyModel = {
    name: "alloy",
    sources: filesBelow(alloy, ".smithy").map(({ path }) => path),
    protocol: "@tinsmith/alloy/tinsmith",
  };
  return [...aws, ...thirdParty, ...(existsSync(alloy) ? [alloyModel] : [])].flatMap(withServices);
}

function foldersBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

function withServices(model: Omit<ListedModel, "service">): readonly ListedModel[] {
  const { model: loaded } = loadModel(model.sources.map(source));
  const services = loaded?.shapesOfType("service").map(({ id }) => id) ?? [];
  if (services.length <= 1) return [{ ...model, service: services[0] }];
  return services.map((service) => ({
    ...model,
    name: `${model.name}:${service.slice(service.indexOf("#") + 1)}`,
    service,
  }));
}
