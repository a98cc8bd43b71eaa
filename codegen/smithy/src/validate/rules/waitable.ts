import type { Diagnostic, Severity } from "../../diagnostics/diagnostic.js";
import type { Model, OperationShape } from "../../model/model.js";
import { shapeName } from "../../model/shape-id.js";
import { trait, waitableTrait } from "../../traits/index.js";
import type { WaitersAcceptor, WaitersPathMatcher, WaitersWaiter } from "../../traits/index.js";
import { error, messagesOf, warning } from "../event.js";
import { groupBy } from "../group-by.js";
import { checkJmespath } from "../jmespath/check-jmespath.js";
import type { JmespathProblem } from "../jmespath/check-jmespath.js";
import { JmespathError } from "../jmespath/expression.js";
import { parseJmespath } from "../jmespath/parse-jmespath.js";
import { objectOf, typeOfShape } from "../jmespath/value-type.js";
import type { ValueType } from "../jmespath/value-type.js";
import { atTrait } from "../rule.js";
import type { Rule } from "../rule.js";

const problem = "WaitableTraitJmespathProblem";

/** The place of something in the waiters of an operation. */
interface Place {
  readonly waiter: string;
  readonly acceptor: number;
}

const placeText = ({ waiter, acceptor }: Place) => `Waiter \`${waiter}\`, acceptor ${acceptor}:`;

const messages = {
  delays: error(
    "WaitableTrait",
    (args: { waiter: string; min: number; max: number }) =>
      `\`smithy.waiters#waitable\` trait waiter named \`${args.waiter}\` has a \`minDelay\` value of ${args.min} that is greater than its \`maxDelay\` value of ${args.max}`,
  ),
  noSuccess: error(
    "WaitableTrait",
    (args: { waiter: string }) =>
      `No success state matcher found for \`smithy.waiters#waitable\` trait waiter named \`${args.waiter}\``,
  ),
  errorType: ({ waiter, acceptor }: Place) =>
    warning(
      `WaitableTraitInvalidErrorType.${waiter}.${acceptor}`,
      (args: { name: string; errors: readonly string[] }) =>
        `${placeText({ waiter, acceptor })} errorType '${args.name}' not found on operation. This operation defines the following errors: [${args.errors.join(", ")}]`,
    ),
  syntax: error(
    "WaitableTrait",
    (args: Place & { path: string; reason: string }) =>
      `${placeText(args)} Invalid JMESPath expression (${args.path}): ${args.reason}`,
  ),
  mismatch: ({ waiter, acceptor }: Place) =>
    messagesOf("DANGER")(
      `${problem}.ReturnTypeMismatch.${waiter}.${acceptor}`,
      (args: { comparator: string; expected: string; found: string }) =>
        `${placeText({ waiter, acceptor })} Waiter acceptors with a ${args.comparator} comparator must return a \`${args.expected}\` type, but this acceptor was statically determined to return a \`${args.found}\` type.`,
    ),
  booleanExpected: error(
    "WaitableTrait",
    (args: Place & { expected: string }) =>
      `${placeText(args)} Waiter acceptors with a booleanEquals comparator must set their \`expected\` value to 'true' or 'false', but found '${args.expected}'.`,
  ),
  nameConflict: error(
    "UniqueWaiterNames",
    (args: { name: string; service: string; operations: readonly string[] }) =>
      `\`smithy.waiters#waitable\` trait waiter name \`${args.name}\` case-insensitively conflicts with waiters on other operations in the closure of service, \`${args.service}\`: [${args.operations.join(", ")}]`,
  ),
  message: error(
    "WaitableTrait",
    (args: Place & { found: string }) =>
      `${placeText(args)} The \`message\` JMESPath expression must resolve to a string or an array of strings, but this expression resolves to ${args.found}.`,
  ),
} as const;

const returned: Readonly<Record<string, ValueType["kind"]>> = {
  stringEquals: "string",
  booleanEquals: "boolean",
  allStringEquals: "array",
  anyStringEquals: "array",
};

/** Waiters can succeed, and their matchers refer to existing data. */
export const waitable: Rule = {
  name: "WaitableTrait",
  *check({ model }) {
    for (const operation of model.shapesOfType("operation")) {
      const waiters = trait(operation, waitableTrait) ?? {};
      for (const [waiter, definition] of Object.entries(waiters)) {
        yield* checkWaiter(model, operation, waiter, definition);
      }
    }
  },
};

