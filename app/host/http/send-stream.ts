import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Sends a stream to its end. Who leaves before that is no error. */
export async function sendStream(res: Response, content: Readable): Promise<void> {
  try {
    await pipeline(content, res)
  } catch (error) {
    if (!isLeft(error)) throw error
  }
}

const isLeft = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
