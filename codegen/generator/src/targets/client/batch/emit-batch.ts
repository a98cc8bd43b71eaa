import type { BatchList, BatchPlan, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../../code/code.js";
import type { Code, Hole } from "../../../code/code.js";
import { literal } from "../../../code/literal.js";
import type { ClientPackages } from "../client-packages.js";
import { inputTypes } from "../emit-inputs.js";
import { clientType, commandClass, commandInput, commandOutput } from "../local-symbols.js";
import { batchDoc, outcomeDoc, reportDoc } from "./batch-doc.js";
import { batchRuntime, batchRuntimeType } from "./batch-symbols.js";

/** An operation that accepts batches. */
export interface BatchParts {
  readonly operation: OperationPlan;
  readonly batch: BatchPlan;
}

/** Returns the operations of a service that accept batches. */
export function batches(plan: ServicePlan): readonly BatchParts[] {
  return plan.operations.flatMap((operation) =>
    operation.batch === undefined ? [] : { operation, batch: operation.batch },
  );
}

export const batchModule = ({ batch }: BatchParts): string => `./batch/${batch.names.file}.js`;

/** Emits the function that sends any number of entries. */
export function emitBatch(plan: ServicePlan, parts: BatchParts, packages: ClientPackages): Code {
  const { operation, batch } = parts;
  const input = commandInput(operation);
  const output = commandOutput(operation);
  const typeOf = ({ structure }: BatchList) =>
    symbol(structure.typeName, packages.types, { typeOnly: true });
  const entry = inputTypes(plan, packages)(batch.entries.structure.typeName);
  const result = batch.results ? typeOf(batch.results) : code`undefined`;
  const answers: readonly Hole[] = batch.failures
    ? [entry, result, typeOf(batch.failures)]
    : [entry, result];
  const all = batch.failures ? answers : [...answers, result];
  const definition = code`${batchRuntimeType("BatchDefinition")}<${join([input, output, ...all], ", ")}>`;
  const entries = batch.entries.member;
  return code`
    ${outcomeDoc(parts)}
    export type ${declare(batch.names.outcome)} = ${batchRuntimeType("BatchOutcome")}<${join(answers, ", ")}>;

    ${reportDoc(parts)}
    export type ${declare(batch.names.report)} = ${batchRuntimeType("BatchReport")}<${join(answers, ", ")}>;

    const ${declare("batch")}: ${definition} = {
      command: ${commandClass(operation)},
      member: ${literal(entries)},
      entries: (input) => input.${entries},
      withEntries: (input, entries) => ({ ...input, ${entries}: entries }),
      key: ${entryKey(batch)},
      ${batch.maxEntries !== undefined && code`maxEntries: ${batch.maxEntries},`}
      ${batch.maxBytes !== undefined && code`maxBytes: ${batch.maxBytes},`}
      ${batch.results && code`results: ${emitAnswers(batch, batch.results)},`}
      ${batch.failures && code`failures: ${emitAnswers(batch, batch.failures)},`}
      ${batch.unprocessed !== undefined && code`unprocessed: (output) => output.${batch.unprocessed},`}
      ${isAcceptedIfOmitted(batch) && code`acceptOmitted: { result: undefined },`}
      ${names("accepted", batch.outcome?.accepted)}
      ${names("duplicate", batch.outcome?.duplicate)}
      ${names("retry", batch.outcome?.retry)}
      ${names("entryErrors", batch.entryErrors)}
    };

    ${batchDoc(plan, parts, packages)}
    export const ${declare(batch.names.function)} = (
      config: ${batchRuntimeType("BatchConfiguration")}<${clientType(plan)}>,
      input: ${input},
    ): Promise<${batch.names.report}> => ${batchRuntime("sendInBatches")}(batch, config, input);
  `;
}

/** Reports whether an entry that the output does not mention was accepted. */
function isAcceptedIfOmitted({ results, matching }: BatchPlan): boolean {
  return results === undefined && matching.kind !== "position";
}

function names(name: string, values: readonly string[] | undefined): Code | undefined {
  return values === undefined || values.length === 0
    ? undefined
    : code`${name}: ${literal(values)},`;
}

/** Emits the key that distinguishes an entry from the others of its call. */
function entryKey({ matching }: BatchPlan): Code {
  switch (matching.kind) {
    case "position":
      return code`(_, position) => position`;
    case "id":
      return code`(entry) => entry.${matching.member}`;
    case "echo":
      return code`(entry) => ${echoKey("entry", matching.by)}`;
  }
}

/** Emits the key that matches a result with its entry. */
function answerKey({ matching }: BatchPlan): Code {
  switch (matching.kind) {
    case "position":
      return code`(_, position) => position`;
    case "id":
      return code`(answer) => answer.${matching.member}`;
    case "echo":
      return code`(answer) => ${echoKey(`answer.${matching.member ?? ""}`, matching.by)}`;
  }
}

function echoKey(value: string, by: readonly string[]): Code {
  const members = by.length > 0 && code`, ${literal(by)}`;
  return members
    ? code`${batchRuntime("echoKey")}(${value}${members})`
    : code`${batchRuntime("echoKey")}(${value})`;
}

function emitAnswers(batch: BatchPlan, { member, structure }: BatchList): Code {
  const { outcome } = batch;
  const read = (property: string, name: string | undefined) =>
    name !== undefined &&
    structure.members.some((one) => one.name === name) &&
    code`${property}: (answer) => answer.${name},`;
  return code`{
    list: (output) => output.${member},
    key: ${answerKey(batch)},
    ${read("status", outcome?.status)}
    ${read("message", outcome?.message)}
    ${read("isPermanent", outcome?.permanent)}
  }`;
}
