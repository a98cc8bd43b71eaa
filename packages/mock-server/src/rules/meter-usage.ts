import { ServiceError } from "@tinsmith/server-runtime";
import type { MeterUsageRequest, MeterUsageResult } from "@marketplace-metering/types";
import {
  CustomerNotEntitledException,
  DuplicateRequestException,
  IdempotencyConflictException,
  InvalidEndpointRegionException,
} from "../generated/errors.js";
import type { MeteredRecord } from "../seed/seed.js";
import type { Change, Decision, State } from "../state/state.js";
import { checkAllocations } from "./allocations.js";
import { hourOf, keyOf, recordIdOf } from "./call.js";
import type { Call } from "./call.js";
import { entitledAccount } from "./entitlement.js";
import { requireDimension, requireProduct } from "./products.js";
import { checkTimestamp } from "./time-window.js";

/**
 * Meters one dimension of the calling program. On EC2, ECS and EKS there is one record for each
 * resource, dimension and hour; on AgentCore one for each client token.
 *
 * @throws the errors of the operation, and the unmodeled `DryRunOperation` and
 *   `UnauthorizedException`
 */
export function meterUsage(
  state: State,
  call: Call<MeterUsageRequest>,
): Decision<MeterUsageResult> {
  const { input, now, platform, region, settings } = call;
  if (platform.region !== undefined && platform.region !== region) {
    throw new InvalidEndpointRegionException({
      message: `The caller runs in ${platform.region}; this is the endpoint of ${region}.`,
    });
  }
  if (input.DryRun === true) {
    const permitted = platform.permitted ?? true;
    if (permitted && settings.dryRun === "success") return { output: {}, changes: [] };
    throw dryRunAnswer(permitted);
  }
  const product = requireProduct(state, input.ProductCode, settings);
  requireDimension(state, product, input.UsageDimension);
  const account = entitledAccount(state, product.code, platform, now, settings);
  if (account === undefined) {
    throw new CustomerNotEntitledException({
      message: `The caller has no valid subscription to the product ${product.code}.`,
    });
  }
  // Usage of exactly this age is still accepted here, but not in a batch.
  const window = { hours: settings.meterWindowHours, inclusive: true };
  checkTimestamp(input.Timestamp, now, window, settings);
  const quantity = input.UsageQuantity ?? 0;
  checkAllocations(input.UsageAllocations, quantity);

  const repeated = sameToken(state, call, account);
  if (repeated !== undefined) return { output: { MeteringRecordId: repeated }, changes: [] };
  const key = recordKey(call, account);
  const earlier = state.records.get(key);
  if (earlier && earlier.quantity !== quantity) {
    throw new DuplicateRequestException({
      message:
        `The dimension ${input.UsageDimension} was metered for this hour with the quantity ` +
        `${earlier.quantity}; the quantity ${quantity} is ignored.`,
    });
  }
  const meteringRecordId = earlier?.meteringRecordId ?? recordIdOf(key);
  const changes: Change[] = [];
  if (!earlier) changes.push({ kind: "metered", record: recordOf(call, account, key) });
  if (input.ClientToken !== undefined) {
    const use = { parameters: parametersOf(input), meteringRecordId };
    changes.push({ kind: "clientTokenUsed", key: tokenKey(call, account), use });
  }
  return { output: { MeteringRecordId: meteringRecordId }, changes };
}

const dryRunAnswer = (permitted: boolean): ServiceError =>
  new ServiceError(
    permitted
      ? {
          name: "DryRunOperation",
          $fault: "client",
          message: "The call would be permitted.",
        }
      : { name: "UnauthorizedException", $fault: "client", message: "The call is not permitted." },
  );

/**
 * Returns the record id of the earlier call with the same client token.
 *
 * @throws IdempotencyConflictException
 */
function sameToken(
  state: State,
  call: Call<MeterUsageRequest>,
  account: string,
): string | undefined {
  const { ClientToken } = call.input;
  if (ClientToken === undefined) {
    if (call.platform.kind !== "agentcore") return undefined;
    throw new ServiceError({
      name: "ValidationException",
      $fault: "client",
      message: "ClientToken is required on Amazon Bedrock AgentCore.",
    });
  }
  const use = state.clientTokens.get(tokenKey(call, account));
  if (use && use.parameters !== parametersOf(call.input)) {
    throw new IdempotencyConflictException({
      message: `The client token ${ClientToken} was used before with other parameters.`,
    });
  }
  return use?.meteringRecordId;
}

const tokenKey = ({ input, region }: Call<MeterUsageRequest>, account: string): string =>
  keyOf(region, account, input.ClientToken);

const parametersOf = (input: MeterUsageRequest): string =>
  JSON.stringify([
    input.ProductCode,
    input.Timestamp.getTime(),
    input.UsageDimension,
    input.UsageQuantity ?? 0,
    input.UsageAllocations?.map(({ AllocatedUsageQuantity, Tags }) => [
      AllocatedUsageQuantity,
      Tags?.map(({ Key, Value }) => [Key, Value]),
    ]),
  ]);

function recordKey(call: Call<MeterUsageRequest>, account: string): string {
  const { input, platform, region } = call;
  const common = [input.ProductCode, account, input.UsageDimension, region, platform.resource];
  return platform.kind === "agentcore"
    ? keyOf("token", ...common, input.ClientToken)
    : keyOf("resource", ...common, hourOf(input.Timestamp).getTime());
}

function recordOf(call: Call<MeterUsageRequest>, account: string, key: string): MeteredRecord {
  const { input, now, platform, region } = call;
  const timestamp = platform.kind === "agentcore" ? input.Timestamp : hourOf(input.Timestamp);
  return {
    key,
    meteringRecordId: recordIdOf(key),
    operation: "MeterUsage",
    product: input.ProductCode,
    customer: account,
    dimension: input.UsageDimension,
    quantity: input.UsageQuantity ?? 0,
    timestamp: timestamp.toISOString(),
    region,
    ...(platform.resource === undefined ? {} : { resource: platform.resource }),
    ...(input.ClientToken === undefined ? {} : { clientToken: input.ClientToken }),
    ...(input.UsageAllocations ? { allocations: input.UsageAllocations } : {}),
    acceptedAt: now.toISOString(),
  };
}
