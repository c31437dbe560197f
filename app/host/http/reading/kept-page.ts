import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { SharedPage } from '~/platform/content/shared-page'

/** A rendered page with its compressed forms. Its bytes are sent as they are. */
export interface KeptPage {
  status: number
  type: string
  /** A hash of the bytes. */
  tag: string
  bytes: Record<PageEncoding, Buffer>
  /** Split documents that it shows, or leaves out for its side. */
  splits: SharedPage['splits']
}

export type PageEncoding = 'identity' | 'gzip' | 'br'

const zip = promisify(gzip)
const brotli = promisify(brotliCompress)
const QUALITY = { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } }

/** Only these are the same the next time: a page that is there, and one that is retired. */
const KEPT = [200, 410]

/** The page of an answer; null for an answer that may not be shown to anybody else. */
export async function keepAnswer(answer: Response, splits: SharedPage['splits']): Promise<KeptPage | null> {
  const type = answer.headers.get('content-type') ?? ''
  if (!KEPT.includes(answer.status) || answer.headers.has('set-cookie') || !type.startsWith('text/html')) {
    await answer.body?.cancel()
    return null
  }
  const identity = Buffer.from(await answer.arrayBuffer())
  const [gz, br] = await Promise.all([zip(identity), brotli(identity, QUALITY)])
  const tag = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  return { status: answer.status, type, tag, bytes: { identity, gzip: gz, br }, splits }
}

/** The memory that a page takes. */
export const sizeOf = ({ bytes }: KeptPage): number =>
  bytes.identity.length + bytes.gzip.length + bytes.br.length
