import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startInstance } from './instance'
import { expectNothingLost, openStage, playThrough } from './stage'

const TIMEOUT_MS = 120_000

/** A small separate disk, or the reason why there is none. */
async function mountSmallDisk(): Promise<{ path: string; unmount(): void } | string> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'a small disk can be mounted by root on Linux alone'
  const path = await mkdtemp(join(tmpdir(), 'foyer-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=200m,mode=755', 'tmpfs', path], { stdio: 'pipe' })
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
function fill(file: string): void {
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

test(
  'a database whose disk is full takes nothing, says so, and has lost nothing once there is room again',
  async ({ skip }) => {
    const disk = await mountSmallDisk()
    if (typeof disk === 'string') {
      console.warn(`NOT TESTED, a full disk: ${disk}`)
      return skip(disk)
    }
    try {
      await using stage = await openStage(disk.path)
      await using instance = await startInstance(stage.url)
      const filler = join(disk.path, 'filler')
      const run = await playThrough([instance.origin], async (network) => {
        fill(filler)
        const deadline = Date.now() + 15_000
        // Space already allocated to files is used first.
        while (!network.statuses.has(503) && Date.now() < deadline) await pause(50)
        await pause(500)
        rmSync(filler)
      })
      expect(run.network.statuses.get(503)).toBeGreaterThan(0)
      expect(await expectNothingLost(stage, run)).toBeGreaterThan(500)
    } finally {
      disk.unmount()
    }
  },
  TIMEOUT_MS,
)
