import { checkArgument } from "../../checks/check.js";
import { unknownName } from "../../checks/unknown-name.js";
import type { Clock } from "../../service/clock.js";
import type { HandlerContext } from "../../service/exchange.js";
import type { FaultPlan, FaultSettings } from "./fault-plan.js";
import { faultRuleSchema } from "./fault-rule-schema.js";
import type { ActiveFault, FaultRule } from "./fault-rule.js";
import { operationsOf, FaultPlanBuilder, ActiveRule } from "./active-rule.js";

/** The faults of one tenant. */
export class Faults {
  readonly #settings: FaultSettings;
  readonly #clock: Clock;
  #rules: readonly ActiveRule[] = [];
  #count = 0;

  constructor(settings: FaultSettings, clock: Clock) {
    this.#settings = settings;
    this.#clock = clock;
  }

  /**
   * Adds a rule after the active ones.
   *
   * @throws TypeError that names the fault and the problem, such as an unknown operation or a
   *   probability above 1
   */
  add(rule: FaultRule): ActiveFault {
    checkRule(rule, this.#settings);
    const id = `fault-${++this.#count}`;
    const added = new ActiveRule(id, rule, this.#settings, this.#clock, () => this.remove(id));
    this.#rules = [...this.#rules, added];
    return added;
  }

  /** Returns the active rules in the order in which they apply. */
  list(): readonly ActiveFault[] {
    return this.#rules;
  }

  /** Removes a rule. Returns false if the id is unknown. */
  remove(id: string): boolean {
    const kept = this.#rules.filter((rule) => rule.id !== id);
    const removed = kept.length < this.#rules.length;
    this.#rules = kept;
    return removed;
  }

  clear(): void {
    this.#rules = [];
  }

  /** Remembers the rules and their progress, and returns a function that restores them. */
  checkpoint(): () => void {
    const rules = this.#rules;
    const restores = rules.map((rule) => rule.checkpoint());
    return () => {
      this.#rules = rules;
      for (const restore of restores) restore();
    };
  }

  /** Returns the faults of a request; usually undefined. */
  plan(context: HandlerContext, input: unknown): FaultPlan | undefined {
    if (this.#rules.length === 0) return undefined;
    const plan = new FaultPlanBuilder();
    for (const rule of this.#rules) {
      if (rule.meets(context, input)) rule.join(plan, context);
      if (plan.error !== undefined || plan.reset) break;
    }
    return plan.names.length === 0 ? undefined : plan;
  }
}

function checkRule(rule: FaultRule, settings: FaultSettings): void {
  checkArgument(faultRuleSchema, rule, "fault of faults.add()");
  const { operations, quotas, serviceFaults = {} } = settings;
  if (rule.kind === "service" && !Object.hasOwn(serviceFaults, rule.name)) {
    throw unknownName("service fault", rule.name, Object.keys(serviceFaults));
  }
  for (const operation of operationsOf(rule, settings) ?? []) {
    if (!operations.includes(operation)) throw unknownName("operation", operation, operations);
  }
  if (rule.input !== undefined) checkInput(rule, settings);
  if (rule.kind === "throttle" && rule.perSecond === undefined && !quotas) {
    throw new TypeError(
      'The fault passed to faults.add() must have the member "perSecond", because this service has no quotas.',
    );
  }
  if (rule.kind === "service") serviceFaults[rule.name]?.check?.(rule.parameters ?? {});
}

/**
 * @throws TypeError if no operation of the rule accepts the partial input, because the rule would
 *   never apply
 */
function checkInput(rule: FaultRule, settings: FaultSettings): void {
  const problems: unknown[] = [];
  const operations = [...(operationsOf(rule, settings) ?? settings.operations)];
  for (const operation of operations) {
    try {
      settings.checkInput?.(operation, rule.input);
    } catch (problem) {
      problems.push(problem);
    }
  }
  if (problems.length > 0 && problems.length === operations.length) throw problems[0];
}
