// The curve P-256: y² = x³ - 3x + b, modulo PRIME.
const PRIME = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const BASE_X = 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n;
const BASE_Y = 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n;

/** A point in Jacobian coordinates: (x / z², y / z³). */
type Point = readonly [x: bigint, y: bigint, z: bigint];

/**
 * Returns the public key of a private key on the curve P-256. Web Crypto cannot compute it, but some
 * browsers require it with a private key.
 *
 * The Montgomery ladder does the same work for every bit of the private key.
 */
export function p256PublicKey(privateKey: bigint): readonly [x: bigint, y: bigint] {
  let point: Point = [BASE_X, BASE_Y, 1n];
  let next = double(point);
  for (const bit of privateKey.toString(2).slice(1)) {
    const sum = add(point, next);
    [point, next] = bit === "1" ? [sum, double(next)] : [double(point), sum];
  }
  const [x, y, z] = point;
  const inverse = power(z, PRIME - 2n);
  return [mod(x * inverse ** 2n), mod(y * mod(inverse ** 3n))];
}

function double([x, y, z]: Point): Point {
  const square = mod(y * y);
  const slope = mod(3n * (x - z * z) * (x + z * z));
  const middle = mod(4n * x * square);
  const newX = mod(slope * slope - 2n * middle);
  return [newX, mod(slope * (middle - newX) - 8n * square * square), mod(2n * y * z)];
}

/** Adds two different points. */
function add([x1, y1, z1]: Point, [x2, y2, z2]: Point): Point {
  const [square1, square2] = [mod(z1 * z1), mod(z2 * z2)];
  const left = mod(x1 * square2);
  const width = mod(x2 * square1 - left);
  const top = mod(y1 * square2 * z2);
  const height = mod(y2 * square1 * z1 - top);
  const area = mod(width * width);
  const newX = mod(height * height - area * width - 2n * left * area);
  return [newX, mod(height * (left * area - newX) - top * area * width), mod(width * z1 * z2)];
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  for (const bit of exponent.toString(2)) {
    result = mod(result * result);
    if (bit === "1") result = mod(result * base);
  }
  return result;
}

function mod(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}
