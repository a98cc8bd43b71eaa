/** Identifiers and properties by name. They are never changed in place. */
export type Values = Readonly<Record<string, unknown>>;

/** An instance of a resource. */
export interface Instance {
  readonly key: string;
  /** A number that grows with each new instance. Page tokens refer to it. */
  readonly sequence: number;
  readonly values: Values;
}

/** Returns the key of an instance: its identifiers, in the order of the resource. */
export const keyOf = (identifiers: readonly string[], values: Values): string =>
  JSON.stringify(identifiers.map((name) => String(values[name])));

/** The instances of all resources of a tenant, in the order of their creation. */
export class Instances {
  readonly #byResource = new Map<string, Map<string, Instance>>();
  /** Keys by the idempotency token of the call that created the instance. */
  readonly #tokens = new Map<string, string>();
  #sequence = 0;

  find(resource: string, key: string): Instance | undefined {
    return this.#byResource.get(resource)?.get(key);
  }

  all(resource: string): readonly Instance[] {
    return [...(this.#byResource.get(resource)?.values() ?? [])];
  }

  /** The number of instances that were ever created. Generated identifiers depend on it. */
  get made(): number {
    return this.#sequence;
  }

  /** Creates an instance, or replaces the values of an existing one. */
  set(resource: string, key: string, values: Values): Instance {
    let instances = this.#byResource.get(resource);
    if (!instances) this.#byResource.set(resource, (instances = new Map<string, Instance>()));
    const present = instances.get(key);
    const sequence = present ? present.sequence : ++this.#sequence;
    const instance: Instance = { key, sequence, values };
    instances.set(key, instance);
    return instance;
  }

  remove(resource: string, key: string): void {
    this.#byResource.get(resource)?.delete(key);
  }

  madeWith(token: string): string | undefined {
    return this.#tokens.get(token);
  }

  remember(token: string, key: string): void {
    this.#tokens.set(token, key);
  }

  clear(): void {
    this.#byResource.clear();
    this.#tokens.clear();
    this.#sequence = 0;
  }

  /** Remembers all instances and returns a function that restores them. */
  checkpoint(): () => void {
    const resources = [...this.#byResource].map(([name, all]) => [name, [...all]] as const);
    const tokens = [...this.#tokens];
    const sequence = this.#sequence;
    return () => {
      this.clear();
      for (const [name, all] of resources) this.#byResource.set(name, new Map(all));
      for (const [token, key] of tokens) this.#tokens.set(token, key);
      this.#sequence = sequence;
    };
  }
}
