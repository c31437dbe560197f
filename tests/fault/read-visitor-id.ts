/** The visitor's id, as the signed cookie carries it. */
export function readVisitorId(cookie: string): string {
  return cookie.split('=')[1]?.split('.')[0] ?? ''
}
