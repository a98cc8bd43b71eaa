/** Runs tasks one after another. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

const byPlace = new Map<string, InTurn>();

/** Returns the queue of turns for a location. Equal URLs share one queue within the process. */
export function takeTurns(place: string | object): InTurn {
  if (typeof place === "object") return newTurns();
  const known = byPlace.get(place) ?? newTurns();
  byPlace.set(place, known);
  return known;
}

function newTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}
