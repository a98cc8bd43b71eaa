import type { NodeValue } from "../../model/model.js";
import { isNodeArray, isNodeObject } from "../../model/node-value.js";
import { firstProblem } from "./first-problem.js";

const states = ["failure", "retry", "success"];
const comparators = ["allStringEquals", "anyStringEquals", "booleanEquals", "stringEquals"];

/** What is wrong with the acceptors of waiters, before their expressions are read. */
export function waiterProblem(value: NodeValue): string | undefined {
  return firstProblem(isNodeObject(value) ? Object.values(value) : [], (waiter) => {
    const acceptors = isNodeObject(waiter) ? waiter["acceptors"] : undefined;
    return firstProblem(isNodeArray(acceptors) ? acceptors : [], acceptorProblem);
  });
}

function acceptorProblem(acceptor: NodeValue): string | undefined {
  if (!isNodeObject(acceptor)) return undefined;
  const { state, matcher } = acceptor;
  if (typeof state === "string" && !states.includes(state)) {
    return `Expected one of ${states.map((one) => `\`${one}\``).join(", ")}; got \`${state}\`.`;
  }
  if (!isNodeObject(matcher)) return undefined;
  const members = Object.values(matcher);
  if (members.length !== 1) return "Union value must have exactly one value set";
  return firstProblem(members, (path) => {
    const comparator = isNodeObject(path) ? path["comparator"] : undefined;
    return typeof comparator !== "string" || comparators.includes(comparator)
      ? undefined
      : `Expected valid path comparator, but found ${comparator}`;
  });
}
