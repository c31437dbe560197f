/**
 * The target of a redirect after a form: a path on this site, or `fallback`. Anything a browser could read as another
 * host (`//host`, `/\host`, a scheme, control characters) is rejected.
 */
export function safeRedirect(to: unknown, fallback = '/'): string {
  if (typeof to !== 'string' || !to.startsWith('/') || to.length > 2_000) return fallback
  // Browsers drop tabs and line breaks inside URLs and read backslashes as slashes.
  // eslint-disable-next-line no-control-regex
  if (/[\\\u0000-\u001f\u007f]/.test(to)) return fallback
  const base = 'http://same.invalid'
  if (!URL.canParse(to, base)) return fallback
  const url = new URL(to, base)
  // `/..//host` becomes `//host` when it is resolved.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
