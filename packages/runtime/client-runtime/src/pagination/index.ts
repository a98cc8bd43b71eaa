export { paginate, withItems } from "./paginate.js";
export type {
  ItemPaginator,
  PageClient,
  PaginationConfiguration,
  PaginatorDefinition,
} from "./paginate.js";
