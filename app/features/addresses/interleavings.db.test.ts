import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { tries } from '#tests/support/depth'
import { conversion } from '#db/schema/conversion'
import { mail } from '#db/schema/mail'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { isDomainError } from '~/domain/errors'
import { eraseVisitor } from '~/features/collect/visitor-rights/erase-visitor.server'
import { exportVisitor } from '~/features/collect/visitor-rights/export-visitor.server'
import { listConversions } from '~/features/conversions/list/list-conversions.server'
import { recordConversion } from '~/features/conversions/reports/record-conversion.server'
import { recordReport } from '~/features/conversions/reports/record-report.server'
import { asStaff } from '#tests/support/staff'
import type { Context } from '~/platform/context/context'
import { browserOf } from '~/platform/context/context'
import { emailHash } from '~/platform/addresses/email-hash'
import { confirmAddress } from './confirm-address.server'
import { enterCode } from './enter-code.server'

/** One browser of a visitor that knows, or does not, whose an address is. */
interface Known {
  visitorId: string
  browserId: string
  verifiedAt: number | null
}

/** What must hold, in a few lines: whose an address is follows from who typed and who verified it alone. */
class Model {
  known: Known[] = []
  reports: string[] = []
  time = 0

  add({ visitorId, browserId }: { visitorId: string; browserId: string }, verifies: boolean): void {
    this.time += 1
    const same = (one: Known) => one.visitorId === visitorId && one.browserId === browserId
    const found = this.known.find(same) ?? { visitorId, browserId, verifiedAt: null }
    if (!this.known.includes(found)) this.known.push(found)
    if (verifies) found.verifiedAt ??= this.time
  }

  holder(): { visitorId: string; unverified: boolean } | null {
    const [first] = this.known
      .filter((one) => one.verifiedAt !== null)
      .sort((one, other) => Number(one.verifiedAt) - Number(other.verifiedAt))
    if (first) return { visitorId: first.visitorId, unverified: false }
    const typedBy = [...new Set(this.known.map((one) => one.visitorId))]
    return typedBy.length === 1 && typedBy[0] ? { visitorId: typedBy[0], unverified: true } : null
  }

  sees(browser: { visitorId: string; browserId: string }): boolean {
    const holder = this.holder()
    return (
      holder !== null &&
      !holder.unverified &&
      holder.visitorId === browser.visitorId &&
      this.known.some((one) => one.browserId === browser.browserId && one.verifiedAt !== null)
    )
  }

  erase(browser: { visitorId: string; browserId: string }): void {
    if (this.sees(browser)) this.reports = []
    this.known = this.known.filter(({ visitorId }) => visitorId !== browser.visitorId)
  }
}

const ids = (ctx: Context) => {
  if (!ctx.visitor) throw new Error('A browser without an id.')
  return { visitorId: ctx.visitor.id, browserId: browserOf(ctx.visitor) }
}

/** The same address, as different people and systems write it. */
const spellings = (n: number): string[] => [
  `zoë${n}@bücher.example`,
  `ZOË${n}@BÜCHER.example`,
  `zoe\u0308${n}@bu\u0308cher.example`,
  `Zoë${n}@xn--bcher-kva.example`,
]

type Step = { do: 'type' | 'tell' | 'link' | 'code' | 'erase'; browser: number; spelling: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    do: fc.constantFrom(
      'type' as const,
      'type' as const,
      'tell' as const,
      'link' as const,
      'code' as const,
      'erase' as const,
    ),
    browser: fc.nat({ max: 2 }),
    spelling: fc.nat({ max: 3 }),
  }),
  { minLength: 3, maxLength: 12 },
)

class World {
  model = new Model()
  used = new Set<string>()
  browsers: Context[]

  constructor(
    readonly test: TestApp,
    readonly n: number,
  ) {
    const [one, other] = [test.as(), test.as()]
    const guest = { ...one, visitor: { id: ids(one).visitorId, browserId: uuidv7(), persistent: true } }
    this.browsers = [one, other, guest]
  }

  at(index: number): Context {
    const ctx = this.browsers[index]
    if (!ctx) throw new Error('No such browser.')
    return ctx
  }

  /** The messages that went to the address, the oldest first. */
  async mails() {
    const all = await this.test.app.db.select().from(mail).orderBy(mail.id)
    const hash = emailHash(spellings(this.n)[0] ?? '')
    return all.filter(({ to }) => emailHash(to) === hash)
  }

