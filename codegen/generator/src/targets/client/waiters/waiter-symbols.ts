import { symbol } from "../../../code/code.js";
import type { CodeSymbol } from "../../../code/code.js";
import { runtimePart } from "../runtime-symbols.js";

const module = runtimePart("waiters");

/** Returns a value of the part of the runtime that waits. */
export function waiterRuntime(name: string): CodeSymbol {
  return symbol(name, module);
}

export function waiterRuntimeType(name: string): CodeSymbol {
  return symbol(name, module, { typeOnly: true });
}
