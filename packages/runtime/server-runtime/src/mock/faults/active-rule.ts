import type { Clock } from "../../service/clock.js";
import { ServiceError } from "../../service/service-error.js";
import type { HandlerContext } from "../../service/exchange.js";
import type { Handler } from "../../service/handler.js";
import { contains } from "../matching/contains.js";
import { createRandom } from "../../sample/random.js";
import type { Random } from "../../sample/random.js";
import type { BrokenConnection } from "../../service/broken-connection.js";
import type { ActiveFault, FaultRule } from "./fault-rule.js";
import type { FaultPlan, FaultSettings } from "./fault-plan.js";
import { TokenBucket } from "./token-bucket.js";

/** A plan to which rules are added. */
export class FaultPlanBuilder implements FaultPlan {
  readonly names: string[] = [];
  delayMs = 0;
  error: ServiceError | undefined = undefined;
  reset = false;
  broken: BrokenConnection | undefined = undefined;
  readonly wrappers: ((next: Handler) => Handler)[] = [];
}

/** A rule and its progress. */
export class ActiveRule implements ActiveFault {
  readonly id: string;
  readonly rule: FaultRule;
  readonly remove: () => void;
  readonly #settings: FaultSettings;
  readonly #clock: Clock;
  readonly #operations: ReadonlySet<string> | undefined;
  readonly #seed: string;
  #random: Random;
  #draws = 0;
  #seen = 0;
  #hits = 0;
  #buckets = new Map<string, TokenBucket>();

  constructor(
    id: string,
    rule: FaultRule,
    settings: FaultSettings,
    clock: Clock,
    remove: () => void,
  ) {
    this.id = id;
    this.rule = rule;
    this.remove = remove;
    this.#settings = settings;
    this.#clock = clock;
    this.#operations = operationsOf(rule, settings);
    this.#seed = rule.seed ?? "";
    this.#random = createRandom(this.#seed);
  }

  get hits(): number {
    return this.#hits;
  }

  meets({ operation }: HandlerContext, input: unknown): boolean {
    const { rule } = this;
    if (this.#operations && !this.#operations.has(operation)) return false;
    if (rule.input !== undefined && !contains(input, rule.input)) return false;
    if (rule.times !== undefined && this.#hits >= rule.times) return false;
    this.#seen += 1;
    if (this.#seen <= (rule.skip ?? 0)) return false;
    return rule.probability === undefined || this.#fraction() < rule.probability;
  }

  join(plan: FaultPlanBuilder, context: HandlerContext): void {
    const { rule } = this;
    switch (rule.kind) {
      case "error":
        plan.error = errorOf(rule);
        break;
      case "latency":
        plan.delayMs += this.#milliseconds(rule.milliseconds);
        break;
      case "throttle": {
        const refusal = this.#throttle(rule, context);
        if (refusal === undefined) return;
        plan.error = refusal;
        break;
      }
      case "reset":
        plan.reset = true;
        break;
      case "dropResponse":
        plan.broken = { kind: "reset" };
        break;
      case "truncate":
        plan.broken ??= { kind: "truncate", afterBytes: rule.afterBytes };
        break;
      case "service":
        plan.wrappers.push(this.#wrapper(rule));
        break;
    }
    this.#hits += 1;
    plan.names.push(rule.kind === "service" ? rule.name : rule.kind);
  }

  checkpoint(): () => void {
    const before = { draws: this.#draws, seen: this.#seen, hits: this.#hits };
    return () => {
      this.#seen = before.seen;
      this.#hits = before.hits;
      this.#buckets = new Map();
      this.#random = createRandom(this.#seed);
      for (this.#draws = 0; this.#draws < before.draws;) this.#fraction();
    };
  }

  #fraction(): number {
    this.#draws += 1;
    return this.#random.fraction();
  }

  #milliseconds(range: number | readonly [number, number]): number {
    if (typeof range === "number") return range;
    const [from, to] = range;
    return from + this.#fraction() * (to - from);
  }

  #throttle(
    rule: Extract<FaultRule, { kind: "throttle" }>,
    { operation, credential }: HandlerContext,
  ): ServiceError | undefined {
    const quota = this.#settings.quotas?.operations[operation];
    const perSecond = rule.perSecond ?? quota?.perSecond;
    if (perSecond === undefined) return undefined;
    const burst = rule.burst ?? (rule.perSecond === undefined ? quota?.burst : undefined);
    const now = rule.time === "clock" ? this.#clock.now().getTime() : performance.now();
    const key = `${operation} ${credential?.region ?? ""}`;
    let bucket = this.#buckets.get(key);
    if (!bucket) {
      bucket = new TokenBucket(perSecond, burst ?? Math.max(1, perSecond), now);
      this.#buckets.set(key, bucket);
    }
    if (bucket.take(now)) return undefined;
    return new ServiceError({
      name: rule.error ?? this.#settings.quotas?.error ?? "ThrottlingException",
      $fault: "client",
      message: `${operation} accepts ${perSecond} requests per second.`,
    });
  }

  #wrapper({ name, parameters = {} }: Extract<FaultRule, { kind: "service" }>) {
    const fault = this.#settings.serviceFaults?.[name];
    const random: Random = createRandom(`${this.#seed} ${this.#hits}`);
    return (next: Handler): Handler =>
      fault
        ? (input, context) =>
            fault.answer(input, { ...contextOf(context), parameters, random }, next)
        : next;
  }
}

/** Copies each part by name. Parts of a context may be getters, and a spread would omit them. */
const contextOf = (context: HandlerContext): HandlerContext => ({
  operation: context.operation,
  requestId: context.requestId,
  request: context.request,
  receivedAt: context.receivedAt,
  credential: context.credential,
  tenant: context.tenant,
  clock: context.clock,
  warn: (warning) => context.warn(warning),
});

const errorOf = (rule: Extract<FaultRule, { kind: "error" }>): ServiceError =>
  new ServiceError(
    {
      name: rule.error,
      $fault: (rule.statusCode ?? 400) >= 500 ? "server" : "client",
      message: rule.message ?? `${rule.error}, simulated by the mock server.`,
      statusCode: rule.statusCode,
    },
    rule.members,
  );

/** Returns the operations to which a rule applies; undefined if it applies to all. */
export function operationsOf(
  rule: FaultRule,
  { serviceFaults }: FaultSettings,
): ReadonlySet<string> | undefined {
  const { operation } = rule;
  if (operation !== undefined) {
    return new Set(typeof operation === "string" ? [operation] : operation);
  }
  const own = rule.kind === "service" ? serviceFaults?.[rule.name]?.operation : undefined;
  return own === undefined ? undefined : new Set([own]);
}