/** The names of waiters are unique in a service. */
export const uniqueWaiterNames: Rule = {
  name: "UniqueWaiterNames",
  *check({ model, services }) {
    for (const service of model.shapesOfType("service")) {
      const named = services.operationsOf(service).flatMap((operation) =>
        Object.keys(trait(operation, waitableTrait) ?? {}).map((name) => ({
          name: name.toLowerCase(),
          operation,
        })),
      );
      for (const [name, group] of groupBy(named, (one) => one.name)) {
        const operations = new Set(group.map(({ operation }) => operation));
        for (const operation of operations.size > 1 ? operations : []) {
          const others = [...operations].filter((one) => one !== operation).map(({ id }) => id);
          const args = { name, service: service.id, operations: others.sort() };
          yield messages.nameConflict(args, atTrait(operation, waitableTrait));
        }
      }
    }
  },
};

function* checkWaiter(
  model: Model,
  operation: OperationShape,
  waiter: string,
  definition: WaitersWaiter,
): Iterable<Diagnostic> {
  const { acceptors, minDelay: min = 2, maxDelay: max = 120 } = definition;
  if (min > max) yield messages.delays({ waiter, min, max }, atTrait(operation, waitableTrait));
  if (!acceptors.some(({ state }) => state === "success")) {
    yield messages.noSuccess({ waiter }, atTrait(operation, waitableTrait));
  }
  for (const [index, acceptor] of acceptors.entries()) {
    yield* checkAcceptor(model, operation, { waiter, acceptor: index }, acceptor);
  }
}

function* checkAcceptor(
  model: Model,
  operation: OperationShape,
  place: Place,
  { matcher, message }: WaitersAcceptor,
): Iterable<Diagnostic> {
  const name = matcher.errorType;
  if (name !== undefined && !operation.errors.some((id) => id === name || shapeName(id) === name)) {
    yield messages.errorType(place)(
      { name, errors: operation.errors },
      atTrait(operation, waitableTrait),
    );
  }
  const output = typeOfShape(model, model.getShape(operation.output));
  const input = typeOfShape(model, model.getShape(operation.input));
  const both = objectOf(
    new Map([
      ["input", () => input],
      ["output", () => output],
    ]),
  );
  for (const [key, type] of [
    ["output", output],
    ["inputOutput", both],
  ] as const) {
    const path = matcher[key];
    if (path !== undefined) yield* checkPath(operation, place, path, type);
  }
  if (message !== undefined) {
    const type = matcher.inputOutput === undefined ? output : both;
    yield* checkMessage(operation, place, message, type);
  }
}

function* checkPath(
  operation: OperationShape,
  place: Place,
  { path, comparator, expected: value }: WaitersPathMatcher,
  input: ValueType,
): Iterable<Diagnostic> {
  if (comparator === "booleanEquals" && !/^(?:true|false)$/.test(value)) {
    yield messages.booleanExpected(
      { ...place, expected: value },
      atTrait(operation, waitableTrait),
    );
  }
  const type = yield* checkExpression(operation, place, path, input);
  const expected = returned[comparator];
  if (type === undefined || expected === undefined) return;
  if (type.kind === expected || type.kind === "any") return;
  const args = { comparator, expected, found: type.kind };
  yield messages.mismatch(place)(args, atTrait(operation, waitableTrait));
}

function* checkMessage(
  operation: OperationShape,
  place: Place,
  path: string,
  input: ValueType,
): Iterable<Diagnostic> {
  const type = yield* checkExpression(operation, place, path, input);
  if (type === undefined || isText(type)) return;
  if (type.kind === "array" && isText(type.item)) return;
  const found = type.kind === "array" ? `an array of \`${type.item.kind}\`` : `\`${type.kind}\``;
  yield messages.message({ ...place, found }, atTrait(operation, waitableTrait));
}

const isText = ({ kind }: ValueType): boolean => kind === "string" || kind === "any";

function* checkExpression(
  operation: OperationShape,
  place: Place,
  path: string,
  input: ValueType,
): Generator<Diagnostic, ValueType | undefined> {
  try {
    const { type, problems } = checkJmespath(parseJmespath(path), input);
    for (const one of problems) yield toDiagnostic(operation, place, path, one);
    return type;
  } catch (failure) {
    if (!(failure instanceof JmespathError)) throw failure;
    yield messages.syntax(
      { ...place, path, reason: failure.message },
      atTrait(operation, waitableTrait),
    );
    return undefined;
  }
}

function toDiagnostic(
  operation: OperationShape,
  place: Place,
  path: string,
  { severity, message, offset }: JmespathProblem,
): Diagnostic {
  const text = `${placeText(place)} Problem found in JMESPath expression (${path}): ${message} (1:${offset + 1})`;
  return messagesOf(severity)(codeOf(severity, place), () => text)(
    undefined,
    atTrait(operation, waitableTrait),
  );
}

function codeOf(severity: Severity, { waiter, acceptor }: Place): string {
  if (severity === "ERROR") return "WaitableTrait";
  const kind = severity === "DANGER" ? "JmespathEventDanger" : "JmespathEventWarning";
  return `${problem}.${kind}.${waiter}.${acceptor}`;
}
