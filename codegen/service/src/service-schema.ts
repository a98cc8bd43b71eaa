import { propertyOf, shapeName, shapeNamespace, stringOf } from "@tinsmith/smithy";
import type { NodeValue, ServiceShape, ShapeId } from "@tinsmith/smithy";
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
  /** Traits of the service that protocols of others want to know, by id. */
  readonly traits?: Readonly<Record<ShapeId, NodeValue>>;
};

/**
 * Plans the schema of a service.
 *
 * @param furtherTraits - traits that protocols of others want to know
 */
export function planServiceSchema(
  { id, version, traits }: ServiceShape,
  furtherTraits: readonly ShapeId[],
): ServiceSchemaPlan {
  const further = furtherTraits.flatMap((trait) => {
    const value = traits.get(trait);
    return value === undefined ? [] : [[trait, value] as const];
  });
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
    ...(further.length > 0 && { traits: Object.fromEntries(further) }),
  };
}
