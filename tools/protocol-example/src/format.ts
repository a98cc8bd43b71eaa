import type { ServiceSchema } from "@tinsmith/protocols";
import { createJsonCodec } from "@tinsmith/protocols/json";
import type { JsonStyle } from "@tinsmith/protocols/json";
import type { RestFormat } from "@tinsmith/protocols/rest";
import { Sentinel } from "@tinsmith/protocols/schema";
import { taggedUnions } from "./tagged-unions.js";
import { parcelJsonTrait } from "./traits.js";

export const jsonStyle: JsonStyle = {
  jsonName: true,
  timestamps: Sentinel.dateTime,
  bigNumbersAsStrings: true,
  forms: taggedUnions,
};

/**
 * The parts that clients and servers share. The codec caches what it compiles, so all services use
 * the same one.
 */
export const parcelFormat: RestFormat = {
  id: parcelJsonTrait,
  contentType: "application/json",
  codec: createJsonCodec(jsonStyle),
  emptyDocuments: false,
};

/** Returns the header that names errors. A service may choose this header. */
export function errorHeaderOf({ traits }: ServiceSchema): string {
  const settings = traits?.[parcelJsonTrait];
  const isChosen = typeof settings === "object" && settings !== null && "errorHeader" in settings;
  return isChosen ? String(settings.errorHeader).toLowerCase() : "x-parcel-error";
}
