import { byId } from "./element.js";

const tenant = byId("tenant", HTMLSelectElement);

export const tenantName = () => tenant.value;

/**
 * Asks the control about the chosen tenant. Where it refuses, the page says why and the answer is
 * undefined; the same where the server is gone.
 *
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method
 * @param {string} path below /_mock, with its query
 * @param {unknown} [body]
 * @returns {Promise<any>} what JSON says, or other text as it is
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
    connection.textContent = "The server does not answer.";
  }
  return undefined;
};

/** @param {string} text nothing takes the last one away */
export const showProblem = (text) => {
  byId("problem", HTMLElement).textContent = text;
};
