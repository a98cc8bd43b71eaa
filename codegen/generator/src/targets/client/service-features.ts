import type { ServicePlan } from "@tinsmith/service";
import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import { runtimePart } from "./runtime-symbols.js";

/** A part of the runtime that a single service needs, and the name of its options' type without `Config`. */
type ServiceFeature = readonly [feature: string, options?: string];

/** What no trait asks for, by SDK id (`aws.api#service`). */
const features: ReadonlyMap<string, ServiceFeature> = new Map<string, ServiceFeature>([
  ["API Gateway", ["apiGatewayJson"]],
  ["Glacier", ["glacier"]],
  ["Route 53", ["route53Ids"]],
  ["SQS", ["queueUrls", "QueueUrl"]],
]);

/** What the clients of this one service do beyond its model. */
export function serviceFeature({ aws }: ServicePlan):
  | {
      readonly feature: CodeSymbol;
      readonly config: CodeSymbol | undefined;
      readonly resolvedConfig: CodeSymbol | undefined;
    }
  | undefined {
  const [feature, options] = (aws && features.get(aws.sdkId)) ?? [];
  if (feature === undefined) return undefined;
  const module = runtimePart("services");
  const type = (name: string) =>
    options === undefined ? undefined : symbol(`${options}${name}`, module, { typeOnly: true });
  return {
    feature: symbol(feature, module),
    config: type("Config"),
    resolvedConfig: type("ResolvedConfig"),
  };
}
