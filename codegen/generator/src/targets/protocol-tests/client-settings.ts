import { entriesOf, propertyOf, stringOf } from "@tinsmith/smithy";
import type { NodeValue } from "@tinsmith/smithy";
import type { ServicePlan } from "@tinsmith/service";

/**
 * The client options by setting of `aws.protocoltests.config#S3Config`, with the endpoint parameter
 * that each requires.
 */
const s3Options: Readonly<Record<string, (value: NodeValue) => readonly [string, NodeValue]>> = {
  addressing_style: (style) => ["forcePathStyle", style === "path"],
  use_accelerate_endpoint: (value) => ["useAccelerateEndpoint", value],
  use_dualstack_endpoint: (value) => ["useDualstackEndpoint", value],
};

/**
 * Returns the client options for the vendor parameters of a case, in the form of
 * `aws.protocoltests.config#AwsConfig`. Settings of the operation override settings of the client.
 * A service with endpoint rules gets no endpoint, because the rules resolve it from the region.
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
