import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { ValueType } from "@tinsmith/service";
import type { PageContext } from "./page-context.js";

/**
 * Returns a type as text, such as `list of UsageRecord`, with links from named shapes to their
 * pages.
 */
export function typeLabel(type: ValueType, context: PageContext): ElementContent[] {
  switch (type.kind) {
    case "named":
      return [named(context, type.shape, shapeName(context, type.shape, type.typeName))];
    case "eventStream":
      return [
        text("stream of "),
        named(context, type.shape, shapeName(context, type.shape, type.typeName)),
      ];
    case "list":
      return [text("list of "), ...typeLabel(type.member, context)];
    case "map":
      return [
        text("map of "),
        ...typeLabel(type.key, context),
        text(" to "),
        ...typeLabel(type.value, context),
      ];
    case "number":
      return [text(type.number)];
    case "payloadBlob":
    case "blob":
      return [text("bytes")];
    case "streamingBlob":
      return [text("stream of bytes")];
    case "bigInteger":
      return [text("big integer")];
    case "bigDecimal":
      return [text("big decimal")];
    case "unit":
      return [text("nothing")];
    case "boolean":
    case "string":
    case "timestamp":
    case "document":
      return [text(type.kind)];
  }
}

function shapeName(context: PageContext, shape: string, typeName: string): string {
  return context.site.plan.shapesById.get(shape)?.name ?? typeName;
}

function named(context: PageContext, shape: string, name: string): ElementContent {
  const href = context.hrefOf(shape);
  return href === undefined ? text(name) : h("a", { href }, name);
}

function text(value: string): ElementContent {
  return { type: "text", value };
}
