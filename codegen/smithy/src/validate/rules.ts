import type { Rule } from "./rule.js";
import { target } from "./rules/target.js";
import { traitCreation } from "./rules/trait-creation.js";
import { traitValue } from "./rules/trait-value.js";

/** Where one of these fails, others would fail for no other reason: they run first. */
export const coreRules: readonly Rule[] = [traitCreation, target];

/** What else holds for a valid model. */
export const rules: readonly Rule[] = [traitValue];
