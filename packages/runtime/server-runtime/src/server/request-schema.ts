import { isRecord } from "@tinsmith/values";
import * as v from "valibot";

/** The argument of `handle`: an HTTP message. */
export const requestSchema = v.custom(
  (value) =>
    isRecord(value) &&
    typeof value["method"] === "string" &&
    typeof value["path"] === "string" &&
    isRecord(value["query"]) &&
    isRecord(value["headers"]),
  "Expected an object with method, path, query and headers.",
);
