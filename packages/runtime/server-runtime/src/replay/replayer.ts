import type { OperationDescription } from "@tinsmith/protocols";
import { canonical } from "@tinsmith/validation";
import * as v from "valibot";
import { ServiceError } from "../service/service-error.js";
import { FileError } from "../json/json-file.js";
import type { Handler } from "../service/handler.js";
import type { ServiceDescription } from "../service/operations.js";
import type { ReplayBehavior } from "../mock/behavior.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { comparableInput } from "./comparable-input.js";
import { Drift } from "./drift.js";
import type { Fixture } from "./fixture.js";
import { readFixtures } from "./fixture-folder.js";
import type { FixtureFile } from "./fixture-folder.js";
import { fixtureProblems } from "./fixture-problems.js";
import { missOf, usedUp } from "./miss.js";
import type { Candidate } from "./miss.js";
import { withoutStreams } from "./plain-value.js";
import type { RecordingReport } from "./recording.js";
import { restore } from "./restore.js";
import { withoutTokens } from "../sample/match-example.js";

/** The fixtures to replay. */
export interface ReplayOptions {
  /** The folder of the fixtures. */
  readonly fixtures: string;
  /**
   * The response to a call after all recorded calls with its input have been replayed. Default: the
   * last response again.
   */
  readonly whenExhausted?: "repeat" | "fail";
  /**
   * Members of inputs that do not distinguish calls, such as the time of a call. They are paths
   * such as `Timestamp` or `UsageRecords[].Timestamp`, of any operation. Default: idempotency
   * tokens only.
   */
  readonly ignore?: readonly string[];
}

/**
 * Responds with recorded calls. Calls with the same input get the responses in the order of the
 * files. Each tenant starts with the first file. Idempotency tokens and redacted members are not
 * compared.
 */
export class Replayer {
  readonly #options: ReplayOptions;
  readonly #service: ServiceDescription;
  readonly #recorded: readonly RecordedAnswer[];
  readonly #ignore: ReadonlySet<string>;
  readonly #byKey = new Map<string, RecordedAnswer[]>();
  readonly #used = new Set<string>();
  readonly #drift = new Drift();
  #calls = 0;

  /** @throws FileError if a file is not a fixture, or the model does not allow it */
  static async load(options: ReplayOptions, service: ServiceDescription): Promise<Replayer> {
    return new Replayer(options, service, await readFixtures(options.fixtures));
  }

  private constructor(
    options: ReplayOptions,
    service: ServiceDescription,
    files: readonly FixtureFile[],
  ) {
    this.#options = options;
    this.#service = service;
    this.#ignore = new Set(options.ignore);
    const problems = files.flatMap((file) => problemsOf(file, service));
    if (problems.length > 0)
      throw new FileError(problems.map(({ message }) => message).join("\n\n"));
    this.#recorded = files.flatMap((file) => recordedAnswers(file, service, this.#ignore));
    for (const recorded of this.#recorded) {
      const same = this.#byKey.get(recorded.key);
      if (same) same.push(recorded);
      else this.#byKey.set(recorded.key, [recorded]);
    }
    for (const { value } of files) {
      for (const finding of value.drift ?? []) {
        this.#drift.add({ ...finding, operation: value.operation });
      }
    }
  }

