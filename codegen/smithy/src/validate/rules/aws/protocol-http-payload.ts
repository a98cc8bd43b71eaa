import type { Model, OperationShape, ServiceShape } from "../../../model/model.js";
import { hasTrait, httpPayloadTrait } from "../../../traits/index.js";
import { error } from "../../event.js";
import { at } from "../../rule.js";
import type { Rule } from "../../rule.js";

const unsupported = error(
  "ProtocolHttpPayload",
  () =>
    "AWS Protocols only support binding the following shape types to the payload: string, blob, structure, union, and document",
);

const types = new Set(["string", "enum", "blob", "structure", "union", "document"]);

/** Payloads of AWS protocols are strings, blobs, structures, unions or documents. */
export const protocolHttpPayload: Rule = {
  name: "ProtocolHttpPayload",
  *check({ model, services }) {
    const structures = new Set<string>();
    for (const service of model.shapesOfType("service")) {
      if (!hasAwsProtocol(service)) continue;
      for (const operation of services.operationsOf(service)) addStructures(operation, structures);
      for (const id of service.errors) structures.add(id);
    }
    for (const id of [...structures].sort()) yield* checkStructure(model, id);
  },
};

const hasAwsProtocol = (service: ServiceShape): boolean =>
  [...service.traits.keys()].some((id) => id.startsWith("aws.protocols#"));

function addStructures(operation: OperationShape, structures: Set<string>): void {
  for (const id of [operation.input, operation.output, ...operation.errors]) structures.add(id);
}

function* checkStructure(model: Model, id: string) {
  const shape = model.getShape(id);
  if (shape?.type !== "structure") return;
  for (const member of shape.members.values()) {
    if (!hasTrait(member, httpPayloadTrait)) continue;
    const target = model.getShape(member.target);
    if (target && !types.has(target.type)) yield unsupported(undefined, at(member));
  }
}
