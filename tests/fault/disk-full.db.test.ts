import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { fillDisk, mountSmallDisk } from '#tests/support/small-disk'
import { startInstance } from './instance'
import { expectNothingLost, openStage, playThrough } from './stage'

const TIMEOUT_MS = 120_000

test(
  'a database whose disk is full takes nothing, says so, and has lost nothing once there is room again',
  async ({ skip }) => {
    const disk = await mountSmallDisk(200)
    if (typeof disk === 'string') {
      console.warn(`NOT TESTED, a full disk: ${disk}`)
      return skip(disk)
    }
    try {
      await using stage = await openStage(disk.path)
      await using instance = await startInstance(stage.url)
      const filler = join(disk.path, 'filler')
      const run = await playThrough([instance.origin], async (network) => {
        fillDisk(filler)
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
