import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { compileDemo } from '~/domain/demo/engine/compile'
import { prove } from '~/domain/demo/proof/prove'
import { demoSchema } from '~/domain/demo/format/schema'
import type { SimulatedDemo } from './driver'
import { pickHome } from './home'
import { makePersona } from './persona'
import { createPolicies } from './policy'
import { createRandom } from './random'
import { simulateWalk } from './walk'

const WALKS = 120

const load = (slug: string): SimulatedDemo => {
  const source = readFileSync(`content/demos/${slug}/demo.yaml`, 'utf8')
  const compiled = compileDemo(demoSchema.parse(parse(source)))
  const { runs } = prove(compiled)
  const idealOf = (plan: string, role: string) =>
    runs.find((one) => one.plan === plan && one.role === role)?.ideal
  return { slug, compiled, ideal: async (plan, role) => idealOf(plan, role) ?? null }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const walkAll = async (demo: SimulatedDemo, plan: string) => {
  const policies = createPolicies()
  const finished: { steps: number; activeMs: number }[] = []
  for (let index = 0; index < WALKS; index += 1) {
    const random = createRandom(`${demo.slug} ${index}`)
    const { temper } = makePersona({ key: '', home: pickHome(random), firstSeenAt: 0 }, random)
    const role = random.one(demo.compiled.startRoles)
    const policy = await policies(demo, plan, role)
    const start = { plan, role, seed: `${index}`, startedAt: 0 }
    const { events, end } = simulateWalk(demo.compiled, start, { policy, temper, random })
    const activeMs = events.reduce((sum, event) => sum + event.activeMs, 0)
    if (end.outcome === 'success') finished.push({ steps: events.length, activeMs })
  }
  return {
    share: finished.length / WALKS,
    steps: median(finished.map(({ steps }) => steps)),
    activeMs: median(finished.map(({ activeMs }) => activeMs)),
  }
}

test.each(readdirSync('content/demos'))(
  'in %s the richer plan is finished about as often at least, in less time and fewer steps',
  async (slug) => {
    const demo = load(slug)
    const [free, premium] = [await walkAll(demo, 'free'), await walkAll(demo, 'premium')]
    expect(premium.share).toBeGreaterThan(free.share - 0.03)
    expect(premium.share).toBeLessThan(0.9)
    expect(free.share).toBeGreaterThan(0.3)
    expect(premium.activeMs).toBeLessThan(free.activeMs)
    expect(premium.steps).toBeLessThanOrEqual(free.steps)
  },
  60_000,
)