  async take(step: Step): Promise<void> {
    const { clock, app } = this.test
    clock.at = new Date(clock.at.getTime() + 1_000)
    const ctx = this.at(step.browser)
    const email = spellings(this.n)[step.spelling] ?? ''
    switch (step.do) {
      case 'type': {
        const contact = { name: 'Zoë', email, company: 'Books' }
        await recordConversion({ ctx, input: { id: uuidv7(), goal: 'quote', contact } })
        return this.model.add(ids(ctx), false)
      }
      case 'tell': {
        const externalId = `order-${uuidv7()}`
        const report = { goal: 'purchase' as const, externalId, emailHash: emailHash(email) }
        await app.db.transaction((tx) =>
          recordReport(tx, report, { source: 'api', reportedBy: 'CRM', now: clock.at }),
        )
        return void this.model.reports.push(externalId)
      }
      case 'link':
        return this.openLink(ctx)
      case 'code':
        return this.giveCode(ctx)
      case 'erase':
        return this.erase(step.browser)
    }
  }

  async openLink(ctx: Context): Promise<void> {
    const links = (await this.mails()).flatMap(({ text }) => /\/confirm\/(\S+)/.exec(text)?.[1] ?? [])
    const link = links.filter((one) => !this.used.has(one)).at(-1)
    if (!link) return
    this.used.add(link)
    await confirmAddress({ ctx, input: { link } })
    this.model.add(ids(ctx), true)
  }

  async giveCode(ctx: Context): Promise<void> {
    const texts = (await this.mails()).map(({ text }) => text.replace(/\S*\/confirm\/\S+/, ''))
    const code = /\b(\d{8})\b/.exec(texts.at(-1) ?? '')?.[1] ?? '0'
    const { browserId } = ids(ctx)
    try {
      await enterCode({ ctx, input: { code } })
    } catch (error) {
      if (isDomainError(error) && error.code === 'invalid-input') return
      throw error
    }
    expect(
      this.model.known.some((one) => one.browserId === browserId),
      'a code is given where it was typed',
    ).toBe(true)
    this.model.add(ids(ctx), true)
  }

  async erase(index: number): Promise<void> {
    const ctx = this.at(index)
    try {
      await eraseVisitor({ ctx })
    } catch (error) {
      expect([index, isDomainError(error) && error.code]).toEqual([2, 'forbidden'])
      return
    }
    this.model.erase(ids(ctx))
    this.browsers[index] = this.test.as()
  }

  async check(): Promise<void> {
    const kept = (await this.test.app.db.select().from(conversion)).filter(({ externalId }) =>
      this.model.reports.includes(externalId ?? ''),
    )
    const holder = this.model.holder()
    const expected = holder === null ? [] : this.model.reports.map(() => holder)
    expect(kept.map(({ visitorId, unverified }) => ({ visitorId, unverified }))).toEqual(expected)
  }

  /** Who is shown what was told. */
  async checkExports(): Promise<void> {
    for (const ctx of this.browsers) {
      const shown = JSON.stringify(await exportVisitor({ ctx }))
      const isSeen = this.model.sees(ids(ctx))
      for (const report of this.model.reports) expect(shown.includes(report)).toBe(isSeen)
    }
  }
}

test('in whatever order an address is typed, verified, erased and told of, it is its owner’s alone', async () => {
  await using test = await createTestApp()
  let n = 0
  await fc.assert(
    fc.asyncProperty(steps, async (walk) => {
      const world = new World(test, (n += 1))
      // Another day, so that no limit of messages holds the walk back.
      test.clock.at = new Date(test.clock.at.getTime() + 86_400_000)
      for (const step of walk) {
        await world.take(step)
        await world.check()
      }
      await world.checkExports()
    }),
    { numRuns: tries(20) },
  )
  const growth = asStaff(test, 'growth')
  const { counts } = await listConversions({ ctx: growth, input: {} })
  for (const filter of ['ambiguous', 'unmatched'] as const) {
    const { conversions } = await listConversions({ ctx: growth, input: { filter } })
    expect(conversions.length).toBe(Math.min(counts[filter], 50))
  }
}, 120_000)

test('an address with a plus is another one', async () => {
  await using test = await createTestApp()
  const world = new World(test, 0)
  await world.take({ do: 'type', browser: 0, spelling: 0 })
  await world.openLink(world.at(0))
  const report = {
    goal: 'purchase' as const,
    externalId: 'plus',
    emailHash: emailHash('zoë0+x@bücher.example'),
  }
  await test.app.db.transaction((tx) =>
    recordReport(tx, report, { source: 'api', reportedBy: 'CRM', now: test.clock.at }),
  )
  expect(JSON.stringify(await exportVisitor({ ctx: world.at(0) }))).not.toContain('plus')
})
