import { planService } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { chooseService, readModel } from "../src/read-model.js";
import type { ModelInput } from "../src/read-model.js";

/** Returns the plan of the only service of a model. */
export function planOf(input: ModelInput): ServicePlan {
  const model = readModel(input);
  return planService(model, chooseService(model, undefined));
}
