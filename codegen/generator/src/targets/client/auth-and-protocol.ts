import { code, symbol } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { AuthSchemePlan } from "../../plan/auth-scheme-plan.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import { runtime } from "./runtime-symbols.js";

/**
 * The protocol that clients of the service speak: the first of its protocols that there is.
 * @throws Error where there is none of them
 */
export function protocolFactory(plan: ServicePlan): CodeSymbol {
  for (const { id } of plan.protocols) {
    const found = protocols[id];
    if (found !== undefined) return symbol(found.name, found.module);
  }
  const offered = plan.protocols.map(({ id }) => id).join(", ");
  throw new Error(
    `${plan.id} has no protocol that a client can speak. It has: ${offered || "none"}. There are: ${Object.keys(protocols).join(", ")}.`,
  );
}

const protocols: Readonly<Record<string, { readonly name: string; readonly module: string }>> = {
  "aws.protocols#awsJson1_0": { name: "awsJson1_0", module: "@tinsmith/protocols/aws-json" },
  "aws.protocols#awsJson1_1": { name: "awsJson1_1", module: "@tinsmith/protocols/aws-json" },
  "aws.protocols#awsQuery": { name: "awsQuery", module: "@tinsmith/protocols/aws-query" },
  "aws.protocols#ec2Query": { name: "ec2Query", module: "@tinsmith/protocols/ec2-query" },
  "aws.protocols#restJson1": { name: "restJson1", module: "@tinsmith/protocols/rest-json" },
  "aws.protocols#restXml": { name: "restXml", module: "@tinsmith/protocols/rest-xml" },
  "smithy.protocols#rpcv2Cbor": { name: "rpcv2Cbor", module: "@tinsmith/protocols/rpcv2-cbor" },
  "smithy.protocols#rpcv2Json": { name: "rpcv2Json", module: "@tinsmith/protocols/rpcv2-json" },
};

/** An authentication scheme that clients know. */
export interface ClientAuth {
  readonly id: string;
  /** Makes the scheme. */
  readonly factory: Code;
  /** Types of the runtime with the scheme's options, as given and as resolved. */
  readonly config: string;
  readonly resolvedConfig: string;
}

/** The service's schemes that clients know, best first. */
export function clientAuth(plan: ServicePlan): readonly ClientAuth[] {
  return plan.authSchemes.flatMap((scheme) => toClientAuth(scheme) ?? []);
}

function toClientAuth({ id, settings }: AuthSchemePlan): ClientAuth | undefined {
  if (id !== "aws.auth#sigv4") return undefined;
  const name =
    typeof settings === "object" && settings !== null && "name" in settings ? settings["name"] : "";
  return {
    id,
    factory: code`${runtime("sigv4")}(${literal(name ?? "")})`,
    config: "SigV4Config",
    resolvedConfig: "SigV4ResolvedConfig",
  };
}
