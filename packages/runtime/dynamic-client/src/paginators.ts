import type { RequestOptions } from "@tinsmith/client-runtime/generated/v1";
import { paginate, withItems } from "@tinsmith/client-runtime/generated/v1/pagination";
import type {
  ItemPaginator,
  PaginationConfiguration,
  PaginatorDefinition,
} from "@tinsmith/client-runtime/generated/v1/pagination";
import type { PageClient } from "@tinsmith/client-runtime/internal";
import type { OperationShape, ServiceShape } from "@tinsmith/smithy";
import { propertyOf, stringOf } from "./node-values.js";

/** Goes through the pages of an operation; `items()` of what it gives goes through their items. */
export type DynamicPaginator<Page> = (
  config: PaginationConfiguration & { readonly client: PageClient<Page> },
  input?: object,
  options?: RequestOptions,
) => ItemPaginator<Page, unknown>;

/**
 * The paginator of an operation, where the model says that it has pages.
 * Smithy: https://smithy.io/2.0/spec/behavior-traits.html#smithy-api-paginated-trait
 */
export const paginatorOf = <Page extends object>(
  service: ServiceShape,
  operation: OperationShape,
  {
    client,
    command,
  }: Pick<PaginatorDefinition<Record<string, unknown>, Page>, "client" | "command">,
): DynamicPaginator<Page> | undefined => {
  const own = operation.traits.get("smithy.api#paginated");
  if (own === undefined) return undefined;
  // What the service says holds for all its operations that say nothing else.
  const ofService = service.traits.get("smithy.api#paginated");
  const setting = (name: string): string | undefined =>
    stringOf(propertyOf(own, name)) ?? stringOf(propertyOf(ofService, name));
  const [inputToken, outputToken] = [setting("inputToken"), setting("outputToken")];
  const [items, pageSize] = [setting("items"), setting("pageSize")];
  if (inputToken === undefined || outputToken === undefined) return undefined;
  const definition: PaginatorDefinition<Record<string, unknown>, Page> = {
    client,
    command,
    inputToken,
    nextToken: (page) => follow(page, outputToken),
    ...(pageSize !== undefined && { pageSize }),
  };
  return (config, input = {}, options) =>
    withItems(paginate(definition, config, { ...input }, options), (page) =>
      items === undefined ? [] : itemsIn(follow(page, items)),
    );
};

/** The items of a map are its entries. */
const itemsIn = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : Object.entries(Object(value));

const follow = (value: unknown, path: string): unknown => {
  let found = value;
  for (const name of path.split(".")) {
    found = Object.hasOwn(Object(found), name) ? Reflect.get(Object(found), name) : undefined;
  }
  return found;
};
