import type {
  BatchMeterUsageRequest,
  BatchMeterUsageResult,
  UsageRecord,
  UsageRecordResult,
} from "@marketplace-metering/types";
import {
  DisabledApiException,
  InvalidCustomerIdentifierException,
  InvalidLicenseException,
  InvalidProductCodeException,
} from "../generated/errors.js";
import type { Customer, MeteredRecord, Product } from "../seed/seed.js";
import type { Settings } from "./settings.js";
import type { Change, Decision, State } from "../state/state.js";
import { checkAllocations } from "./allocations.js";
import { hourOf, keyOf, recordIdOf } from "./call.js";
import type { Call } from "./call.js";
import { customerOf, isGiven } from "./customers.js";
import { requireDimension, requireProduct } from "./products.js";
import { covers, isActive, isSubscribed } from "./subscriptions.js";
import { checkTimestamp } from "./time-window.js";

/**
 * Meters up to 25 records of one product. An invalid record fails the whole batch. A record whose
 * customer is not subscribed, or that was metered before with another quantity, is reported by its
 * status only.
 *
 * @throws the errors of the operation
 */
export function batchMeterUsage(
  state: State,
  call: Call<BatchMeterUsageRequest>,
): Decision<BatchMeterUsageResult> {
  const { input, region, settings } = call;
  if (settings.disabledRegions.includes(region)) {
    throw new DisabledApiException({ message: `BatchMeterUsage is not available in ${region}.` });
  }
  const records = input.UsageRecords;
  const product = productOf(state, input, settings);
  if (settings.mixedIdentifiers === "refuse") refuseMixture(records);
  for (const record of records) if (product) checkRecord(state, call, product, record);
  const accepted = new Map<string, MeteredRecord>();
  const results = records.map((record) =>
    product ? meter(state, call, product, record, accepted) : { UsageRecord: record },
  );
  return {
    output: { Results: results, UnprocessedRecords: [] },
    changes: [...accepted.values()].map((record): Change => ({ kind: "metered", record })),
  };
}

/**
 * Returns the product of a batch. A batch has one product, which is named by its code, by its
 * licenses, or by both.
 */
function productOf(
  state: State,
  input: BatchMeterUsageRequest,
  settings: Settings,
): Product | undefined {
  const code = input.ProductCode ?? "";
  const named = code === "" ? undefined : requireProduct(state, code, settings);
  const licensed = new Set<string>();
  for (const { LicenseArn } of input.UsageRecords) {
    if (LicenseArn !== undefined) {
      licensed.add(productOfLicense(state, LicenseArn, named, settings));
    } else if (!named) {
      throw new InvalidProductCodeException({
        message: "A batch requires a ProductCode if a record has no LicenseArn.",
      });
    }
  }
  if (named && licensed.size > 0 && settings.productCodeWithLicense === "refuse") {
    throw new InvalidProductCodeException({
      message: "A batch whose records have a LicenseArn must not have a ProductCode.",
    });
  }
  if (named) licensed.add(named.code);
  if (licensed.size > 1) {
    throw new InvalidLicenseException({
      message: `A batch must concern one product, but this one has usage of ${[...licensed].join(" and ")}.`,
    });
  }
  const [only] = licensed;
  return only === undefined ? undefined : requireProduct(state, only, settings);
}

/**
 * @throws InvalidLicenseException if the license is not in the seed and the settings refuse unknown
 *   licenses
 */
function productOfLicense(
  state: State,
  licenseArn: string,
  named: Product | undefined,
  { unseeded }: Settings,
): string {
  const agreement = state.agreementsByLicense.get(licenseArn);
  if (agreement) return agreement.product;
  if (unseeded === "take") return named?.code ?? "unseeded";
  throw new InvalidLicenseException({ message: `The license ${licenseArn} does not exist.` });
}

/** @throws InvalidCustomerIdentifierException */
function refuseMixture(records: readonly UsageRecord[]): void {
  const legacy = records.filter(({ CustomerIdentifier }) => isGiven(CustomerIdentifier)).length;
  if (legacy === 0 || legacy === records.length) return;
  throw new InvalidCustomerIdentifierException({
    message:
      "A batch must name all customers in the same way, but " +
      `${legacy} of ${records.length} records have a CustomerIdentifier.`,
  });
}

