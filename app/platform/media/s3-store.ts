import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import type { MediaStore } from './media-store'

/** A bucket of an S3-compatible store. */
export interface S3Settings {
  /** The origin of the store, such as `https://s3.eu-west-1.amazonaws.com`. */
  endpoint: string
  region: string
  bucket: string
  /** Before every key; empty, or without a slash at its end. */
  prefix: string
  accessKey: string
  secretKey: string
}

const PATIENCE_MS = 30_000

/** Keeps media in an S3-compatible store, addressed by path, which every such store understands. */
export function s3Store(settings: S3Settings): MediaStore {
  const { endpoint, bucket, prefix, region } = settings
  const client = new AwsClient({
    ...{ accessKeyId: settings.accessKey, secretAccessKey: settings.secretKey },
    ...{ service: 's3', region, retries: 2 },
  })
  const addressOf = (key: string) => [endpoint, bucket, ...(prefix === '' ? [] : [prefix]), key].join('/')
  const ask = async (method: string, key: string, init: RequestInit = {}): Promise<Response> => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    const response = await client.fetch(addressOf(key), { ...init, method, signal, redirect: 'error' })
    if (response.ok || response.status === 404) return response
    await response.body?.cancel()
    throw new Error(`The media store answered ${response.status} to ${method}.`)
  }
  return {
    put: async (key, bytes, contentType) => {
      const headers = { 'Content-Type': contentType, 'Content-Length': String(bytes.byteLength) }
      // Node's types of bytes and of bodies differ in which buffers they name.
      const { status } = await ask('PUT', key, { headers, body: bytes as Uint8Array<ArrayBuffer> })
      if (status === 404) throw new Error(`The media store has no bucket “${bucket}”.`)
    },
    open: async (key, range) => {
      const headers = range && { Range: `bytes=${range.start}-${range.end}` }
      const response = await ask('GET', key, headers && { headers })
      if (response.ok && response.body) return Readable.fromWeb(response.body as ReadableStream)
      await response.body?.cancel()
      return null
    },
    remove: async (key) => {
      await (await ask('DELETE', key)).body?.cancel()
    },
  }
}
