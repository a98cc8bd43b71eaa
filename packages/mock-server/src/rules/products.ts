import {
  InvalidProductCodeException,
  InvalidUsageDimensionException,
} from "../generated/errors.js";
import type { Product } from "../seed/seed.js";
import type { State } from "../state/state.js";
import type { Settings } from "./settings.js";

/**
 * Returns a product of the seed. If the setting `unseeded` is `take`, an unknown code is a product
 * without dimensions.
 *
 * @throws InvalidProductCodeException
 */
export function requireProduct(state: State, code: string, { unseeded }: Settings): Product {
  const product = state.products.get(code);
  if (product) return product;
  if (unseeded === "take") return { code, dimensions: [] };
  throw new InvalidProductCodeException({
    message: `The product code ${JSON.stringify(code)} does not exist.`,
  });
}

/**
 * Verifies that a product has a dimension; names are case-sensitive. Products that are not in the
 * seed accept any dimension.
 *
 * @throws InvalidUsageDimensionException
 */
export function requireDimension(state: State, product: Product, dimension: string): void {
  if (product.dimensions.includes(dimension) || !state.products.has(product.code)) return;
  const lowerCase = dimension.toLowerCase();
  const other = product.dimensions.find((known) => known.toLowerCase() === lowerCase);
  throw new InvalidUsageDimensionException({
    message:
      `The product ${product.code} has no dimension ${JSON.stringify(dimension)}` +
      (other === undefined
        ? "."
        : `. Did you mean ${JSON.stringify(other)}? Names are case-sensitive.`),
  });
}
