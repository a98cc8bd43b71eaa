import type { Constraints } from "@tinsmith/validation";
import type { ServiceSchema, HttpRequestMessage, OperationDescription } from "@tinsmith/protocols";
import { toNode } from "../json/to-node.js";
import { inputOf, nameOf, outputOf } from "@tinsmith/schema";
import { recordOf } from "@tinsmith/values";
import type { Finding, Fixture } from "./fixture.js";
import { fixtureProblems } from "./fixture-problems.js";
import type { ReadRequest, ReadResponse } from "./read-call.js";
import { secretsOf, sensitiveTexts, withoutSecrets } from "./secrets.js";

/** A call whose request and response could be read. */
export interface RecordedCall {
  readonly request: HttpRequestMessage;
  readonly receivedAt: Date;
  readonly status: number;
  readonly asked: ReadRequest;
  readonly answered: ReadResponse;
}

/** The rules for the fixtures of an operation. */
export interface FixtureRules {
  readonly service: ServiceSchema;
  readonly operation: OperationDescription;
  readonly constraints: Constraints;
  /** Texts that must not be in a file, in addition to the secrets of the request. */
  readonly secrets: readonly string[];
}

/**
 * Creates the fixture of a call: typed, without secrets, and with its differences from the model.
 *
 * @returns the fixture, and the findings for a report; they are computed before secrets are removed
 */
export function makeFixture(
  call: RecordedCall,
  { service, operation, constraints, secrets }: FixtureRules,
): { readonly fixture: Fixture; readonly findings: readonly Finding[] } {
  const { request, asked, answered } = call;
  const name = nameOf(operation.schema);
  const inputSchema = inputOf(operation.schema);
  const outputSchema = outputOf(operation.schema);
  const { output, error } = answered;
  const given = {
    input: recordOf(toNode(inputSchema, asked.input)),
    ...(error
      ? {
          error: {
            name: error.code,
            ...(error.message !== undefined && { message: error.message }),
            // The sensitive members of an error are known only if the error is modeled.
            ...(error.schema && { members: recordOf(toNode(error.schema, error.data)) }),
          },
        }
      : { output: recordOf(toNode(outputSchema, output)) }),
  };
  const answerSchema = error ? error.schema : outputSchema;
  const plain = withoutSecrets(given, [
    ...secrets,
    ...secretsOf(request),
    ...sensitiveTexts(inputSchema, asked.input),
    ...(answerSchema ? sensitiveTexts(answerSchema, error?.data ?? output) : []),
  ]);
  const unknown = [...asked.found, ...answered.found];
  const findingsIn = (content: typeof given): readonly Finding[] => [
    ...unknown,
    ...fixtureProblems({ operation: name, ...content }, operation, constraints).map(
      ({ kind, side, path, detail }): Finding => ({ kind, side, path, detail }),
    ),
  ];
  const drift = findingsIn(plain);
  const attempt = attemptOf(request);
  const fixture: Fixture = {
    format: 1,
    service: `${service.namespace}#${service.name}`,
    operation: name,
    recordedAt: call.receivedAt.toISOString(),
    ...(attempt !== undefined && { attempt }),
    status: call.status,
    ...plain,
    ...(drift.length > 0 && { drift: [...drift] }),
  };
  return { fixture, findings: findingsIn(given) };
}

function attemptOf({ headers }: HttpRequestMessage): number | undefined {
  const attempt = /(?:^|;)\s*attempt=(\d{1,6})/.exec(headers["amz-sdk-request"] ?? "")?.[1];
  return attempt === undefined ? undefined : Number(attempt);
}
