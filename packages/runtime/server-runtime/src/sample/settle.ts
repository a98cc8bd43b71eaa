import { isRecord } from "@tinsmith/values";

/**
 * The value that an output needs for a waiter to succeed, at a path of member names. `[]`
 * represents each element of a list.
 */
export type SettledState = readonly [path: string, value: string | boolean];

/** Sets the values in a sample that make waiters succeed. */
export function settle(sample: unknown, states: readonly SettledState[]): void {
  for (const [path, value] of states) set(sample, path.split("."), value);
}

function set(at: unknown, [step = "", ...rest]: readonly string[], value: string | boolean): void {
  // Members that a sample omits belong to recursive shapes.
  if (!isRecord(at)) return;
  const isEach = step.endsWith("[]");
  const name = isEach ? step.slice(0, -2) : step;
  const member = at[name];
  if (!isEach) {
    if (rest.length > 0) set(member, rest, value);
    else at[name] = value;
    return;
  }
  if (!Array.isArray(member)) return;
  if (rest.length === 0) member.fill(value);
  else for (const element of member) set(element, rest, value);
}