/** Throws the errors that fail the whole batch. */
function checkRecord(
  state: State,
  { now, settings }: Call<unknown>,
  product: Product,
  record: UsageRecord,
): void {
  const named = [record.CustomerIdentifier, record.CustomerAWSAccountId].filter(isGiven);
  if (named.length !== 1) {
    throw new InvalidCustomerIdentifierException({
      message:
        "A record must name its customer by either CustomerIdentifier or CustomerAWSAccountId; it has " +
        (named.length === 0 ? "neither." : "both."),
    });
  }
  const { CustomerIdentifier: identifier } = record;
  if (
    settings.unknownIdentifiers === "error" &&
    isGiven(identifier) &&
    !customerOf(state, record, settings)
  ) {
    throw new InvalidCustomerIdentifierException({
      message: `The customer identifier ${JSON.stringify(identifier)} does not exist.`,
    });
  }
  requireDimension(state, product, record.Dimension);
  const window = { hours: settings.batchWindowHours, inclusive: false };
  checkTimestamp(record.Timestamp, now, window, settings);
  checkAllocations(record.UsageAllocations, record.Quantity ?? 0);
  if (record.LicenseArn === undefined) return;
  const license = state.agreementsByLicense.get(record.LicenseArn);
  // The setting `unseeded` accepts unknown licenses.
  if (!license) return;
  const account = customerOf(state, record, settings)?.account ?? record.CustomerAWSAccountId;
  if (account !== license.customer) {
    throw new InvalidLicenseException({
      message: `The license ${record.LicenseArn} belongs to another customer.`,
    });
  }
  if (!covers(license, record.Timestamp)) {
    throw new InvalidLicenseException({
      message: `The license ${record.LicenseArn} was not active at ${record.Timestamp.toISOString()}.`,
    });
  }
}

function meter(
  state: State,
  call: Call<unknown>,
  product: Product,
  record: UsageRecord,
  accepted: Map<string, MeteredRecord>,
): UsageRecordResult {
  const { now, region, settings } = call;
  const UsageRecord = echo(record);
  const customer = customerOf(state, record, settings);
  if (!customer || !mayMeter(state, call, product, customer, record)) {
    return { UsageRecord, Status: "CustomerNotSubscribed" };
  }
  const hour = hourOf(record.Timestamp).toISOString();
  const key =
    record.LicenseArn === undefined
      ? keyOf("product", product.code, customer.account, record.Dimension, hour)
      : keyOf("license", record.LicenseArn, customer.account, record.Dimension, hour, region);
  const quantity = record.Quantity ?? 0;
  const earlier = accepted.get(key) ?? state.records.get(key);
  if (earlier) {
    return earlier.quantity === quantity
      ? { UsageRecord, MeteringRecordId: earlier.meteringRecordId, Status: "Success" }
      : { UsageRecord, Status: "DuplicateRecord" };
  }
  const meteringRecordId = recordIdOf(key);
  accepted.set(key, {
    key,
    meteringRecordId,
    operation: "BatchMeterUsage",
    product: product.code,
    customer: customer.account,
    ...(customer.identifier === undefined ? {} : { customerIdentifier: customer.identifier }),
    ...(record.LicenseArn === undefined ? {} : { licenseArn: record.LicenseArn }),
    dimension: record.Dimension,
    quantity,
    timestamp: record.Timestamp.toISOString(),
    region,
    ...(record.UsageAllocations ? { allocations: record.UsageAllocations } : {}),
    acceptedAt: now.toISOString(),
  });
  return { UsageRecord, MeteringRecordId: meteringRecordId, Status: "Success" };
}

function mayMeter(
  state: State,
  { now, settings }: Call<unknown>,
  product: Product,
  customer: Customer,
  { LicenseArn }: UsageRecord,
): boolean {
  if (LicenseArn === undefined) return isSubscribed(state, customer, product.code, now, settings);
  const license = state.agreementsByLicense.get(LicenseArn);
  if (!license) return settings.unseeded === "take" && customer.suspended !== true;
  return customer.suspended !== true && isActive(license, now, settings);
}

/**
 * Returns the record as it was sent. Removes an empty `CustomerIdentifier`, because it means that
 * the identifier is missing.
 */
const echo = ({ CustomerIdentifier, ...record }: UsageRecord): UsageRecord =>
  isGiven(CustomerIdentifier) ? { ...record, CustomerIdentifier } : record;
