import { mkdir, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { openColumns } from '../open-columns'
import type { Columns, ColumnsOptions } from '../open-columns'

/** The file cannot be read: whatever it holds, it is no copy. */
export class CopyDamaged extends Error {}

/** What says nothing about the file: another process has it open, the disk is full, memory is short. */
const OTHER_TROUBLE = /lock|no space|disk|permission|denied|out of memory|too many open/i

/** Messages of DuckDB when the contents of a file are not what was written. */
const DAMAGE = /checksum|corrupt|not a valid duckdb|deserializ/i

/** The disk has no room: that says nothing about the file, and passes. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && /no space|ENOSPC|could not write/i.test(error.message)

/** @throws CopyDamaged when the file itself is what is wrong */
export async function openCopyFile(options: ColumnsOptions): Promise<Columns> {
  try {
    if (options.file) await mkdir(dirname(options.file), { recursive: true, mode: 0o700 })
    return await openColumns(options)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (isDamage(error) || !OTHER_TROUBLE.test(message)) throw new CopyDamaged(message, { cause: error })
    throw error
  }
}

export const isDamage = (error: unknown): boolean => error instanceof Error && DAMAGE.test(error.message)

/** Deletes the file of a copy with all that DuckDB keeps beside it. */
export async function deleteCopyFile(file: string): Promise<void> {
  for (const path of [file, `${file}.wal`, `${file}.tmp`]) await rm(path, { recursive: true, force: true })
}
