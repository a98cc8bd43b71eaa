// Sends an override to the control API: `override.mjs URL JSON`.
const [, , url, body] = process.argv;
const response = await fetch(`${url}/_mock/overrides`, {
  method: "POST",
  headers: { "content-type": "application/json" },
  body,
});
const text = await response.text();
if (!response.ok) throw new Error(text);
console.log(text);
