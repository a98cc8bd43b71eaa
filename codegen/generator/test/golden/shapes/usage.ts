// How the generated types are meant to be used; compiled, never run.
import { Format, Stars } from "./expected/index.js";
import type {
  Book,
  FindBooksError,
  FindBooksInput,
  FindBooksOutput,
  PingError,
  Query,
} from "./expected/index.js";

export const known: Format = Format.E_BOOK;
export const future: Format = "scroll";
export const stars: readonly Stars[] = [Stars.FIVE, 3];

export const input: FindBooksInput = { query: { all: [{ title: "x" }, { any: {} }] } };

// @ts-expect-error a required member
export const incomplete: FindBooksInput = { limit: 1 };
export const undefinedMember: FindBooksInput = { query: { any: {} }, limit: undefined };
// @ts-expect-error one member of a union, not two
export const two: Query = { title: "x", isbn: "978-3" };

export function titles(output: FindBooksOutput): readonly string[] {
  const hard: number | undefined = output.byFormat?.["hard back"];
  const shelf: Book[] | undefined = output.byShelf?.["a"];
  const edition: Book | null | undefined = output.books[0]?.editions?.[0];
  const sold: bigint | undefined = edition?.sold;
  return [...(shelf ?? []), ...output.books].map(({ title }) => `${title} ${hard} ${sold}`);
}

export function describe(query: Query): string {
  if (query.title !== undefined) return query.title;
  if (query.isbn !== undefined) return query.isbn;
  if (query.all !== undefined) return query.all.map(describe).join();
  if (query.any !== undefined) return "any";
  const [name] = query.$unknown;
  return name;
}

export function shelfOf(error: FindBooksError): string {
  switch (error.name) {
    case "NoSuchShelf":
      return error.shelf ?? error.message;
    case "Overloaded":
      return error.Message;
  }
}

export const onlyServiceErrors: PingError["name"] = "Overloaded";
