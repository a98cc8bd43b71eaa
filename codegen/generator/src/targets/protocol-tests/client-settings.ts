import { entriesOf, propertyOf, stringOf } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { ServicePlan } from "@tinsmith/service";

/** Options of clients by the settings of `aws.protocoltests.config#S3Config`, with the parameter that the rules must have. */
const s3Options: Readonly<Record<string, (value: NodeValue) => readonly [string, NodeValue]>> = {
  addressing_style: (style) => ["forcePathStyle", style === "path"],
  use_accelerate_endpoint: (value) => ["useAccelerateEndpoint", value],
  use_dualstack_endpoint: (value) => ["useDualstackEndpoint", value],
};

/**
 * Options of the client that the vendor's parameters of a case ask for, in the form of
 * `aws.protocoltests.config#AwsConfig`: what is set for the operation goes before what is set for the client. Where the
 * service has endpoint rules they find the endpoint of the region, and none is given.
 */
export function clientSettings(
  plan: ServicePlan,
  vendorParams: NodeValue | undefined,
): Readonly<Record<string, NodeValue | undefined>> {
  const scoped = propertyOf(vendorParams, "scopedConfig");
  const client = propertyOf(scoped, "client");
  const region = stringOf(propertyOf(vendorParams, "region") ?? propertyOf(client, "region"));
  if (region === undefined) return {};
  if (plan.endpoint.rules === undefined) return { region };
  const settings = [
    ...entriesOf(propertyOf(client, "s3")),
    ...entriesOf(propertyOf(propertyOf(scoped, "operation"), "s3")),
  ];
  const options = settings.flatMap(([name, value]) => {
    const option = s3Options[name]?.(value);
    return option === undefined ? [] : [option];
  });
  return { region, endpoint: undefined, ...Object.fromEntries(options) };
}
