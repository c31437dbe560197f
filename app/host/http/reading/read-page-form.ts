import { SPLIT_KINDS } from '~/domain/insight/split/split-plan'
import { dayOf } from '~/domain/insight/time-zone'
import type { App, VisitorIdentity } from '~/platform/context/context'
import { splitSide } from '~/platform/content/served-content'
import { workspaceSettings } from '~/platform/context/workspace-settings'
import { headerReaderOf } from '~/platform/http/request-headers'
import type { HeaderReader } from '~/platform/http/request-headers'
import { readTheme } from '~/platform/language/theme'
import { consentOf, mayRemember, refusesTracking } from '~/platform/visitor/consent'
import { readDismissed } from '~/platform/visitor/dismissed-messages'
import { readVisitor } from '~/platform/visitor/visitor-cookie'
import type { PlainRequest, PlainResponse } from '../plain-http'
import { knownQuery } from './page-form'
import type { PageForm } from './page-form'

/** The form in which a request wants its page, and who asks; null when the page is for this reader alone. */
export async function readPageForm(
  app: Pick<App, 'content' | 'env' | 'now'>,
  req: PlainRequest,
  res: PlainResponse,
): Promise<{ form: PageForm; visitor: VisitorIdentity | null } | null> {
  const { locale } = res.locals
  const [path = '/', search = ''] = (req.url ?? '/').split('?', 2)
  const query = knownQuery(path, new URLSearchParams(search))
  if (locale === undefined || query === null) return null
  const headers = headerReaderOf(req)
  const { consent: mode, timeZone } = await workspaceSettings(app)
  const visitor = readVisitor(headers, app.env, mayRemember(headers, mode))
  const sides = await sidesOf(app, visitor)
  if (sides === null) return null
  const form: PageForm = {
    ...{ origin: originOf(app, req), path, query, locale, sides },
    theme: readTheme(headers),
    consent: consentOf(headers),
    refuses: refusesTracking(headers),
    isKnown: visitor !== null,
    dismissed: await dismissedOf(app, headers),
    day: dayOf(app.now(), timeZone),
  }
  return { form, visitor }
}

const originOf = ({ env }: Pick<App, 'env'>, req: PlainRequest): string =>
  env.origin ?? `http://${req.headers.host ?? 'localhost'}`

/** The visitor's side of each running split; null for a browser that gets an id, and so a side, with this page. */
async function sidesOf(
  { content }: Pick<App, 'content'>,
  visitor: VisitorIdentity | null,
): Promise<PageForm['sides'] | null> {
  const running = (await Promise.all(SPLIT_KINDS.map((kind) => content.splits(kind)))).flat()
  if (running.length === 0) return []
  return visitor && running.map((split) => [split.id, splitSide(split, visitor.id)])
}

async function dismissedOf({ content }: Pick<App, 'content'>, headers: HeaderReader): Promise<string[]> {
  const dismissed = readDismissed(headers)
  if (dismissed.size === 0) return []
  const live = await content.list('message')
  return live.map(({ slug }) => slug).filter((slug) => dismissed.has(slug))
}
