import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../python/boto3_calls.py", import.meta.url));
const python = process.env["PYTHON"] ?? "python3";

/** The reason why boto3 is not available; `undefined` if it is. */
export const missingBoto3: string | undefined = findMissingReason();

function findMissingReason(): string | undefined {
  const { status, error } = spawnSync(python, ["-c", "import boto3"], { stdio: "ignore" });
  if (error) return `skipped: ${python} is missing`;
  return status === 0 ? undefined : `skipped: ${python} has no boto3`;
}

/** The settings of a call other than its operation and input. */
export interface Boto3Target {
  /** The service by its name in boto3: `meteringmarketplace`. */
  readonly service: string;
  readonly endpoint: string;
  /** The maximum number of attempts. Default 1. */
  readonly attempts?: number;
}

/** The failure that boto3 reports for an error response. */
export interface Boto3Failure {
  /** The class of the exception: the error's shape, or `ClientError`. */
  readonly name: string;
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly attempts: number;
  readonly members: Readonly<Record<string, unknown>>;
}

type Outcome =
  | { readonly errors: readonly string[] }
  | { readonly output: unknown; readonly attempts: number }
  | { readonly pages: readonly unknown[] }
  | { readonly error: Boto3Failure }
  | { readonly problem: string };

/** A Python process in which boto3 calls services, one call after another. */
export class Boto3 {
  readonly #process: ChildProcess;
  readonly #waiting: { resolve: (outcome: Outcome) => void; reject: (error: Error) => void }[] = [];
  #complaints = "";

  constructor() {
    const child = spawn(python, [program], { stdio: ["pipe", "pipe", "pipe"] });
    this.#process = child;
    child.stderr.on("data", (text) => (this.#complaints += String(text)));
    child.once("close", () => {
      for (const { reject } of this.#waiting.splice(0)) {
        reject(new Error(`The Python program has ended: ${this.#complaints}`));
      }
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      this.#waiting.shift()?.resolve(JSON.parse(line, reviveValue));
    });
  }

  /** Calls an operation and returns the output as plain data. */
  async call(target: Boto3Target, operation: string, input: unknown): Promise<unknown> {
    const outcome = await this.#send({ ...target, operation, input });
    if ("output" in outcome) return outcome.output;
    throw new Error(`${operation}: ${JSON.stringify(outcome)}`);
  }

  /** Calls an operation that succeeds and returns the number of attempts. */
  async attempts(target: Boto3Target, operation: string, input: unknown): Promise<number> {
    const outcome = await this.#send({ ...target, operation, input });
    if ("output" in outcome) return outcome.attempts;
    throw new Error(`${operation}: ${JSON.stringify(outcome)}`);
  }

  /** Calls an operation that must fail and returns the failure. */
  async failure(target: Boto3Target, operation: string, input: unknown): Promise<Boto3Failure> {
    const outcome = await this.#send({ ...target, operation, input });
    if ("error" in outcome) return outcome.error;
    throw new Error(`${operation} did not fail: ${JSON.stringify(outcome)}`);
  }

  /** Returns all pages of an operation. */
  async pages(target: Boto3Target, operation: string, input: object): Promise<readonly unknown[]> {
    const outcome = await this.#send({ ...target, operation, input, paginate: true });
    if ("pages" in outcome) return outcome.pages;
    throw new Error(`${operation}: ${JSON.stringify(outcome)}`);
  }

  /** Returns the names of the errors for which boto3 has exceptions. */
  async errors(target: Boto3Target): Promise<ReadonlySet<string>> {
    const outcome = await this.#send({ ...target, listErrors: true });
    if ("errors" in outcome) return new Set(outcome.errors);
    throw new Error(`${target.service}: ${JSON.stringify(outcome)}`);
  }

  close(): void {
    this.#process.stdin?.end();
  }

  #send(call: object): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      if (this.#process.exitCode !== null) {
        reject(new Error(`The Python program has ended: ${this.#complaints}`));
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#process.stdin?.write(`${writeValue(call)}\n`);
    });
  }
}

/** Serializes a value as JSON, with times and bytes in the form that the Python program reads. */
function writeValue(value: unknown): string {
  return JSON.stringify(value, function (this: object, name, member: unknown) {
    // `JSON.stringify` has already converted a Date to a string. The object still contains the
    // Date.
    const original: unknown = Reflect.get(this, name);
    if (original instanceof Date) return { $date: original.toISOString().replace("Z", "+00:00") };
    if (original instanceof Uint8Array) return { $bytes: Buffer.from(original).toString("base64") };
    return typeof member === "bigint" ? Number(member) : member;
  });
}

function reviveValue(_: string, value: unknown): unknown {
  if (!(value instanceof Object)) return value;
  if ("$date" in value) return new Date(String(value.$date));
  if ("$bytes" in value) return new Uint8Array(Buffer.from(String(value.$bytes), "base64"));
  return value;
}
