import type { HttpResponse } from "@smithy/types";
import { isObject } from "@tinsmith/values";

/** Returns true for any object with the properties of a response, regardless of its class. */
export const isHttpResponse = (value: unknown): value is HttpResponse =>
  isObject(value) &&
  "statusCode" in value &&
  typeof value.statusCode === "number" &&
  "headers" in value &&
  isObject(value.headers);
