import { isReadingPath } from '~/domain/content/reading-path'
import type { App, VisitorIdentity } from '~/platform/context/context'
import { visitorContext } from '~/platform/context/context'
import { recordExposure } from '~/platform/content/record-exposure'
import type { SharedPage } from '~/platform/content/shared-page'
import type { Pages } from '../pages'
import type { PlainHandler, PlainRequest, PlainResponse } from '../plain-http'
import { keepAnswer } from './kept-page'
import type { KeptPage } from './kept-page'
import { keyOf, requestOf } from './page-form'
import type { PageForm } from './page-form'
import { createPageStore } from './page-store'
import type { QuickPages } from './quick-pages'
import { readPageForm } from './read-page-form'
import { sendPage } from './send-page'

/**
 * Reading pages are rendered once for each form and each set of live revisions, and kept in memory. A publish is another
 * set, so nothing stale is ever found. Whatever cannot be answered so is passed on.
 */
export function keepPages(app: App, { reading }: Pick<Pages, 'reading'>, quick: QuickPages): PlainHandler {
  if (reading === null) return (_req, _res, next) => next()
  const store = createPageStore()

  const render = async (form: PageForm, version: string): Promise<KeptPage | null> => {
    const shared: SharedPage = {
      isKnown: form.isKnown,
      dismissed: new Set(form.dismissed),
      sides: new Map(form.sides),
      splits: [],
    }
    const page = await keepAnswer(
      await reading.render(requestOf(form), { locale: form.locale, shared }),
      shared.splits,
    )
    // What was published meanwhile may be in it in part.
    return (await app.content.version()) === version ? page : null
  }

  const answer = async (req: PlainRequest, res: PlainResponse): Promise<boolean> => {
    const [version, read] = await Promise.all([app.content.version(), readPageForm(app, req, res)])
    if (version === null || read === null) return false
    const { form, visitor } = read
    const page = await store.read(keyOf(version, form), () => render(form, version))
    if (page === null) return false
    res.locals.route = reading.nameOf(form.path)
    quick.note(res, page, version)
    sendPage(req, res, page)
    noteSplits(app, req, { page, visitor })
    return true
  }

  return (req, res, next) => {
    const isAsked = req.method === 'GET' || req.method === 'HEAD'
    if (!isAsked || !isReadingPath(res.locals.path)) return next()
    answer(req, res).then(
      (isAnswered) => isAnswered || next(),
      (error: unknown) => {
        app.log.warn({ err: error, requestId: res.locals.requestId }, 'A page could not be kept')
        if (!res.headersSent) next()
      },
    )
  }
}

/** Records which side of split documents the visitor was shown. It delays no response; failures are only logged. */
function noteSplits(
  app: App,
  req: PlainRequest,
  { page, visitor }: { page: KeptPage; visitor: VisitorIdentity | null },
): void {
  if (page.splits.length === 0 || !visitor?.persistent) return
  const client = { address: '', userAgent: req.headers['user-agent'] ?? '', namesLanguage: false }
  const ctx = { ...visitorContext(app, visitor), client }
  const recorded = page.splits.map(({ kind, slug }) => recordExposure(ctx, kind, slug))
  Promise.all(recorded).catch((error: unknown) =>
    app.log.warn({ err: error }, 'What a visitor was shown of a split could not be recorded'),
  )
}
