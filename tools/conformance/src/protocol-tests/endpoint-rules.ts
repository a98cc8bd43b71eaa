import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel, printJson } from "@tinsmith/smithy";
import type { Model, NodeValue, Traits } from "@tinsmith/smithy";
import { corporaFolder, filesBelow } from "../corpus-files.js";

/**
 * Writes a source that gives the services of the protocol tests the endpoint rules of the same services in `aws-models`,
 * with what sets their parameters. The tests of S3 are about addresses that only the rules know, and leave the rules out.
 *
 * @returns the path of the source; nothing where no service is in both
 */
export function writeEndpointRules(tests: Model, path: string): readonly string[] {
  const applied: Record<string, NodeValue> = {};
  for (const { id } of tests.shapesOfType("service")) {
    const model = modelOf(id);
    if (model === undefined) continue;
    for (const shape of tests.shapes.values()) {
      if (!shape.id.startsWith(`${id.slice(0, id.indexOf("#"))}#`)) continue;
      const twin = model.getShape(shape.id);
      if (twin === undefined) continue;
      apply(applied, shape.id, twin.traits);
      if (shape.type !== "structure" || twin.type !== "structure") continue;
      for (const [name] of shape.members) {
        const member = twin.members.get(name);
        if (member) apply(applied, `${shape.id}$${name}`, member.traits);
      }
    }
  }
  if (Object.keys(applied).length === 0) return [];
  writeFileSync(path, printJson({ smithy: "2.0", shapes: applied }));
  return [path];
}

const fromRules =
  /^smithy\.rules#(endpointRuleSet|endpointBdd|clientContextParams|contextParam|staticContextParams)$/;

function apply(into: Record<string, NodeValue>, id: string, traits: Traits): void {
  const own = Object.fromEntries([...traits].filter(([trait]) => fromRules.test(trait)));
  if (Object.keys(own).length > 0) into[id] = { type: "apply", traits: own };
}

function modelOf(service: string): Model | undefined {
  const folder = join(corporaFolder, "aws-models");
  if (!existsSync(folder)) return undefined;
  for (const { path } of filesBelow(folder, ".json")) {
    const text = readFileSync(path, "utf8");
    if (text.includes(`"${service}"`)) return loadModel([{ path, text }]).model;
  }
  return undefined;
}
