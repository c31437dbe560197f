import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { loadShippedDemo } from '#tests/support/play-demo'
import { placesOn, SHIPPED_WALKS, walksOf } from './shipped-walks'

test('every demo that ships is walked', () => {
  expect(readdirSync('content/demos').sort()).toEqual(Object.keys(SHIPPED_WALKS).sort())
})

test.each(Object.entries(SHIPPED_WALKS))('%s has the walks that were counted', (slug, counted) => {
  const compiled = loadShippedDemo(slug)
  const found = compiled.plans.map((plan) => {
    const { start, states, transitions, walks } = walksOf(compiled, plan)
    const places = placesOn(start, walks).size
    return [plan, { states: states.length, transitions: transitions.length, places, walks: walks.length }]
  })
  expect(compiled.startRoles).toHaveLength(1)
  expect(Object.fromEntries(found)).toEqual(counted)
})
