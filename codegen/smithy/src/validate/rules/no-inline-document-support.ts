import { protocolDefinitionTrait, trait } from "../../traits/index.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const unsupported = error(
  "NoInlineDocumentSupport",
  (args: { protocol: string; documents: readonly string[] }) =>
    `This service uses the \`${args.protocol}\` protocol which does not support inline documents, but the following document types were found in the closure of the service: [${[...args.documents].sort().join(", ")}]`,
);

/** Documents are used only with protocols that support them. */
export const noInlineDocumentSupport: Rule = {
  name: "NoInlineDocumentSupport",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      for (const protocol of service.traits.keys()) {
        const definition = trait(model.getShape(protocol), protocolDefinitionTrait);
        if (definition?.noInlineDocumentSupport !== true) continue;
        const documents = [...services.closureOf(service)]
          .filter(({ type }) => type === "document")
          .map(({ id }) => id);
        if (documents.length > 0)
          yield unsupported({ protocol, documents }, atTrait(service, { id: protocol }));
      }
    }
  },
};
