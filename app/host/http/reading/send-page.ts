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

/** The best encoding that an Accept-Encoding header takes; one that it refuses by `q=0` is not taken. */
function encodingOf(accepted: string): PageEncoding {
  const takes = (name: string) =>
    new RegExp(`(^|[,\\s])${name}\\s*(,|$|;\\s*q=(?!0(\\.0*)?\\s*(,|$)))`, 'i').test(accepted)
  if (takes('br')) return 'br'
  return takes('gzip') ? 'gzip' : 'identity'
}

/** Whether an If-None-Match header names the tag, or any. */
function names(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  return header.split(',').some((one) => ['*', tag].includes(one.trim().replace(/^W\//, '')))
}
