import type { State } from "../state/state.js";

/**
 * Returns a warning for a seller about an unknown token that equals a known token in another
 * encoding.
 */
export function tokenWarnings(state: State, token: string): readonly string[] {
  if (state.tokens.has(token)) return [];
  let decoded = token;
  for (let times = 1; times <= 2; times++) {
    decoded = decodedOnce(decoded);
    // Decoding a token as a form turns each "+" into a space.
    const isKnown = state.tokens.has(decoded) || state.tokens.has(decoded.replaceAll(" ", "+"));
    if (!isKnown) continue;
    return [
      decoded === token
        ? 'The registration token was decoded too often: with "+" for each space it is a known one.'
        : `The registration token is percent-encoded${times === 2 ? " twice" : ""}: decoded, it is a known one. Decode the form field x-amzn-marketplace-token exactly once.`,
    ];
  }
  return [];
}

function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
