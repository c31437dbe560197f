/** Headers with each value in its own Set-Cookie line. */
export function setCookies(values: string[]): Headers {
  const headers = new Headers()
  for (const value of values) headers.append('Set-Cookie', value)
  return headers
}
