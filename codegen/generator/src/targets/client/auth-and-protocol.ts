import { code } from "../../code/code.js";
import type { Code, CodeSymbol } from "../../code/code.js";
import { literal } from "../../code/literal.js";
import type { AuthSchemePlan } from "../../plan/auth-scheme-plan.js";
import type { ServicePlan } from "../../plan/service-plan.js";
import { protocolSymbols } from "../protocol-symbols.js";
import { runtime } from "./runtime-symbols.js";

/**
 * The protocol that clients of the service speak: the first of its protocols that there is.
 * @throws Error where there is none of them
 */
export function protocolFactory(plan: ServicePlan): CodeSymbol {
  for (const { id } of plan.protocols) {
    const found = protocolSymbols.get(id);
    if (found !== undefined) return found;
  }
  const offered = plan.protocols.map(({ id }) => id).join(", ");
  throw new Error(
    `${plan.id} has no protocol that a client can speak. It has: ${offered || "none"}. There are: ${[...protocolSymbols.keys()].join(", ")}.`,
  );
}

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
