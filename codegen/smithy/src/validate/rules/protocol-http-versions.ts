import { propertyOf, stringsOf } from "../../model/node-value.js";
import { shapeName, shapeNamespace } from "../../model/shape-id.js";
import { error } from "../event.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const missing = (code: string) =>
  error(
    code,
    (args: { protocol: string; versions: readonly string[] }) =>
      `The following values of the \`eventStreamHttp\` property do not also appear in the \`http\` property of the ${args.protocol} protocol trait: [${args.versions.join(", ")}]`,
  );

const namespaces = new Set(["aws.protocols", "smithy.protocols"]);

/** Event streams use HTTP versions that the service supports. */
export const protocolHttpVersions: Rule = {
  name: "ProtocolHttpVersions",
  *check({ model }) {
    for (const service of model.shapesOfType("service")) {
      for (const protocol of service.traits.keys()) {
        if (!namespaces.has(shapeNamespace(protocol))) continue;
        // Every protocol in these namespaces, including future ones.
        const value = service.traits.get(protocol);
        const known = stringsOf(propertyOf(value, "http"));
        const streamed = stringsOf(propertyOf(value, "eventStreamHttp"));
        const versions = streamed.filter((version) => !known.includes(version));
        if (versions.length === 0) continue;
        yield missing(codeOf(protocol))({ protocol, versions }, atTrait(service, { id: protocol }));
      }
    }
  },
};

/** AWS protocols share an event id; each other protocol has its own. */
function codeOf(protocol: string): string {
  if (shapeNamespace(protocol) === "aws.protocols") return "ProtocolHttp";
  const name = shapeName(protocol);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}Trait`;
}
