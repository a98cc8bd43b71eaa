import type { NodeValue } from "@tinsmith/smithy";
import { isNodeObject } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";

/** What protocols have to know about the service: its name, and the traits that shape its messages. */
export function serviceSchema(plan: ServicePlan): Readonly<Record<string, NodeValue>> {
  const restXml = plan.protocols.find(({ id }) => id === "aws.protocols#restXml")?.settings;
  return {
    namespace: plan.namespace,
    name: plan.name,
    version: plan.version,
    ...(plan.xmlNamespace !== undefined && { xmlNamespace: plan.xmlNamespace }),
    ...(isNodeObject(restXml) && restXml["noErrorWrapping"] === true && { noErrorWrapping: true }),
    ...(plan.traits.has("aws.protocols#awsQueryCompatible") && { queryCompatible: true }),
  };
}
