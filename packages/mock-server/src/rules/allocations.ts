import type { UsageAllocation } from "@marketplace-metering/types";
import { constraints } from "@marketplace-metering/types/constraints";
import { InvalidTagException, InvalidUsageAllocationsException } from "../generated/errors.js";

/**
 * Refuses invalid allocations: a wrong sum, a wrong number, or invalid tags.
 *
 * @throws InvalidTagException, InvalidUsageAllocationsException
 */
export function checkAllocations(
  allocations: readonly UsageAllocation[] | undefined,
  quantity: number,
): void {
  if (!allocations) return;
  const { min, max } = constraints.UsageRecord.UsageAllocations.length;
  if (allocations.length < min || allocations.length > max) {
    refuse(`there are ${allocations.length} allocations, but ${min} to ${max} are allowed`);
  }
  let sum = 0;
  const sets = new Set<string>();
  for (const { AllocatedUsageQuantity, Tags } of allocations) {
    if (Tags) checkTags(Tags);
    sum += AllocatedUsageQuantity;
    const tags = tagSetOf(Tags ?? []);
    if (sets.has(tags)) {
      refuse(tags === "" ? "two allocations have no tags" : "two allocations have the same tags");
    }
    sets.add(tags);
  }
  if (sum !== quantity) refuse(`they add up to ${sum}, but the quantity is ${quantity}`);
}

type Tags = NonNullable<UsageAllocation["Tags"]>;

function checkTags(tags: Tags): void {
  const { min, max } = constraints.UsageAllocation.Tags.length;
  if (tags.length < min || tags.length > max) {
    throw new InvalidTagException({
      message: `An allocation has ${tags.length} tags, but ${min} to ${max} are allowed.`,
    });
  }
  const keys = new Set<string>();
  for (const { Key, Value } of tags) {
    checkTagText("key", Key, constraints.Tag.Key);
    checkTagText("value", Value, constraints.Tag.Value);
    if (keys.has(Key)) {
      throw new InvalidTagException({ message: `An allocation has the tag key ${Key} twice.` });
    }
    keys.add(Key);
  }
}

interface TextConstraints {
  readonly length: { readonly min: number; readonly max: number };
  readonly pattern: string;
}

function checkTagText(what: string, text: string, { length, pattern }: TextConstraints): void {
  if (text.length >= length.min && text.length <= length.max && matches(text, pattern)) return;
  throw new InvalidTagException({
    message:
      `The tag ${what} ${JSON.stringify(text)} is not valid: ${length.min} to ${length.max} ` +
      `characters that match ${pattern} are allowed.`,
  });
}

const matches = (text: string, pattern: string): boolean => new RegExp(pattern, "u").test(text);

/** Returns the same text for the same tags in any order. */
const tagSetOf = (tags: Tags): string =>
  tags
    .map(({ Key, Value }) => JSON.stringify([Key, Value]))
    .sort()
    .join();

function refuse(reason: string): never {
  throw new InvalidUsageAllocationsException({
    message: `The usage allocations are not valid: ${reason}.`,
  });
}
