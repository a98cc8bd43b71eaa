import type { ServicePlan } from "@tinsmith/service";
import { code, join } from "../../code/code.js";
import type { Code } from "../../code/code.js";
import { handlersName } from "./runtime-symbols.js";

/** Emits the entry of the package, which exports each name explicitly. */
export function emitIndex(plan: ServicePlan): Code {
  const errors = plan.errors.map((error) => error.typeName);
  return code`
    ${errors.length > 0 && code`export { ${join(errors, ", ")} } from "./errors.js";`}
    export type { ${handlersName(plan)} } from "./handlers.js";
    export { createMockServer, MockServer, type MockServerOptions } from "./server.js";
    export { service } from "./service.js";
  `;
}
