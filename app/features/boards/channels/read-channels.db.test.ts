import { expect, test } from 'vitest'
import { v7 } from 'uuid'
import { conversion } from '#db/schema/conversion'
import { touch } from '#db/schema/touch'
import { visitor } from '#db/schema/trial'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { readChannels } from './read-channels.server'

const DAY_MS = 86_400_000

test('the address chooses the model, and credits sum to the conversions whichever it is', async () => {
  await using test = await createTestApp()
  const visitorId = v7()
  const now = test.clock.at.getTime()
  const arrive = (days: number, channel: string) => ({
    ...{ visitorId, id: v7(), channel },
    at: new Date(now - days * DAY_MS),
  })
  await test.app.db.insert(visitor).values({ visitorId })
  await test.app.db.insert(touch).values([arrive(9, 'email'), arrive(5, 'search'), arrive(2, 'direct')])
  const bought = { goal: 'purchase' as const, source: 'api' as const, at: new Date(now - DAY_MS) }
  await test.app.db.insert(conversion).values({ ...bought, visitorId, id: v7(), value: 100, currency: 'EUR' })
  const ctx = asStaff(test, 'growth')
  await ctx.columns.catchUp()
  const creditsBy = async (model: string) => {
    const { channels } = await readChannels({ ctx, input: { model } })
    return Object.fromEntries(channels.map((one) => [one.channel, one.converted]))
  }
  expect(await creditsBy('first')).toEqual({ email: 1, search: 0, direct: 0 })
  expect(await creditsBy('last')).toEqual({ email: 0, search: 0, direct: 1 })
  expect(await creditsBy('last-non-direct')).toEqual({ email: 0, search: 1, direct: 0 })
})
