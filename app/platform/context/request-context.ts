import type { AppLoadContext } from '@remix-run/node'
import { STAFF_ROLES } from '~/domain/access/permissions'
import type { Locale } from '~/domain/text'
import type { SharedPage } from '../content/shared-page'
import type { Actor, App, Context } from './context'
import { mayRemember } from '../visitor/consent'
import { detectLocale, namesLanguage } from '../language/locale'
import { addressOfSignIn } from '../sign-in/sign-in-name'
import { readVisitor } from '../visitor/visitor-cookie'
import { workspaceSettings } from './workspace-settings'
import './load-context'

export interface RequestFacts {
  url: URL
  headers: Headers
  requestId: string
  nonce: string
  /** Of the socket, or of the first proxy that is believed. */
  address: string
  /** Aborted when the browser no longer waits. */
  signal?: AbortSignal
  /** Asked by a program on this machine. */
  local?: boolean
  /** The language that the address names, on reading pages. */
  locale?: Locale | undefined
  /** Of a page that others will be shown as well. */
  shared?: SharedPage | undefined
}

/** The context of a loader or an action, created once per request: `const ctx = await requestContext(args)`. */
export function requestContext(args: { request: Request; context: AppLoadContext }): Promise<Context> {
  const { request, context } = args
  context.resolved ??= createContext(context.app, {
    url: new URL(request.url),
    headers: request.headers,
    signal: request.signal,
    requestId: context.requestId,
    nonce: context.nonce,
    address: context.address,
    local: context.local,
    locale: context.locale,
    shared: context.shared,
  })
  return context.resolved
}

/** The actor, browser and language of a request. Also for Express handlers, which have no Remix request. */
export async function createContext(app: App, facts: RequestFacts): Promise<Context> {
  const { url, headers, requestId, nonce, address, signal, local = false, shared } = facts
  const { consent, locales } = await workspaceSettings(app)
  const remembers = mayRemember(headers, consent)
  return {
    ...app,
    actor: await readActor(app, headers),
    visitor: readVisitor(headers, app.env, remembers),
    remembers,
    locale: facts.locale ?? detectLocale(url, headers, locales),
    client: {
      address,
      userAgent: headers.get('user-agent') ?? '',
      namesLanguage: namesLanguage(headers.get('accept-language') ?? ''),
      local,
    },
    ...(signal && { signal }),
    ...(shared && { shared }),
    requestId,
    nonce,
  }
}

/** The signed-in person. Requests without a session cookie need no query. */
async function readActor(app: App, headers: Headers): Promise<Actor> {
  if (!headers.get('cookie')?.includes('foyer.session_token=')) return { kind: 'public' }
  const found = await app.auth.api.getSession({ headers })
  if (!found) return { kind: 'public' }
  const { id, name, email, roles } = found.user
  return {
    kind: 'staff',
    id,
    name,
    email: addressOfSignIn(email),
    roles: STAFF_ROLES.filter((role) => roles.includes(role)),
  }
}
