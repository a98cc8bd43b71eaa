import { farTimestamps, planService, protocolIds, unboundOperations } from "@tinsmith/service";
import type { ServicePlan } from "@tinsmith/service";
import { howToDefine, traitSpan } from "@tinsmith/smithy";
import type { Diagnostic, Model } from "@tinsmith/smithy";
import { examplesTrait } from "@tinsmith/smithy/traits";
import { hashOf } from "../project/build-cache.js";
import { messages } from "../project/build-messages.js";
import { timed } from "../project/timing.js";
import type { ServiceChoice } from "./choose-services.js";
import type { PlannedTarget, ProjectionRun } from "./generator-run.js";
import { describeFileError } from "../output/file-error.js";

/**
 * Plans the service of each target. Leaves out targets that need a protocol if their service has no
 * supported one; the other targets are generated.
 */
export async function planTargets(run: ProjectionRun, choices: readonly ServiceChoice[]) {
  const planned: PlannedTarget[] = [];
  const diagnostics: Diagnostic[] = [];
  let skipped = 0;
  for (const choice of choices) {
    const { target, service } = choice;
    const place = { span: run.project.document?.spanOf(target.at, "key") };
    try {
      const plan = await planOf(choice, run);
      const reason = target.generator.needsProtocol === true ? withoutProtocol(plan) : undefined;
      if (reason === undefined) planned.push({ target, service, plan });
      else {
        skipped++;
        diagnostics.push(
          messages.targetSkipped(target.key, reason, { ...place, hint: protocolHint(plan) }),
        );
      }
    } catch (error) {
      diagnostics.push(messages.targetFailed(target.key, describeFileError(error), place));
    }
  }
  if (skipped > 0 && planned.length === 0) diagnostics.push(messages.nothingToGenerate({}));
  return { planned, diagnostics };
}

/** Plans a service, once for all targets of a projection. */
function planOf(
  { target, service }: ServiceChoice,
  { options: { cache, onTiming }, project, projection }: ProjectionRun,
): Promise<ServicePlan> {
  const { protocols } = project.plugins;
  const key = hashOf(projection.modelHash, service, JSON.stringify(protocols));
  return timed(onTiming, "plan", target.key, () =>
    cache.plans.get(key, () => planService(projection.model, service, { protocols })),
  );
}

function withoutProtocol({ id, protocols }: ServicePlan): string | undefined {
  if (protocols.some(({ name, extension }) => name ?? extension?.factories)) return undefined;
  const found = protocols.map((protocol) => protocol.id).join(", ");
  return found === ""
    ? `the service ${id} has no protocol`
    : `the service ${id} has no supported protocol, only ${found}`;
}

/**
 * Suggests how to give the service a supported protocol: with a package that implements its
 * protocol, or with another protocol.
 */
function protocolHint({ protocols }: ServicePlan): string {
  const [known] = protocols.flatMap(({ id }) => howToDefine(id) ?? []);
  return (
    known ??
    `Apply the trait of a protocol to the service, for example @aws.protocols#restJson1 if the ` +
      `operations have @http, otherwise @smithy.protocols#rpcv2Cbor. Supported: ` +
      `${Object.values(protocolIds).join(", ")}; or name the module of another protocol in ` +
      `"plugins" (defineProtocol of @tinsmith/codegen)`
  );
}

/** Warns of operations, services and examples for which nothing useful is generated. */
export function unusedShapes(
  model: Model,
  targets: readonly PlannedTarget[],
): readonly Diagnostic[] {
  const plans = new Set(targets.map(({ plan }) => plan));
  return [
    ...[...plans]
      .filter(({ operations }) => operations.length === 0)
      .map(({ id }) => messages.emptyService(id, { span: model.getShape(id)?.span })),
    ...(plans.size === 0 ? [] : unboundOperations(model)).map(({ id, span }) =>
      messages.unusedOperation(id, { span }),
    ),
    ...[...plans].flatMap((plan) => omittedExamples(model, plan)),
  ];
}

/** Warns of examples that are left out, because JavaScript cannot represent their timestamps. */
function omittedExamples(model: Model, { operations }: ServicePlan): readonly Diagnostic[] {
  return operations.flatMap(({ id }) => {
    const operation = model.getShape(id);
    if (operation?.type !== "operation") return [];
    return farTimestamps(model, operation).map(({ path, value }) =>
      messages.farTimestamp(id, value, { span: traitSpan(operation, examplesTrait.id, path) }),
    );
  });
}
