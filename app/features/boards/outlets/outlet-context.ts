import type { App, Context } from '~/platform/context/context'

/** Reads boards for people outside: what a key with `boards:read` may, so no single trials. */
export const outletContext = (ctx: App & Pick<Context, 'locale' | 'signal' | 'requestId'>): Context => ({
  ...ctx,
  actor: { kind: 'key', id: 'outlet', name: 'outlet', scopes: ['boards:read'] },
  visitor: null,
  remembers: false,
  nonce: '',
})
