import type { PlainRequest, PlainResponse } from '../plain-http'
import type { KeptPage, PageEncoding } from './kept-page'

const VARY = 'Accept-Encoding, Accept-Language, Cookie, Sec-GPC, DNT'

/** Sends a kept page, or that the browser's copy is still right. */
export function sendPage(req: PlainRequest, res: PlainResponse, page: KeptPage): void {
  const encoding = encodingOf(req.headers['accept-encoding']?.toString() ?? '')
  const tag = `"${page.tag}-${encoding}"`
  res.setHeader('ETag', tag)
  res.setHeader('Cache-Control', 'no-cache')
  res.setHeader('Vary', VARY)
  if (page.status === 200 && names(req.headers['if-none-match'], tag)) {
    res.statusCode = 304
    return void res.end()
  }
  const body = page.bytes[encoding]
  res.statusCode = page.status
  res.setHeader('Content-Type', page.type)
  res.setHeader('Content-Length', body.length)
  if (encoding !== 'identity') res.setHeader('Content-Encoding', encoding)
  res.end(req.method === 'HEAD' ? undefined : body)
}

/** An encoding that is accepted: named, and not refused by `q=0`. */
const takes = (name: string): RegExp =>
  new RegExp(`(^|[,\\s])${name}\\s*(,|$|;\\s*q=(?!0(\\.0*)?\\s*(,|$)))`, 'i')

const [TAKES_BR, TAKES_GZIP] = [takes('br'), takes('gzip')]

/** The best encoding that an Accept-Encoding header takes. */
function encodingOf(accepted: string): PageEncoding {
  if (TAKES_BR.test(accepted)) return 'br'
  return TAKES_GZIP.test(accepted) ? 'gzip' : 'identity'
}

/** Whether an If-None-Match header names the tag, or any. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}
