import { createBoundedCache } from '~/platform/cache/bounded-cache'
import type { App } from '~/platform/context/context'
import { VISITOR_COOKIE } from '~/platform/visitor/visitor-cookie'
import type { PlainHandler, PlainRequest, PlainResponse } from '../plain-http'
import type { KeptPage } from './kept-page'
import { sendPage } from './send-page'

declare global {
  // Express types values that middlewares pass on through this namespace.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    interface Locals {
      /** All of the request that a kept page depends on; of browsers without an id alone. */
      asked?: string
    }
  }
}

/** A kept page with the headers that it was first sent with. */
interface QuickAnswer {
  page: KeptPage
  headers: [name: string, value: number | string | string[]][]
  route: string | undefined
  version: string
  minute: number
}

export interface QuickPages {
  /** Answers a request that was answered before in this minute, of the same live content. */
  handler: PlainHandler
  /** Notes what a request is about to be answered with. */
  note(res: PlainResponse, page: KeptPage, version: string): void
}

const REMEMBERED = 5_000
const MOST_LETTERS = 2_000
const MINUTE_MS = 60_000

/**
 * Remembers which kept page belongs to which request of a browser without an id, to the letter: then nothing has to be
 * read of it again, which takes longer than sending the page.
 */
export function createQuickPages({ content, now }: Pick<App, 'content' | 'now'>): QuickPages {
  const answers = createBoundedCache<QuickAnswer>(REMEMBERED)
  const minute = () => Math.floor(now().getTime() / MINUTE_MS)
  return {
    handler: (req, res, next) => {
      const asked = askedBy(req)
      if (asked === null) return next()
      res.locals.asked = asked
      const known = answers.get(asked)
      if (!known || known.version !== content.knownVersion() || known.minute !== minute()) return next()
      res.locals.route = known.route
      for (const [name, value] of known.headers) res.setHeader(name, value)
      sendPage(req, res, known.page)
    },
    note: (res, page, version) => {
      const { asked, route } = res.locals
      if (asked === undefined || res.hasHeader('Set-Cookie')) return
      const headers = Object.entries(res.getHeaders()).filter(
        (entry): entry is QuickAnswer['headers'][number] =>
          entry[0] !== 'x-request-id' && entry[1] !== undefined,
      )
      answers.set(asked, { page, headers, route, version, minute: minute() })
    },
  }
}

/** Headers that decide which page is sent, or whether one is. */
const DECISIVE = [
  'host',
  'cookie',
  'accept-language',
  'sec-gpc',
  'dnt',
  'sec-purpose',
  'purpose',
  'x-moz',
] as const

/** All that an answer depends on, or null for a browser that may have an id, and for requests out of the ordinary. */
function askedBy({ method, url = '', headers, rawHeaders, socket }: PlainRequest): string | null {
  if (method !== 'GET' || headers.cookie?.includes(VISITOR_COOKIE) || countHosts(rawHeaders) !== 1)
    return null
  const asked = [url, socket.localAddress, ...DECISIVE.map((name) => headers[name])].join('\n')
  return asked.length > MOST_LETTERS ? null : asked
}

function countHosts(rawHeaders: readonly string[]): number {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  }
  return hosts
}