  report(): RecordingReport {
    const unused = this.#recorded.map(({ file }) => file).filter((file) => !this.#used.has(file));
    const { findings } = this.#drift;
    const { fixtures } = this.#options;
    return { mode: "replay", fixtures, calls: this.#calls, unused, drift: findings };
  }

  /** Returns the handlers for one tenant. */
  readonly behavior = (): ReplayBehavior => {
    const answered = new Map<string, number>();
    const handlers: Record<string, Handler> = {};
    for (const operation of this.#service.operations) {
      handlers[nameOf(operation.schema)] = async (input, context) => {
        const name = nameOf(operation.schema);
        const schema = inputOf(operation.schema);
        // Events are not compared, because the client may wait for a response before it ends them.
        const told: object = Object(withoutTokens(operation)(input));
        const { value } = await withoutStreams(schema, told);
        const rules = { operation, ignore: this.#ignore };
        const comparable = comparableInput(rules, value, context.request);
        const next = this.#next(name, comparable, answered);
        for (const warning of next.warnings) context.warn(warning);
        return next.answer();
      };
    }
    return {
      handlers,
      dump: () => Object.fromEntries(answered),
      seed: (state) => {
        const counts = v.parse(v.record(v.string(), v.number()), state);
        answered.clear();
        for (const [key, times] of Object.entries(counts)) answered.set(key, times);
      },
      reset: () => answered.clear(),
    };
  };

  #next(operation: string, input: unknown, answered: Map<string, number>): RecordedAnswer {
    const key = keyOf(operation, input);
    const answers = this.#byKey.get(key) ?? [];
    const times = answered.get(key) ?? 0;
    const next =
      answers[times] ?? (this.#options.whenExhausted === "fail" ? undefined : answers.at(-1));
    if (!next) {
      throw answers.length > 0
        ? usedUp(
            operation,
            answers.map(({ file }) => file),
          )
        : missOf(
            operation,
            input,
            this.#recorded.filter((one) => one.operation === operation),
          );
    }
    answered.set(key, times + 1);
    this.#calls += 1;
    this.#used.add(next.file);
    return next;
  }
}

interface RecordedAnswer extends Candidate {
  readonly key: string;
  readonly operation: string;
  /** The differences from the model that were known when the call was recorded. */
  readonly warnings: readonly string[];
  /** @throws ServiceError if the recorded call failed */
  answer(): unknown;
}

const operationOf = (
  { value }: FixtureFile,
  { operations }: ServiceDescription,
): OperationDescription | undefined =>
  operations.find(({ schema }) => nameOf(schema) === value.operation);

function recordedAnswers(
  file: FixtureFile,
  service: ServiceDescription,
  ignore: ReadonlySet<string>,
): readonly RecordedAnswer[] {
  const operation = operationOf(file, service);
  if (!operation) return [];
  const { constraints = {} } = service;
  const { input: node, drift = [] } = file.value;
  const name = nameOf(operation.schema);
  const schema = inputOf(operation.schema);
  const given: object = Object(restore(schema, node, constraints));
  // Members with defaults may have been added to the model since the recording.
  const input = comparableInput(
    { operation, ignore },
    operation.defaults?.input(operation.schema, given) ?? given,
  );
  return [
    {
      file: file.name,
      key: keyOf(name, input),
      operation: name,
      input,
      warnings: drift.map(
        ({ side, path, detail }) => `${file.name}: ${[side, path].join(" ").trim()}: ${detail}`,
      ),
      answer: answerOf(file.value, operation, constraints),
    },
  ];
}

function answerOf(
  { error, output = {}, status }: Fixture,
  operation: OperationDescription,
  constraints: NonNullable<ServiceDescription["constraints"]>,
): () => unknown {
  if (!error) {
    const value = restore(outputOf(operation.schema), output, constraints);
    return () => value;
  }
  const { name, message, members = {} } = error;
  const schema = operation.errors.find((candidate) => nameOf(candidate) === name);
  const data = schema ? restore(schema, members, constraints) : {};
  const $fault = status < 500 ? "client" : "server";
  return () => {
    throw new ServiceError({ name, $fault, message, statusCode: status }, Object(data));
  };
}

/**
 * Returns the parts of a fixture that the model does not allow, except for recorded differences.
 */
function problemsOf(file: FixtureFile, service: ServiceDescription): readonly FileError[] {
  const { value, problemAt } = file;
  const { namespace, name } = service.service;
  if (value.service !== `${namespace}#${name}`) {
    return [
      problemAt(
        ["service"],
        `This fixture belongs to another service. Expected ${namespace}#${name}.`,
      ),
    ];
  }
  const operation = operationOf(file, service);
  if (!operation) {
    return [problemAt(["operation"], `${value.operation} is not an operation of ${name}.`)];
  }
  const known = new Set(value.drift?.map(({ kind, side, path }) => `${kind} ${side} ${path}`));
  return fixtureProblems(value, operation, service.constraints ?? {})
    .filter(({ kind, side, path }) => !known.has(`${kind} ${side} ${path}`))
    .map(({ steps, path, detail }) =>
      problemAt(
        steps,
        `${path === "" ? "It" : path} ${detail} (checked against the current model).`,
      ),
    );
}

const keyOf = (operation: string, input: unknown): string => `${operation} ${canonical(input)}`;
