/** Headers that carry each value in a Set-Cookie line of its own. */
export function setCookies(values: string[]): Headers {
  const headers = new Headers()
  for (const value of values) headers.append('Set-Cookie', value)
  return headers
}
