import { paths } from '~/paths'

/** Tells the server without waiting for it; a page that is left still tells. What does not arrive is not told again. */
export function tell(to: keyof typeof TOLD, what: Record<string, string>): void {
  void fetch(TOLD[to], {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(what),
    credentials: 'same-origin',
    keepalive: true,
  }).catch(() => {})
}

const TOLD = { view: paths.api.views(), message: paths.api.messages() } as const
