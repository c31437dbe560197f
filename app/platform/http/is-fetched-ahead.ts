/** True for a page that a browser fetches before anybody asked for it. */
export const isFetchedAhead = (headers: Headers): boolean =>
  [headers.get('sec-purpose'), headers.get('purpose'), headers.get('x-moz')].some((purpose) =>
    purpose?.includes('prefetch'),
  )
