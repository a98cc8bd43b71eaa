import {
  InvalidProductCodeException,
  InvalidUsageDimensionException,
} from "../generated/errors.js";
import type { Product } from "../seed/seed.js";
import type { State } from "../state/state.js";

/** @throws InvalidProductCodeException */
export function requireProduct(state: State, code: string): Product {
  const product = state.products.get(code);
  if (product) return product;
  throw new InvalidProductCodeException({
    message: `The product code ${JSON.stringify(code)} does not exist.`,
  });
}

/**
 * Finds a dimension. The case of its name matters.
 *
 * @throws InvalidUsageDimensionException
 */
export function requireDimension(product: Product, dimension: string): void {
  if (product.dimensions.includes(dimension)) return;
  const lowerCase = dimension.toLowerCase();
  const other = product.dimensions.find((known) => known.toLowerCase() === lowerCase);
  throw new InvalidUsageDimensionException({
    message:
      `The product ${product.code} has no dimension ${JSON.stringify(dimension)}` +
      (other === undefined ? "." : `, but ${JSON.stringify(other)}; the case matters.`),
  });
}
