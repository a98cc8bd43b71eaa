import { hasOnlyScheme } from "@tinsmith/service";
import type { AuthSchemePlan, ServicePlan } from "@tinsmith/service";

/** An option that every client must set. */
export interface RequiredOption {
  readonly name: "endpoint" | "token" | "apiKey" | "login";
  /** The value in examples, as TypeScript. */
  readonly example: string;
}

/**
 * Returns the options without which no call can be sent: the endpoint of a service without endpoint
 * rules, and the identity for the only authentication scheme. Clients of AWS services resolve both
 * from other sources.
 */
export function requiredOptions(plan: ServicePlan): readonly RequiredOption[] {
  if (plan.isAws) return [];
  const endpoint: RequiredOption = { name: "endpoint", example: '"https://api.example.com"' };
  const identity = onlyScheme(plan)?.option;
  return [...(!hasEndpointRules(plan) ? [endpoint] : []), ...(identity ? [identity] : [])];
}

/** Returns the options of a client in examples, as an argument list. */
export function exampleOptions(plan: ServicePlan): string {
  const region = '{ region: "us-east-1" }';
  if (plan.isAws) {
    return plan.endpoint.rules === undefined
      ? '{ region: "us-east-1", endpoint: "https://api.example.com" }'
      : region;
  }
  const options = requiredOptions(plan);
  if (options.length === 0) return "";
  return `{ ${options.map(({ name, example }) => `${name}: ${example}`).join(", ")} }`;
}

/** Reports whether rules resolve the endpoint. Clients of AWS services always have a rule. */
export function hasEndpointRules({ isAws, endpoint }: ServicePlan): boolean {
  return isAws || endpoint.rules !== undefined;
}

/**
 * Returns the scheme of a service that all operations require, if it is the only one and signs
 * requests without a challenge from the service.
 */
export function onlyScheme(
  plan: ServicePlan,
): { readonly scheme: AuthSchemePlan; readonly option: RequiredOption } | undefined {
  const [scheme] = plan.authSchemes;
  const option = scheme && hasOnlyScheme(plan) ? options[scheme.kind] : undefined;
  return scheme && option && { scheme, option };
}

const options: Readonly<Partial<Record<AuthSchemePlan["kind"], RequiredOption>>> = {
  httpApiKeyAuth: { name: "apiKey", example: '{ apiKey: "a-secret-key" }' },
  httpBasicAuth: { name: "login", example: '{ username: "ann", password: "a-secret" }' },
  httpBearerAuth: { name: "token", example: '{ token: "a-secret-token" }' },
};
