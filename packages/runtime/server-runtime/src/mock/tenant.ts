import type { OperationDescription } from "@tinsmith/protocols";
import type { ControllableClock } from "./controllable-clock.js";
import type { ControlledTenant } from "./controlled-tenant.js";
import { Coverage } from "./coverage.js";
import type { Exchange } from "../service/exchange.js";
import type { Answer } from "../service/broken-connection.js";
import type { FaultSettings } from "./faults/fault-plan.js";
import { Faults } from "./faults/faults.js";
import type { InputOf, OutputOf } from "../service/handler.js";
import { JournalEntry } from "./journal-entry.js";
import { Journal } from "./journal.js";
import type { JournalOptions } from "./journal.js";
import { checkPartial } from "./matching/check-partial.js";
import type { DeepPartial } from "./matching/deep-partial.js";
import type { ServiceDescription } from "../service/operations.js";
import type { Override } from "./override.js";
import { Overrides } from "./overrides.js";
import { inputOf, nameOf } from "@tinsmith/schema";
import { expectationSchema, VerificationError, verifyReceived } from "./verify.js";
import type { Expectation, Verification } from "./verify.js";
import type { Behavior, BehaviorScope, ReplayBehavior } from "./behavior.js";
import { createBoundary } from "./boundary.js";
import type { Boundary } from "./boundary.js";
import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { unknownName } from "../checks/unknown-name.js";
import { checkBehavior } from "./behavior-schema.js";

/** What a tenant is made of. */
export interface TenantSetup<Handlers extends object> extends BehaviorScope {
  readonly service: ServiceDescription;
  readonly faults: FaultSettings;
  readonly journal?: JournalOptions | undefined;
  readonly behavior?: ((scope: BehaviorScope) => Behavior<Handlers>) | undefined;
}

/**
 * One of those who share a server, by the access key of their requests: with a state, clock, overrides,
 * faults, journal and coverage of their own.
 */
export class Tenant<Handlers extends object = object> implements ControlledTenant {
  /** The access key, or `default`. */
  readonly name: string;
  readonly clock: ControllableClock;
  /** The last requests. */
  readonly journal: Journal;
  /** What goes wrong on purpose. */
  readonly faults: Faults;
  /** What of the model was exercised so far. */
  readonly coverage: Coverage;
  /** The overrides that `on` made. */
  readonly overrides = new Overrides();
  readonly behavior: Behavior<Handlers> | undefined;
  /** What answers in the place of everything else, where recorded calls are replayed. */
  replay: ReplayBehavior | undefined;
  readonly #operations: readonly OperationDescription[];
  readonly #service: string;

  constructor(setup: TenantSetup<Handlers>) {
    const { name, clock, service } = setup;
    this.name = name;
    this.clock = clock;
    this.journal = new Journal(setup.journal);
    this.faults = new Faults(setup.faults, clock);
    this.coverage = new Coverage(service.operations, service.constraints ?? {});
    this.#operations = service.operations;
    if (setup.behavior) {
      this.behavior = setup.behavior({ name, clock });
      checkBehavior(this.behavior, setup.faults.operations);
    }
    this.#service = service.service.name;
  }

  /**
   * Overrides an operation while the server runs.
   *
   * @param partialInput - only requests whose input has all of this are meant
   * @throws TypeError where the service has no such operation, or its input no such member
   */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    return this.override(operation, partialInput);
  }

  /** The same for an operation that is known by name only. @throws TypeError where there is none */
  override<Input, Output>(operation: string, partialInput?: unknown): Override<Input, Output> {
    this.#require(operation, partialInput);
    return this.overrides.add(operation, partialInput);
  }

  /**
   * Makes sure that an operation was called, with an input that has all of the given one.
   *
   * @returns the requests
   * @throws VerificationError that says which requests came nearest
   */
  verify<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
    expectation?: Expectation,
  ): readonly JournalEntry[] {
    const { ok, message, matched } = this.checkReceived(operation, partialInput, expectation);
    if (!ok) throw new VerificationError(message);
    return matched;
  }

  /**
   * The same as a value: whether it is so, and why not.
   *
   * @throws TypeError where the service has no such operation, or its input no such member
   */
  checkReceived(
    operation: string,
    partialInput?: unknown,
    expectation?: Expectation,
  ): Verification {
    this.#require(operation, partialInput);
    checkArgument(v.optional(expectationSchema), expectation, "expectation");
    return verifyReceived(this.journal, operation, partialInput, expectation);
  }

  /** The whole state as JSON, as `seed` takes it; `undefined` where the service keeps none. */
  dump(): unknown {
    const state = this.behavior?.dump?.();
    return state === undefined ? undefined : structuredClone(state);
  }

  /**
   * Begins again with another state; overrides, faults and journal are gone, the clock stays.
   *
   * @throws TypeError where the state is not valid, or the service keeps none
   */
  seed(state: unknown): void {
    const { behavior } = this;
    if (!behavior?.seed) throw new TypeError(`${this.#service} keeps no state here.`);
    behavior.seed(state);
    this.#clear();
  }

  /** Begins again: with the state of the beginning, without overrides, faults and journal. The clock stays. */
  reset(): void {
    this.behavior?.reset?.();
    this.#clear();
  }

  /**
   * Waits until what was asked for in process is written where the state is kept, and brings here what
   * other servers of the same state have written. In memory there is nothing to wait for.
   */
  async refresh(): Promise<void> {
    await this.behavior?.refresh?.();
  }

  /** Isolates a test: what it does to this tenant is undone at the end of the boundary. */
  boundary(): Boundary {
    return createBoundary([
      checkpointOf(this.behavior),
      checkpointOf(this.replay),
      this.clock.checkpoint(),
      this.overrides.checkpoint(),
      this.faults.checkpoint(),
      this.journal.checkpoint(),
    ]);
  }

  /** Writes down an exchange and what it was answered. */
  record(exchange: Exchange, answer: Answer): void {
    this.coverage.record(exchange, answer.statusCode);
    this.journal.add(
      (sequence) => new JournalEntry(sequence, exchange, answer, this.clock.now().getTime()),
    );
  }

  #clear(): void {
    this.replay?.reset?.();
    this.overrides.clear();
    this.faults.clear();
    this.journal.clear();
  }

  #require(name: string, partialInput: unknown): void {
    const operation = this.#operations.find(({ schema }) => nameOf(schema) === name);
    if (operation) {
      checkPartial(`input of ${name}`, inputOf(operation.schema), partialInput);
      return;
    }
    throw unknownName(
      "operation",
      name,
      this.#operations.map(({ schema }) => nameOf(schema)),
    );
  }
}

function checkpointOf(behavior: Behavior<object> | undefined): () => void {
  if (behavior?.checkpoint) return behavior.checkpoint();
  const state = behavior?.dump?.();
  return () => {
    if (state !== undefined) behavior?.seed?.(state);
  };
}
