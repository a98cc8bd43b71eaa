import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadModel, printJson } from "@tinsmith/smithy";
import type { Model, NodeObject, NodeValue, ShapeId, Traits } from "@tinsmith/smithy";
import {
  clientContextParamsTrait,
  contextParamTrait,
  endpointBddTrait,
  endpointRuleSetTrait,
  staticContextParamsTrait,
} from "@tinsmith/smithy/traits";
import { corporaFolder, filesBelow } from "../corpus-files.js";

/**
 * Writes a source that adds endpoint rules to the services of the protocol tests. The rules, and
 * the traits that set their parameters, come from the same services in `aws-models`. The tests of
 * S3 depend on addresses that only the rules define, but their models do not contain the rules.
 *
 * @returns the path of the source; empty if none of the services is in both
 */
export function writeEndpointRules(tests: Model, path: string): readonly string[] {
  const shapes = Object.fromEntries(
    tests.shapesOfType("service").flatMap(({ id }) => {
      const model = modelOf(id);
      return model === undefined ? [] : Object.entries(rulesFor(tests, id, model));
    }),
  );
  if (Object.keys(shapes).length === 0) return [];
  writeFileSync(path, printJson({ smithy: "2.0", shapes }));
  return [path];
}

/**
 * Collects traits from the complete model of a service. They are applied to the shapes that the
 * tests have as well.
 */
function rulesFor(tests: Model, service: ShapeId, model: Model): NodeObject {
  const found = new Map<ShapeId, NodeObject>();
  const namespace = service.slice(0, service.indexOf("#") + 1);
  for (const shape of tests.shapes.values()) {
    const twin = shape.id.startsWith(namespace) ? model.getShape(shape.id) : undefined;
    if (twin === undefined) continue;
    found.set(shape.id, traitsOfRules(twin.traits));
    if (shape.type !== "structure" || twin.type !== "structure") continue;
    for (const [name] of shape.members) {
      const member = twin.members.get(name);
      if (member) found.set(`${shape.id}$${name}`, traitsOfRules(member.traits));
    }
  }
  const own = found.get(service) ?? {};
  const parameters = everyParameter(own, [...found.values()]);
  if (Object.keys(parameters).length > 0)
    found.set(service, { ...own, [clientParams]: parameters });
  return Object.fromEntries(
    [...found]
      .filter(([, traits]) => Object.keys(traits).length > 0)
      .map(([id, traits]) => [id, { type: "apply", traits }]),
  );
}

const clientParams = clientContextParamsTrait.id;

const fromRules: ReadonlySet<ShapeId> = new Set([
  endpointRuleSetTrait.id,
  endpointBddTrait.id,
  clientParams,
  contextParamTrait.id,
  staticContextParamsTrait.id,
]);

function traitsOfRules(traits: Traits): NodeObject {
  return Object.fromEntries([...traits].filter(([trait]) => fromRules.has(trait)));
}

/**
 * Returns the parameters of the client. A parameter that only omitted operations set becomes a
 * client option that is never set.
 */
function everyParameter(service: NodeObject, applied: readonly NodeObject[]): NodeObject {
  const own = objectOf(service[clientParams]);
  const set = new Set(
    applied.flatMap((traits) => [
      ...Object.keys(objectOf(traits[staticContextParamsTrait.id])),
      String(objectOf(traits[contextParamTrait.id])["name"]),
    ]),
  );
  const rules = objectOf(service[endpointBddTrait.id] ?? service[endpointRuleSetTrait.id]);
  const missing = Object.entries(objectOf(rules["parameters"])).flatMap(([name, parameter]) => {
    const { builtIn, type } = objectOf(parameter);
    const isSet = builtIn !== undefined || set.has(name) || Object.hasOwn(own, name);
    // Rule sets may write the types with a capital letter.
    const option = { type: type === "stringArray" ? type : String(type).toLowerCase() };
    return isSet ? [] : [[name, option] as const];
  });
  return { ...own, ...Object.fromEntries(missing) };
}

function objectOf(value: NodeValue | undefined): NodeObject {
  return Object.fromEntries(Object.entries(Object(value ?? {})));
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
