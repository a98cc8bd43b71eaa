import { inspect, isDeepStrictEqual } from "node:util";
import type { StaticOperationSchema } from "@smithy/types";
import type { Server } from "@tinsmith/server-runtime";
import { sampleOf } from "@tinsmith/server-runtime/samples";
import { viewOf } from "@tinsmith/validation";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import type { GeneratedService } from "./generated-service.js";
import { plainValue } from "./plain-value.js";
import type { Sdk } from "./sdk.js";

interface Compared {
  readonly server: Server;
  readonly generated: GeneratedService;
  /** The compared clients, by their names in reported differences. */
  readonly callers: Readonly<Record<string, Pick<Sdk, "call">>>;
  /** Operations that are not called. */
  readonly except?: readonly string[];
  /** Normalizes values that inevitably differ between the clients and the expectation. */
  readonly compareAs?: (value: unknown) => unknown;
}

/** The difference between the call of an operation and the expectation. */
export interface OperationDifference {
  readonly operation: string;
  /** The name of a client whose output differs, or the message of a failed call. */
  readonly problem: string;
}

/**
 * Calls every operation with all clients and a sample of its input. Compares the outputs that the
 * clients read with the output that the server sent.
 */
export async function differencesOfOperations({
  server,
  generated,
  callers,
  except = [],
  compareAs = (value) => value,
}: Compared): Promise<readonly OperationDifference[]> {
  const { operations, constraints } = generated;
  const differences: OperationDifference[] = [];
  for (const schema of operations) {
    const operation = nameOf(schema);
    if (except.includes(operation)) continue;
    const input = sampleOf(inputOf(schema), { constraints });
    for (const [who, sdk] of Object.entries(callers)) {
      const problem = await problemOf(server, schema, compareAs, () => sdk.call(operation, input));
      if (problem !== undefined) differences.push({ operation, problem: `${who} ${problem}` });
    }
  }
  return differences;
}

async function problemOf(
  server: Server,
  schema: StaticOperationSchema,
  compareAs: (value: unknown) => unknown,
  call: () => Promise<unknown>,
): Promise<string | undefined> {
  let meant: unknown;
  const stop = server.use({
    onResponse: (exchange, answer) => {
      meant = exchange.output;
      return answer;
    },
  });
  try {
    const read = compareAs(known(await call(), schema));
    const expected = compareAs(known(await plainValue(meant), schema));
    if (isDeepStrictEqual(read, expected)) return undefined;
    return `reads ${describeValue(read)} for ${describeValue(expected)}`;
  } catch (error) {
    return `fails: ${error instanceof Error ? error.message : String(error)}`;
  } finally {
    stop();
  }
}

/** Describes a value that JSON may be unable to represent, such as a big integer. */
const describeValue = (value: unknown): string =>
  inspect(value, { depth: Infinity, breakLength: Infinity });

/**
 * Keeps only members in the model, because the AWS client may have newer members. Drops the length
 * of the body, because it is added in transit.
 */
function known(output: unknown, schema: StaticOperationSchema): unknown {
  const view = viewOf(outputOf(schema));
  if (view.kind !== "structure" || !(output instanceof Object)) return output;
  const members = view.members.filter(
    ({ traits }) =>
      typeof traits === "number" || !/^content-length$/i.test(traits.httpHeader ?? ""),
  );
  const names = new Set(members.map(({ name }) => name));
  return Object.fromEntries(Object.entries(output).filter(([name]) => names.has(name)));
}
