import { BodyRefusal } from './body-refusal'

/**
 * Reads the whole body, of at most `most` bytes. A body that declares more is refused before it is read.
 * @throws BodyRefusal
 */
export async function readBytes(request: Request, most: number): Promise<Buffer> {
  const declared = Number(request.headers.get('content-length') ?? 0)
  if (!Number.isSafeInteger(declared) || declared > most) throw tooLarge(most)
  if (!request.body) return Buffer.alloc(0)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength
    if (length > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

const tooLarge = (most: number) => new BodyRefusal(413, `The body may have at most ${most} bytes.`)
