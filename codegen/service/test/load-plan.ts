import { loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { planService } from "../src/plan-service.js";
import type { ServicePlan } from "../src/service-plan.js";

/** Loads a model from IDL texts. Each text is one file. Throws if a text has errors. */
export function modelOf(...texts: readonly string[]): Model {
  const sources = texts.map((text, index) => ({ path: `${index}.smithy`, text }));
  const { model, diagnostics } = loadModel(sources);
  const errors = diagnostics.filter(({ severity }) => severity === "ERROR");
  if (model === undefined || errors.length > 0) {
    throw new Error(errors.map(({ message }) => message).join("\n") || "The model does not load.");
  }
  return model;
}

/** Plans the service of a model with a single service. */
export function planOf(...texts: readonly string[]): ServicePlan {
  return planOfModel(modelOf(...texts));
}

export function planOfModel(model: Model): ServicePlan {
  const [service] = model.shapesOfType("service");
  if (service === undefined) throw new Error("The model has no service");
  return planService(model, service.id);
}

/**
 * Returns the IDL of a service `Demo` and of additional shapes. The service has one operation `Do`,
 * whose input has the given members.
 */
export function demo(inputMembers: string, ...shapes: readonly string[]): string {
  return `$version: "2"
namespace demo
service Demo { version: "1", operations: [Do] }
operation Do { input := {
${inputMembers}
} }
${shapes.join("\n")}
`;
}
