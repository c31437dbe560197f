import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ZONES = ['UTC', 'America/New_York', 'Pacific/Kiritimati']

async function outputIn(zone: string): Promise<{ zone: number; rest: string }> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', 'tests/support/print-runs.ts'],
    { env: { ...process.env, TZ: zone }, maxBuffer: 200_000_000 },
  )
  const { zone: offset, ...rest } = JSON.parse(stdout) as { zone: number; runs: unknown[] }
  expect(rest.runs.length).toBeGreaterThan(4)
  return { zone: offset, rest: JSON.stringify(rest) }
}

test('a run gives the same bytes in every time zone of the machine', async () => {
  const [first, ...others] = await Promise.all(ZONES.map(outputIn))
  expect(new Set([first!, ...others].map(({ zone }) => zone)).size).toBe(ZONES.length)
  for (const other of others) expect(other.rest === first!.rest).toBe(true)
}, 60_000)
