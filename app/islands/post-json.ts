/** Tells the server without waiting for it; a page that is left still tells. What does not arrive is not told again. */
export function postJson(to: string, what: Record<string, string>): void {
  fetch(to, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
    credentials: 'same-origin',
    keepalive: true,
  }).catch(() => {})
}
