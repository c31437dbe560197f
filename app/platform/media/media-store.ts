import type { Readable } from 'node:stream'

/** A part of a file, both ends included. */
export interface ByteRange {
  start: number
  end: number
}

/** Where the files of media are kept. Keys are made from hashes, never from what somebody typed. */
export interface MediaStore {
  /** Writes a file whole or not at all. Writing the same key again is harmless, since it has the same content. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>
  /** Null when there is no such file. */
  open(key: string, range?: ByteRange): Promise<Readable | null>
  /** Does nothing when there is no such file. */
  remove(key: string): Promise<void>
}
