import type { Logger } from 'pino'
import type { Database, Sql } from '#db/client'
import type { ApiScope } from '~/domain/access/api-scopes'
import type { StaffRole } from '~/domain/access/permissions'
import type { Locale } from '~/domain/text'
import type { Auth } from '../sign-in/auth'
import type { ColumnarCopy } from '../columns/columnar-copy'
import type { Collector } from '../trials/collector'
import type { Environment } from '../environment'
import type { EventStreams } from '../http/event-streams'
import type { Inspector } from '../content/inspector'
import type { LiveContent } from '../content/live-content'
import type { MediaStore } from '../media/media-store'
import type { SharedPage } from '../content/shared-page'
import type { Metrics } from '../metrics'
import type { OutletLimits } from '../outlet-limits'
import type { SignInLimits } from '../sign-in/sign-in-limits'
import type { Trials } from '../trials/trial-runs'

/** Process-wide services, created at start and passed down; there are no module-level singletons. */
export interface App {
  env: Environment
  log: Logger
  db: Database
  sql: Sql
  /** For verbs that read much and write nothing: a statement that takes too long is `timed-out`. */
  reports: Database
  /** What boards read from. */
  columns: ColumnarCopy
  auth: Auth
  metrics: Metrics
  /** Published revisions, cached by revision and dropped on notice from any instance. */
  content: LiveContent
  /** Checks and proves drafts; proving runs in a thread of its own. */
  inspector: Inspector
  /** Where the files of media are. */
  media: MediaStore
  /** Bounded cache of compiled demos and of running trials' snapshots. Never the truth. */
  trials: Trials
  /** What slows guessing at passwords. */
  signInLimits: SignInLimits
  /** What bounds files of boards and shared boards. */
  outletLimits: OutletLimits
  /** Takes the events of trials, many at once. */
  collector: Collector
  /** Open streams of server-sent events. */
  streams: EventStreams
  now: () => Date
}

/** Who acts: a member of staff, another system by its API key, Foyer itself (start, jobs), or the public. */
export type Actor =
  | { kind: 'staff'; id: string; name: string; email: string; roles: StaffRole[] }
  | { kind: 'key'; id: string; name: string; scopes: ApiScope[] }
  | { kind: 'system'; name: string }
  | { kind: 'public' }

/** The requesting browser. `persistent`: it agreed to be remembered beyond its session. */
export interface VisitorIdentity {
  id: string
  /** Of a browser that became this visitor by a link; what was typed in another one is not shown in it. */
  browserId?: string
  persistent: boolean
}

/** Which browser of the visitor this is. The first one has the visitor's own id. */
export const browserOf = ({ id, browserId }: VisitorIdentity): string => browserId ?? id

/** Facts about one request, for signals and rate limits. The IP address is never stored or logged. */
export interface ClientFacts {
  address: string
  userAgent: string
  /** It names a language in its Accept-Language. */
  namesLanguage: boolean
  /** A program on this machine, asking us directly; absent: not known to be one. */
  local?: boolean
}

/** What every verb receives: the app, the actor, the browser and the language. */
export interface Context extends App {
  actor: Actor
  visitor: VisitorIdentity | null
  /** Whether this browser may be remembered beyond its session, by the workspace's settings and its own answer. */
  remembers: boolean
  locale: Locale
  /** Of a page that others will be shown as well; absent for a page for this browser alone. */
  shared?: SharedPage
  /** Facts about the request; absent for work without one. */
  client?: ClientFacts
  /** Aborted when the browser no longer waits; absent for work without a request. */
  signal?: AbortSignal
  requestId: string
  /** Per-response nonce of the Content-Security-Policy. */
  nonce: string
}

/** The same context with a time limit on its database queries, for verbs that read a lot. */
export const forReading = (ctx: Context): Context => ({ ...ctx, db: ctx.reports })

/** A context for the machine endpoint that looks up no session: all that it needs is the browser's id. */
export function visitorContext(app: App, visitor: VisitorIdentity | null): Context {
  return {
    ...app,
    actor: { kind: 'public' },
    visitor,
    remembers: visitor?.persistent ?? false,
    locale: 'en',
    requestId: '',
    nonce: '',
  }
}

/** A context for work of the system itself, such as importing content at the first start. */
export function systemContext(app: App, name: string): Context {
  return {
    ...app,
    actor: { kind: 'system', name },
    visitor: null,
    remembers: false,
    locale: 'en',
    requestId: name,
    nonce: '',
  }
}
