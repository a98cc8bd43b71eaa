import type { RequestOptions } from "@tinsmith/client-runtime/generated/v1";
import { paginate, withItems } from "@tinsmith/client-runtime/generated/v1/pagination";
import type {
  ItemPaginator,
  PaginationConfiguration,
  PaginatorDefinition,
} from "@tinsmith/client-runtime/generated/v1/pagination";
import type { PageClient } from "@tinsmith/client-runtime/generated/v1/pagination";
import type { PaginationPlan } from "@tinsmith/service";

/** Iterates over the pages of an operation; `items()` of the result iterates over their items. */
export type DynamicPaginator<Page> = (
  config: PaginationConfiguration & { readonly client: PageClient<Page> },
  input?: object,
  options?: RequestOptions,
) => ItemPaginator<Page, unknown>;

type Definition<Page> = PaginatorDefinition<Record<string, unknown>, Page>;

/** Creates the paginator of an operation. */
export function paginatorOf<Page extends object>(
  { inputToken, outputToken, items, pageSize }: PaginationPlan,
  { client, command }: Pick<Definition<Page>, "client" | "command">,
): DynamicPaginator<Page> {
  const definition: Definition<Page> = {
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
}

/** Returns the items of a list or the entries of a map. */
function itemsIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : Object.entries(Object(value));
}

function follow(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split(".")) {
    found = Object.hasOwn(Object(found), name) ? Reflect.get(Object(found), name) : undefined;
  }
  return found;
}
