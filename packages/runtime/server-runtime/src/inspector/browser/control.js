import { byId } from "./element.js";

const tenant = byId("tenant", HTMLSelectElement);

export const tenantName = () => tenant.value;

/**
 * Calls the control API for the chosen tenant. If the request is refused or the server is gone,
 * shows the reason on the page and returns undefined.
 *
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method
 * @param {string} path below /_mock, with its query
 * @param {unknown} [body]
 * @returns {Promise<any>} the parsed JSON, or any other body as text
 */
export const control = async (method, path, body) => {
  const connection = byId("connection", HTMLElement);
  try {
    const response = await fetch(`/_mock${path}`, {
      method,
      headers: {
        "x-mock-tenant": tenantName(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    connection.textContent = "";
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    const answer = text === "" ? {} : isJson ? JSON.parse(text) : text;
    if (response.ok) {
      if (method !== "GET") showProblem("");
      return answer;
    }
    showProblem(answer.error);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    connection.textContent = "The server does not respond.";
  }
  return undefined;
};

/** @param {string} text the problem; an empty string removes the last problem */
export const showProblem = (text) => {
  byId("problem", HTMLElement).textContent = text;
};
