import type { Clock } from "../../service/clock.js";
import type { HandlerContext } from "../../service/exchange.js";
import type { FaultPlan, FaultSettings } from "./fault-plan.js";
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
   * Puts a rule in force, behind those that are.
   *
   * @throws TypeError where the rule cannot be meant: an unknown operation, a probability beyond 1
   */
  add(rule: FaultRule): ActiveFault {
    checkRule(rule, this.#settings);
    const id = `fault-${++this.#count}`;
    const added = new ActiveRule(id, rule, this.#settings, this.#clock, () => this.remove(id));
    this.#rules = [...this.#rules, added];
    return added;
  }

  /** The rules in force, in the order in which they are asked. */
  list(): readonly ActiveFault[] {
    return this.#rules;
  }

  /** Whether there was one of that id. */
  remove(id: string): boolean {
    const kept = this.#rules.filter((rule) => rule.id !== id);
    const removed = kept.length < this.#rules.length;
    this.#rules = kept;
    return removed;
  }

  clear(): void {
    this.#rules = [];
  }

  /** Remembers the rules and how far they have got; the answer brings them back. */
  checkpoint(): () => void {
    const rules = this.#rules;
    const restores = rules.map((rule) => rule.checkpoint());
    return () => {
      this.#rules = rules;
      for (const restore of restores) restore();
    };
  }

  /** What to do to a request; nothing, mostly. */
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

const faultKinds: readonly string[] = [
  "error",
  "latency",
  "throttle",
  "reset",
  "dropResponse",
  "truncate",
  "service",
] satisfies readonly FaultRule["kind"][];

const checkRule = (rule: FaultRule, settings: FaultSettings): void => {
  const { operations, quotas, serviceFaults } = settings;
  if (!faultKinds.includes(rule.kind)) {
    throw new TypeError(`There is no fault ${rule.kind}. There are ${faultKinds.join(", ")}.`);
  }
  for (const operation of operationsOf(rule, settings) ?? []) {
    if (!operations.includes(operation)) {
      throw new TypeError(
        `There is no operation ${operation}. The service has ${operations.join(", ")}.`,
      );
    }
  }
  const { probability } = rule;
  if (probability !== undefined && !(probability >= 0 && probability <= 1)) {
    throw new TypeError(`A probability is from 0 to 1, not ${probability}.`);
  }
  if (rule.kind === "throttle") {
    if (rule.perSecond === undefined && !quotas) {
      throw new TypeError("This service has no quotas of its own: say how many perSecond.");
    }
    if (rule.perSecond !== undefined && !(rule.perSecond > 0)) {
      throw new TypeError(`perSecond has to be more than 0, not ${rule.perSecond}.`);
    }
    if (rule.burst !== undefined && !(rule.burst >= 1)) {
      throw new TypeError(`A burst is 1 or more, not ${rule.burst}.`);
    }
  }
  if (rule.kind === "service") {
    const own = serviceFaults ?? {};
    const fault = Object.hasOwn(own, rule.name) ? own[rule.name] : undefined;
    if (!fault) {
      const known = Object.keys(own).join(", ") || "none";
      throw new TypeError(`The service has no fault ${rule.name}. It has: ${known}.`);
    }
    fault.check?.(rule.parameters ?? {});
  }
};
