import { compareText } from "@tinsmith/smithy";
import type { Model, Traits } from "@tinsmith/smithy";
import { httpTrait, protocolDefinitionTrait, trait } from "@tinsmith/smithy/traits";
import { protocolIds, protocolName, protocolNames } from "./known-protocols.js";
import type { ProtocolExtension } from "./protocol-extension.js";
import type { ProtocolPlan } from "./service-plan.js";

/** Plans the service's protocols, in the order in which a client prefers them. */
export function planProtocols(
  model: Model,
  service: Traits,
  extensions: readonly ProtocolExtension[],
): readonly ProtocolPlan[] {
  return [...service]
    .flatMap(([id, settings]): ProtocolPlan[] => {
      const definition = trait(model.getShape(id), protocolDefinitionTrait);
      const name = protocolName(id);
      const extension = extensions.find((one) => one.trait === id);
      // The definition of the trait may be missing in a JSON AST.
      if (definition === undefined && name === undefined && extension === undefined) return [];
      const bindings = definition?.traits?.includes(httpTrait.id) === true;
      const hasHttpBindings = name === undefined ? bindings : restProtocols.has(name);
      return [{ id, name, extension, settings, hasHttpBindings }];
    })
    .sort((a, b) => preference(a) - preference(b) || compareText(a.id, b.id));
}

const restProtocols: ReadonlySet<string> = new Set(["restJson1", "restXml"]);

/**
 * Returns the rank of a protocol. Protocols that ship with Tinsmith come first, then protocols of
 * extensions, then unknown protocols.
 */
function preference({ id, extension }: ProtocolPlan): number {
  const index = protocolNames.findIndex((name) => protocolIds[name] === id);
  if (index >= 0) return index;
  return extension === undefined ? protocolNames.length + 1 : protocolNames.length;
}
