export { assertNotReceived, assertReceived } from "./matchers/assert-received.js";
export { extendJest } from "./matchers/extend-jest.js";
export { answerOf, type MatcherAnswer } from "./matchers/matcher-answer.js";
export { matchers, type ServerMatchers, type Verifiable } from "./matchers/server-matchers.js";
