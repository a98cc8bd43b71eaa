import { propertyOf, shapeName, shapeNamespace, stringOf } from "@tinsmith/smithy";
import type { ServiceShape } from "@tinsmith/smithy";
import { protocolIds } from "./known-protocols.js";
import { objectTrait } from "./trait-values.js";

/** What protocols have to know about a service: its name, and the traits that shape its messages. */
export type ServiceSchemaPlan = {
  readonly namespace: string;
  readonly name: string;
  readonly version: string;
  /** `@xmlNamespace` */
  readonly xmlNamespace?: readonly [prefix: string, uri: string];
  /** restXml: errors are not wrapped in `ErrorResponse`. */
  readonly noErrorWrapping?: true;
  /** `aws.protocols#awsQueryCompatible` */
  readonly queryCompatible?: true;
};

/** Plans the schema of a service. */
export function planServiceSchema({ id, version, traits }: ServiceShape): ServiceSchemaPlan {
  const xmlNamespace = objectTrait(traits, "smithy.api#xmlNamespace");
  const uri = stringOf(xmlNamespace?.["uri"]);
  const restXml = traits.get(protocolIds.restXml);
  return {
    namespace: shapeNamespace(id),
    name: shapeName(id),
    version,
    ...(uri !== undefined && {
      xmlNamespace: [stringOf(xmlNamespace?.["prefix"]) ?? "", uri] as const,
    }),
    ...(propertyOf(restXml, "noErrorWrapping") === true && { noErrorWrapping: true }),
    ...(traits.has("aws.protocols#awsQueryCompatible") && { queryCompatible: true }),
  };
}
