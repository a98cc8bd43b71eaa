import { structureMembers } from "@tinsmith/smithy";
import type { Model, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { httpHeaderTrait, serviceTrait, trait } from "@tinsmith/smithy/traits";

/**
 * The date members whose text the AWS SDK adds, by SDK id (`aws.api#service`). The text matters
 * because users of S3 choose the value of `Expires`, and some values are not dates.
 */
const datesWithText: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ["S3", new Map([["Expires", "ExpiresString"]])],
]);

/**
 * Plans the additional members of an operation's output.
 *
 * @returns the members by header in lower case; `undefined` if there are none
 */
export function planHeaderTexts(
  model: Model,
  service: ServiceShape,
  output: ShapeId,
): Readonly<Record<string, string>> | undefined {
  const texts = datesWithText.get(trait(service, serviceTrait)?.sdkId ?? "");
  if (texts === undefined) return undefined;
  const members = structureMembers(model, output);
  const added = members.flatMap((date) => {
    const header = trait(date, httpHeaderTrait);
    const member = texts.get(date.name);
    if (header === undefined || member === undefined) return [];
    const isModeled = members.some(({ name }) => name === member);
    return isModeled ? [] : [[header.toLowerCase(), member] as const];
  });
  return added.length > 0 ? Object.fromEntries(added) : undefined;
}
