import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'

/** A small separate disk, or the reason why there is none. */
export async function mountSmallDisk(megabytes: number): Promise<{ path: string; unmount(): void } | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk can be mounted by root on Linux alone'
  const path = await mkdtemp(join(tmpdir(), 'foyer-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path], {
      stdio: 'pipe',
    })
  } catch (error) {
    rmSync(path, { recursive: true, force: true })
    return `no small disk could be mounted: ${String(error)}`
  }
  const unmount = () => {
    execFileSync('umount', ['-l', path])
    rmSync(path, { recursive: true, force: true })
  }
  return { path, unmount }
}

/** Writes until the disk is full. */
export function fillDisk(file: string): void {
  const handle = openSync(file, 'w')
  for (const size of [1 << 20, 1 << 12]) {
    const piece = Buffer.alloc(size)
    try {
      while (writeSync(handle, piece) === size);
    } catch (error) {
      expect(error).toMatchObject({ code: 'ENOSPC' })
    }
  }
  closeSync(handle)
}
