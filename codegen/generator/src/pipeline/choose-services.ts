import { closest } from "@tinsmith/smithy";
import type { Diagnostic, Model, ShapeId } from "@tinsmith/smithy";
import { messages } from "../project/build-messages.js";
import type { JsonDocument } from "../project/json-document.js";
import type { ResolvedTarget } from "./resolve-targets.js";

/** A target with its service. */
export interface ServiceChoice {
  readonly target: ResolvedTarget;
  readonly service: ShapeId;
}

/**
 * Chooses the service of each target: the service that it names, otherwise the service of the first
 * other target that names one, otherwise the only service of the model.
 */
export function chooseServices(
  model: Model,
  targets: readonly ResolvedTarget[],
  document: JsonDocument,
): {
  readonly choices: readonly ServiceChoice[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const ids = model.shapesOfType("service").map((service) => service.id);
  const named = targets.find((target) => target.service !== undefined)?.service;
  const choices: ServiceChoice[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const target of targets) {
    const service = target.service ?? named ?? (ids.length === 1 ? ids[0] : undefined);
    if (service !== undefined && ids.includes(service)) {
      choices.push({ target, service });
      continue;
    }
    if (target.service !== undefined) {
      const near = closest(target.service, ids) ?? (ids.length === 1 ? ids[0] : undefined);
      const hint = near === undefined ? undefined : `Did you mean ${near}?`;
      const span = document.spanOf([...target.at, "service"]);
      diagnostics.push(messages.unknownService(target.service, hint, { span }));
    } else if (named === undefined && diagnostics.length === 0) {
      const place = { span: document.spanOf(target.at, "key") };
      diagnostics.push(
        ids.length === 0 ? messages.noService(place) : messages.chooseService(ids, place),
      );
    }
  }
  return { choices, diagnostics };
}
