import type { ShapeId } from "@tinsmith/smithy";
import type { Addresses, Move, Place } from "./site.js";

/** The redirects from addresses of earlier versions of a site, and the addresses to record. */
export interface MovePlan {
  readonly moves: readonly Move[];
  /** The addresses that are in use or lead to a successor, for `anchors.json`. */
  readonly addresses: Addresses;
  /** A warning for each address that leads nowhere. */
  readonly warnings: readonly string[];
}

export interface MoveOptions {
  /** The addresses that earlier versions of the site had. */
  readonly published: Addresses;
  /** The successors of shapes and pages, by the id or path that they had. */
  readonly moved: Addresses;
  readonly places: ReadonlyMap<ShapeId, Place>;
  /** The paths of pages that describe no shape. */
  readonly pages: readonly string[];
}

/**
 * Plans a redirect for each published address that the site no longer has. A shape or page with a
 * new address is found by its id. If it was renamed or removed, `moved` names its successor.
 *
 * @throws Error if a successor does not exist
 */
export function planMoves({ published, moved, places, pages }: MoveOptions): MovePlan {
  const current = new Map<string, Place>([
    ...pages.map((page): [string, Place] => [page, { page, anchor: undefined }]),
    ...places,
  ]);
  checkSuccessors(moved, current);
  const used = new Set([...current.values()].map(addressOf));
  const moves: Move[] = [];
  const kept: [string, string][] = [...current].map(([key, place]) => [key, addressOf(place)]);
  const lost = new Set<string>();
  for (const [key, address] of Object.entries(published)) {
    const to = successorOf(key, moved, current);
    if (to === undefined) {
      lost.add(key);
      continue;
    }
    if (!current.has(key)) kept.push([key, address]);
    if (!used.has(address)) moves.push({ from: placeOf(address), to, name: nameOf(key) });
  }
  return {
    moves,
    addresses: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))),
    // The members of a lost shape are lost with it.
    warnings: [...lost]
      .filter((key) => !key.includes("$") || !lost.has(containerOf(key)))
      .map(
        (key) =>
          `${published[key] ?? ""}, the address of ${key}, no longer exists. Name its successor in "moved", or remove it from the list of "anchors"`,
      ),
  };
}

/** Returns the place of a key, or that of its last successor if the key no longer exists. */
function successorOf(
  key: string,
  moved: Addresses,
  current: ReadonlyMap<string, Place>,
): Place | undefined {
  let at = key;
  for (let steps = 0; steps <= Object.keys(moved).length; steps++) {
    const found = current.get(at);
    if (found !== undefined) return found;
    const next = moved[at];
    if (next !== undefined) {
      at = next;
      continue;
    }
    const container = containerOf(at);
    const renamed = moved[container];
    if (container === at || renamed === undefined) return undefined;
    // A member keeps its name, unless only its container has a successor.
    const member = renamed + at.slice(container.length);
    at = current.has(member) || Object.hasOwn(moved, member) ? member : renamed;
  }
  return undefined;
}

function checkSuccessors(moved: Addresses, current: ReadonlyMap<string, Place>): void {
  for (const [key, next] of Object.entries(moved)) {
    if (current.has(key)) {
      throw new Error(`moved: ${key} still exists, so it has no successor`);
    }
    if (successorOf(next, moved, current) === undefined) {
      throw new Error(
        `moved: ${next}, the successor of ${key}, does not exist. Expected the id of a shape of the service, or a page such as errors.html`,
      );
    }
  }
}

const containerOf = (key: string): string => key.split("$")[0] ?? key;

const nameOf = (key: string): string => key.slice(key.indexOf("#") + 1).replace("$", ".");

/** Returns the address of a place: `errors.html#ThrottlingException`. */
export function addressOf({ page, anchor }: Place): string {
  return anchor === undefined ? page : `${page}#${anchor}`;
}

function placeOf(address: string): Place {
  const [page = "", anchor] = address.split("#");
  return { page, anchor };
}
