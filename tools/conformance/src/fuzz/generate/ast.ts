import { isNodeObject } from "@tinsmith/smithy";

/** JSON that a generator may change. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export type JsonObject = { [key: string]: Json };

/** A shape of a JSON AST. */
export interface AstShape {
  type: string;
  traits?: JsonObject;
  members?: Record<string, AstMember>;
  member?: AstMember;
  key?: AstMember;
  value?: AstMember;
  mixins?: Reference[];
  input?: Reference;
  output?: Reference;
  errors?: Reference[];
  version?: string;
  operations?: Reference[];
  collectionOperations?: Reference[];
  resources?: Reference[];
  rename?: Record<string, string>;
  identifiers?: Record<string, Reference>;
  properties?: Record<string, Reference>;
  create?: Reference;
  put?: Reference;
  read?: Reference;
  update?: Reference;
  delete?: Reference;
  list?: Reference;
}

export interface Reference {
  target: string;
}

export interface AstMember extends Reference {
  traits?: JsonObject;
}

/** A model before it is written to files. */
export interface Draft {
  version: "1.0" | "2.0";
  metadata: JsonObject;
  shapes: Record<string, AstShape>;
}

export const lifecycles = ["create", "put", "read", "update", "delete", "list"] as const;

export const idOf = (target: string): Reference => ({ target });

/** Returns the members of a shape by name, including those of lists and maps. */
export function membersOf(shape: AstShape): [name: string, member: AstMember][] {
  const fixed = (["member", "key", "value"] as const).flatMap((name) => {
    const member = shape[name];
    return member ? [[name, member] as [string, AstMember]] : [];
  });
  return [...fixed, ...Object.entries(shape.members ?? {})];
}

/** Returns the id of a trait of the prelude. */
export const api = (name: string): string => `smithy.api#${name}`;

/** Returns true if a value is an object that a generator may change. */
export const isJsonObject = (value: Json): value is JsonObject => isNodeObject(value);
