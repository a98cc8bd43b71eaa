import { symbol } from "../../code/code.js";
import type { CodeSymbol } from "../../code/code.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import { runtimePackage } from "./runtime-symbols.js";

/** Parts of the runtime that single services need and no trait asks for, by SDK id (`aws.api#service`). */
const features: ReadonlyMap<string, string> = new Map([
  ["API Gateway", "apiGatewayJson"],
  ["Glacier", "glacier"],
  ["Machine Learning", "predictEndpoint"],
  ["Route 53", "route53Ids"],
]);

/** What the clients of this one service do beyond its model. */
export function serviceFeatures({ aws }: ServicePlan): readonly CodeSymbol[] {
  const name = aws && features.get(aws.sdkId);
  return name === undefined ? [] : [symbol(name, `${runtimePackage}/services`)];
}
