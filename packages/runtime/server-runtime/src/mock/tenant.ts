import type { OperationDescription } from "@tinsmith/protocols";
import type { ControllableClock } from "./controllable-clock.js";
import type { ControlledTenant } from "./controlled-tenant.js";
import { Coverage } from "./coverage.js";
import type { Exchange } from "../service/exchange.js";
import type { ServedResponse } from "../service/broken-connection.js";
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
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { copyJson } from "@tinsmith/values";
import { expectationSchema, VerificationError, verifyReceived } from "./verify.js";
import type { Expectation, Verification } from "./verify.js";
import type { Behavior, BehaviorScope, ReplayBehavior } from "./behavior.js";
import { createBoundary } from "./boundary.js";
import type { Boundary } from "./boundary.js";
import * as v from "valibot";
import { checkArgument } from "../checks/check.js";
import { unknownName } from "../checks/unknown-name.js";
import { checkBehavior } from "./behavior-schema.js";

/** The parts of a tenant. */
export interface TenantSetup<Handlers extends object> extends BehaviorScope {
  readonly service: ServiceDescription;
  readonly faults: FaultSettings;
  readonly journal?: JournalOptions | undefined;
  readonly behavior?: ((scope: BehaviorScope) => Behavior<Handlers>) | undefined;
}

/**
 * A group of callers of a shared server, identified by the access key of their requests. Each
 * tenant has a separate state, clock, journal and coverage, and separate overrides and faults.
 */
export class Tenant<Handlers extends object = object> implements ControlledTenant {
  /** The access key, or `default`. */
  readonly name: string;
  readonly clock: ControllableClock;
  /** The latest requests. */
  readonly journal: Journal;
  /** The active faults. */
  readonly faults: Faults;
  /** The parts of the model that were exercised so far. */
  readonly coverage: Coverage;
  /** The overrides that `on` created. */
  readonly overrides = new Overrides();
  readonly behavior: Behavior<Handlers> | undefined;
  /** Responds instead of handlers and samples while recorded calls are replayed. */
  replay: ReplayBehavior | undefined;
  readonly #operations: readonly OperationDescription[];
  readonly #service: string;

  constructor(setup: TenantSetup<Handlers>) {
    const { name, clock, service } = setup;
    this.name = name;
    this.clock = clock;
    this.journal = new Journal(setup.journal);
    const checkInput = (name: string, partial: unknown) => void this.#require(name, partial);
    this.faults = new Faults({ ...setup.faults, checkInput }, clock);
    this.coverage = new Coverage(service.operations, service.constraints ?? {});
    this.#operations = service.operations;
    if (setup.behavior) {
      this.behavior = setup.behavior({ name, clock });
      checkBehavior(this.behavior, setup.faults.operations);
    }
    this.#service = service.service.name;
  }

  /**
   * Overrides an operation at run time.
   *
   * @param partialInput - the override applies only to requests whose input contains this value
   * @throws TypeError if the service does not have the operation, or if the input of the operation
   *   does not have a member
   */
  on<Operation extends keyof Handlers & string>(
    operation: Operation,
    partialInput?: DeepPartial<InputOf<Handlers, Operation>>,
  ): Override<InputOf<Handlers, Operation>, OutputOf<Handlers, Operation>> {
    return this.override(operation, partialInput);
  }

  /**
   * Overrides an operation by its name only.
   *
   * @throws TypeError if the operation is unknown
   */
  override<Input, Output>(operation: string, partialInput?: unknown): Override<Input, Output> {
    const { schema } = this.#require(operation, partialInput);
    return this.overrides.add(operation, partialInput, (output) =>
      checkPartial(`output of ${operation}`, outputOf(schema), output),
    );
  }

  /**
   * Verifies that an operation was called with an input that contains the given input.
   *
   * @returns the matching requests
   * @throws VerificationError that lists the nearest requests
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
   * Returns the result of a verification, with the reason if it fails.
   *
   * @throws TypeError if the service does not have the operation, or if the input of the operation
   *   does not have a member
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

  /**
   * Returns the whole state as JSON that `seed` accepts; undefined if the service has no state.
   */
  dump(): unknown {
    const state = this.behavior?.dump?.();
    return state === undefined ? undefined : copyJson(state);
  }

  /**
   * Replaces the state and clears overrides, faults and journal. The clock stays.
   *
   * @throws TypeError if the state is not valid, or the service has no state
   */
  seed(state: unknown): void {
    const { behavior } = this;
    if (!behavior?.seed) throw new TypeError(`${this.#service} has no state.`);
    behavior.seed(state);
    this.#clear();
  }

  /** Restores the initial state and clears overrides, faults and journal. The clock stays. */
  reset(): void {
    this.behavior?.reset?.();
    this.#clear();
  }

  /**
   * Waits until all changes are written to the store, and reads the changes of other servers with
   * the same state. Resolves at once for a state in memory.
   */
  async refresh(): Promise<void> {
    await this.behavior?.refresh?.();
  }

  /** Isolates a test: all changes of this tenant are undone at the end of the boundary. */
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

  /** Records an exchange and its response. */
  record(exchange: Exchange, answer: ServedResponse): void {
    this.coverage.record(exchange, answer.statusCode);
    this.journal.add(
      exchange.operation,
      (sequence) => new JournalEntry(sequence, exchange, answer, this.clock.now().getTime()),
    );
  }

  #clear(): void {
    this.replay?.reset?.();
    this.overrides.clear();
    this.faults.clear();
    this.journal.clear();
  }

  #require(name: string, partialInput: unknown): OperationDescription {
    const operation = this.#operations.find(({ schema }) => nameOf(schema) === name);
    if (operation) {
      checkPartial(`input of ${name}`, inputOf(operation.schema), partialInput);
      return operation;
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
