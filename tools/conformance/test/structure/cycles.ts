/**
 * Finds the groups of nodes that reach each other (strongly connected components, by Tarjan's
 * algorithm), and nodes that refer to themselves.
 *
 * @param graph - the nodes that each node refers to
 * @returns the cycles, each sorted
 */
export function findCycles(
  graph: ReadonlyMap<string, ReadonlySet<string>>,
): readonly (readonly string[])[] {
  const indices = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const cycles: string[][] = [];

  const visit = (node: string): number => {
    const index = indices.size;
    indices.set(node, index);
    stack.push(node);
    onStack.add(node);
    let low = index;
    for (const next of graph.get(node) ?? []) {
      if (!indices.has(next)) low = Math.min(low, visit(next));
      else if (onStack.has(next)) low = Math.min(low, lows.get(next) ?? indices.get(next) ?? low);
      lows.set(node, low);
    }
    if (low === index) {
      const cycle = stack.splice(stack.indexOf(node));
      for (const member of cycle) onStack.delete(member);
      if (cycle.length > 1 || graph.get(node)?.has(node) === true) cycles.push(cycle.sort());
    }
    return low;
  };
  for (const node of graph.keys()) if (!indices.has(node)) visit(node);
  return cycles;
}
