import type { Model, NodeValue, OperationShape, ServiceShape, Traits } from "@tinsmith/smithy";
import { isRecord } from "../../src/schema/members.js";

/** A protocol test, whichever of the three traits it comes from. */
export interface Case {
  readonly kind: "request" | "response" | "malformed";
  readonly id: string;
  readonly service: ServiceShape;
  readonly operation: OperationShape;
  /** The error's shape id, of a response that is one. */
  readonly error?: string | undefined;
  readonly appliesTo: "client" | "server" | "both";
  readonly test: Readonly<Record<string, NodeValue>>;
}

const traitOf = {
  request: "smithy.test#httpRequestTests",
  response: "smithy.test#httpResponseTests",
  malformed: "smithy.test#httpMalformedRequestTests",
} as const;

/** The operations of a service, those of its resources included. */
export const operationsOf = (model: Model, service: ServiceShape): OperationShape[] => {
  const ids = new Set<string>(service.operations);
  const visit = (id: string): void => {
    const resource = model.expectShape(id, "resource");
    for (const operation of [
      resource.create,
      resource.put,
      resource.read,
      resource.update,
      resource.delete,
      resource.list,
      ...resource.operations,
      ...resource.collectionOperations,
    ]) {
      if (operation) ids.add(operation);
    }
    resource.resources.forEach(visit);
  };
  service.resources.forEach(visit);
  return [...ids].sort().map((id) => model.expectShape(id, "operation"));
};

/** Whether a case is about the constraints of values that can be read, which is not a protocol's to judge. */
const isValidation = (test: Readonly<Record<string, NodeValue>>): boolean =>
  JSON.stringify(test["response"] ?? "").includes('"ValidationException"');

/** All cases of a protocol, malformed ones expanded; without those about validation. */
export const casesOf = (model: Model, protocol: string): Case[] => {
  const cases: Case[] = [];
  for (const service of model.shapesOfType("service")) {
    if (!service.traits.has(protocol)) continue;
    for (const operation of operationsOf(model, service)) {
      const add = (kind: Case["kind"], traits: Traits, error?: string): void => {
        const tests = traits.get(traitOf[kind]);
        for (const test of (tests ?? []) as readonly Readonly<Record<string, NodeValue>>[]) {
          if (test["protocol"] !== protocol || isValidation(test)) continue;
          for (const [suffix, expanded] of kind === "malformed"
            ? expand(test)
            : [["", test] as const]) {
            cases.push({
              kind,
              id: `${String(test["id"])}${suffix}`,
              service,
              operation,
              error,
              appliesTo: (test["appliesTo"] as "client" | "server" | undefined) ?? "both",
              test: expanded,
            });
          }
        }
      };
      add("request", operation.traits);
      add("response", operation.traits);
      add("malformed", operation.traits);
      for (const error of [...operation.errors, ...service.errors]) {
        add("response", model.expectShape(error).traits, error);
      }
    }
  }
  // An error of several operations has its cases once.
  return [
    ...new Map(
      cases.map((entry) => [`${entry.kind} ${entry.service.id} ${entry.id}`, entry]),
    ).values(),
  ];
};

/** One case for each set of test parameters: `$name:L` is the text itself, `$name:S` a quoted string. */
const expand = (
  test: Readonly<Record<string, NodeValue>>,
): [string, Readonly<Record<string, NodeValue>>][] => {
  const parameters = test["testParameters"];
  if (!isRecord(parameters)) return [["", test]];
  const names = Object.keys(parameters);
  const first = parameters[names[0] ?? ""];
  const count = Array.isArray(first) ? first.length : 0;
  return Array.from({ length: count }, (_, index) => {
    const values = Object.fromEntries(
      names.map((name) => [name, String((parameters[name] as unknown[])[index])]),
    );
    return [`_case${index}`, substitute(test, values) as Readonly<Record<string, NodeValue>>];
  });
};

const substitute = (node: NodeValue, values: Record<string, string>): NodeValue => {
  if (typeof node === "string") {
    return node.replace(/\$\$|\$(\w+):([LS])/g, (whole, name: string | undefined, form: string) => {
      if (name === undefined) return "$";
      const value = values[name];
      if (value === undefined) return whole;
      return form === "L" ? value : JSON.stringify(value);
    });
  }
  if (Array.isArray(node)) return node.map((item: NodeValue) => substitute(item, values));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name]) => name !== "testParameters")
      .map(([name, value]) => [name, substitute(value, values)]),
  );
};
