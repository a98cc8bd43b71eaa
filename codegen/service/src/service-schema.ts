import { shapeName, shapeNamespace } from "@tinsmith/smithy";
import type { NodeValue, ServiceShape, ShapeId } from "@tinsmith/smithy";
import {
  awsQueryCompatibleTrait,
  hasTrait,
  restXmlTrait,
  trait,
  xmlNamespaceTrait,
} from "@tinsmith/smithy/traits";

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
  const further = furtherTraits.flatMap((wanted) => {
    const value = traits.get(wanted);
    return value === undefined ? [] : [[wanted, value] as const];
  });
  const xmlNamespace = trait(traits, xmlNamespaceTrait);
  const restXml = trait(traits, restXmlTrait);
  return {
    namespace: shapeNamespace(id),
    name: shapeName(id),
    version,
    ...(xmlNamespace !== undefined && {
      xmlNamespace: [xmlNamespace.prefix ?? "", xmlNamespace.uri] as const,
    }),
    ...(restXml?.noErrorWrapping === true && { noErrorWrapping: true }),
    ...(hasTrait(traits, awsQueryCompatibleTrait) && { queryCompatible: true }),
    ...(further.length > 0 && { traits: Object.fromEntries(further) }),
  };
}
