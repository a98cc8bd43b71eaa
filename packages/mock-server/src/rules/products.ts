import {
  InvalidProductCodeException,
  InvalidUsageDimensionException,
} from "../generated/errors.js";
import type { Product } from "../seed/seed.js";
import type { State } from "../state/state.js";
import type { Settings } from "./settings.js";

/**
 * Returns a product of the seed, or another one without dimensions where that is the setting.
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
 * Finds a dimension. The case of its name matters. A product that is not in the seed has all.
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
      (other === undefined ? "." : `, but ${JSON.stringify(other)}; the case matters.`),
  });
}
