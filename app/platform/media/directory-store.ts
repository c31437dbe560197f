import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { MediaStore } from './media-store'

/** Keeps media in a directory. Several instances must share it. */
export function directoryStore(directory: string): MediaStore {
  return {
    put: async (key, bytes) => {
      const file = join(directory, key)
      const part = `${file}.${randomUUID()}`
      await mkdir(dirname(file), { recursive: true })
      await writeFile(part, bytes)
      await rename(part, file)
    },
    open: async (key, range) => {
      try {
        const file = await open(join(directory, key))
        return file.createReadStream(range)
      } catch (error) {
        if (isMissing(error)) return null
        throw error
      }
    },
    remove: (key) => rm(join(directory, key), { force: true }),
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'
