import type { Model, Shape, ShapeId } from "../model/model.js";
import { relationshipsOf } from "./relationships.js";

/** An edge of a model's graph, seen from either end. */
export interface Neighbor {
  /** `input`, `member` and so on; empty for the edge from a member to its target. */
  readonly relationship: string;
  readonly shape: Shape;
}

/** Edges that are followed only if a selector names them. */
const explicit: ReadonlySet<string> = new Set(["trait", "bound"]);

/**
 * The neighbors of every shape of a model (Smithy specification, "Selectors", "Relationships").
 * Computed on demand and kept as long as the model.
 */
export class NeighborIndex {
  private readonly model: Model;
  private readonly forward = new Map<ShapeId, readonly Neighbor[]>();
  private readonly plain = new Map<ShapeId, readonly Shape[]>();
  private reversed: ReadonlyMap<ShapeId, readonly Neighbor[]> | undefined;
  private bound: ReadonlyMap<ShapeId, readonly Neighbor[]> | undefined;
  private carriers: ReadonlyMap<ShapeId, readonly Neighbor[]> | undefined;

  private constructor(model: Model) {
    this.model = model;
  }

  private static readonly indexes = new WeakMap<Model, NeighborIndex>();

  /** Returns the index of a model, the same one each time. */
  static of(model: Model): NeighborIndex {
    let index = NeighborIndex.indexes.get(model);
    if (index === undefined) {
      index = new NeighborIndex(model);
      NeighborIndex.indexes.set(model, index);
    }
    return index;
  }

  /** The shapes that `>` leads to, each once. */
  forwardShapes(shape: Shape): readonly Shape[] {
    let shapes = this.plain.get(shape.id);
    if (shapes === undefined) {
      shapes = [...new Set(this.edges(shape).map((edge) => edge.shape))];
      this.plain.set(shape.id, shapes);
    }
    return shapes;
  }

  /** The edges from a shape that have one of these names. */
  forwardNamed(shape: Shape, names: readonly string[]): readonly Neighbor[] {
    const edges = this.edges(shape).filter((edge) => names.includes(edge.relationship));
    if (!names.some((name) => explicit.has(name))) return edges;
    return [
      ...edges,
      ...(names.includes("trait") ? this.traitsOf(shape) : []),
      ...(names.includes("bound") ? (this.boundTo().get(shape.id) ?? []) : []),
    ];
  }

  /**
   * The edges to a shape: those of `>`, or those with one of these names. The neighbor is the other
   * end.
   */
  backward(shape: Shape, names?: readonly string[]): readonly Neighbor[] {
    const edges = this.reverse().get(shape.id) ?? [];
    if (names === undefined) return edges;
    return [
      ...edges.filter((edge) => names.includes(edge.relationship)),
      ...(names.includes("trait") ? (this.carriersOf().get(shape.id) ?? []) : []),
      ...(names.includes("bound") ? this.bindings(shape) : []),
    ];
  }

  /** Calls `visit` for each shape that can be reached from `start`, excluding `start`. */
  reach(start: Shape, visit: (shape: Shape) => boolean): boolean {
    const seen = new Set<Shape>([start]);
    const waiting: Shape[] = [start];
    for (let shape = waiting.pop(); shape !== undefined; shape = waiting.pop()) {
      for (const next of this.forwardShapes(shape)) {
        if (seen.has(next)) continue;
        seen.add(next);
        if (!visit(next)) return false;
        waiting.push(next);
      }
    }
    return true;
  }

  /**
   * The shapes that `reach` visits from any of the starts. Takes one walk instead of one for each
   * start: a shape is visited at most twice, because a start counts only if another start reaches it.
   */
  reachFromAll(starts: ReadonlySet<Shape>): ReadonlySet<Shape> {
    const found = new Set<Shape>();
    const origins = new Map<Shape, readonly [first: Shape, second?: Shape]>();
    const waiting: (readonly [shape: Shape, origin: Shape])[] = [...starts].map((s) => [s, s]);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [shape, origin] = next;
      for (const neighbor of this.forwardShapes(shape)) {
        const [first, second] = origins.get(neighbor) ?? [];
        if (first === origin || second !== undefined) continue;
        origins.set(neighbor, first === undefined ? [origin] : [first, origin]);
        if (neighbor !== origin) found.add(neighbor);
        waiting.push([neighbor, origin]);
      }
    }
    return found;
  }

  /** All edges from a shape, except those that have to be named. */
  edges(shape: Shape): readonly Neighbor[] {
    let edges = this.forward.get(shape.id);
    if (edges === undefined) {
      edges = relationshipsOf(shape).flatMap(([relationship, id]) => {
        const target = this.model.getShape(id);
        return target === undefined ? [] : [{ relationship, shape: target }];
      });
      this.forward.set(shape.id, edges);
    }
    return edges;
  }

  private reverse(): ReadonlyMap<ShapeId, readonly Neighbor[]> {
    this.reversed ??= this.invert((shape) => this.edges(shape));
    return this.reversed;
  }

  private carriersOf(): ReadonlyMap<ShapeId, readonly Neighbor[]> {
    this.carriers ??= this.invert((shape) => this.traitsOf(shape));
    return this.carriers;
  }

  /** The edges from operations and resources to the services and resources that bind them. */
  private boundTo(): ReadonlyMap<ShapeId, readonly Neighbor[]> {
    this.bound ??= this.invert((shape) => this.bindings(shape));
    return this.bound;
  }

  private bindings(shape: Shape): readonly Neighbor[] {
    if (shape.type !== "service" && shape.type !== "resource") return [];
    return this.edges(shape)
      .filter(({ shape: { type } }) => type === "operation" || type === "resource")
      .map((edge) => ({ relationship: "bound", shape: edge.shape }));
  }

  private traitsOf(shape: Shape): readonly Neighbor[] {
    return [...shape.traits.keys()].flatMap((id) => {
      const trait = this.model.getShape(id);
      return trait === undefined ? [] : [{ relationship: "trait", shape: trait }];
    });
  }

  private invert(
    edgesOf: (shape: Shape) => readonly Neighbor[],
  ): ReadonlyMap<ShapeId, readonly Neighbor[]> {
    const inverted = new Map<ShapeId, Neighbor[]>();
    for (const shape of this.model.shapes.values()) {
      for (const edge of edgesOf(shape)) {
        const neighbors = inverted.get(edge.shape.id);
        const neighbor = { relationship: edge.relationship, shape };
        if (neighbors === undefined) inverted.set(edge.shape.id, [neighbor]);
        else neighbors.push(neighbor);
      }
    }
    return inverted;
  }
}
