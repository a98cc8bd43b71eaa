import { closest } from "@tinsmith/smithy";
import type { Diagnostic } from "@tinsmith/smithy";
import { messages } from "./build-messages.js";
import { pluginNameOf } from "./plugin-names.js";
import type { Projection } from "./projections.js";

/** The part of a configuration to build. */
export interface BuildSelection {
  /** The name of a projection. Default: all. */
  readonly projection?: string;
  /** The key of a plugin, or its name before `::`. Default: all. */
  readonly plugin?: string;
}

/** Reports whether a projection, or a plugin of it, is selected. */
export function selects(
  only: BuildSelection | undefined,
  { projection, key }: { readonly projection: string; readonly key?: string },
): boolean {
  if (only?.projection !== undefined && only.projection !== projection) return false;
  return (
    only?.plugin === undefined ||
    key === undefined ||
    only.plugin === key ||
    only.plugin === pluginNameOf(key)
  );
}

/** Reports names that the configuration does not have. */
export function checkSelection(
  only: BuildSelection | undefined,
  projections: readonly Projection[],
): readonly Diagnostic[] {
  const { projection, plugin } = only ?? {};
  const names = projections.map(({ name }) => name);
  if (projection !== undefined && !names.includes(projection)) {
    return [messages.unknownProjection(projection, adviceFor(projection, names))];
  }
  const keys = projections
    .filter(({ name }) => projection === undefined || projection === name)
    .flatMap(({ plugins }) => plugins.map(({ key }) => key));
  const known = [...new Set(keys.flatMap((key) => [key, pluginNameOf(key)]))];
  if (plugin === undefined || known.includes(plugin)) return [];
  return [messages.unknownPlugin(plugin, adviceFor(plugin, known))];
}

function adviceFor(name: string, known: readonly string[]): string {
  const near = closest(name, known);
  if (near !== undefined) return `Did you mean ${JSON.stringify(near)}?`;
  return known.length === 0 ? "The configuration has none" : `Expected one of: ${known.join(", ")}`;
}
