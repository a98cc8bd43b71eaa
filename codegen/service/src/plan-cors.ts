import type { Traits } from "@tinsmith/smithy";
import { corsTrait, trait } from "@tinsmith/smithy/traits";
import type { CorsPlan } from "./service-plan.js";

/** Plans the access of web pages of other origins. The origins of all stages are included. */
export function planCors(service: Traits): CorsPlan | undefined {
  const cors = trait(service, corsTrait);
  if (cors === undefined) return undefined;
  const {
    origin = "*",
    origins,
    maxAge,
    additionalAllowedHeaders,
    additionalExposedHeaders,
  } = cors;
  return {
    origins: origins === undefined ? [origin] : [...new Set(Object.values(origins))],
    maxAge,
    allowedHeaders: additionalAllowedHeaders ?? [],
    exposedHeaders: additionalExposedHeaders ?? [],
  };
}
