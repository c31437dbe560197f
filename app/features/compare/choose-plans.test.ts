import { expect, test } from 'vitest'
import { choosePlans } from './choose-plans'

const PLANS = ['free', 'team', 'premium']
const nothing = { asked: null, tried: null }

test('the first and the last plan, unless others are asked for or were tried', () => {
  expect(choosePlans(PLANS, nothing)).toEqual(['free', 'premium'])
  expect(choosePlans(PLANS, { ...nothing, asked: 'premium,team' })).toEqual(['team', 'premium'])
  expect(choosePlans(PLANS, { ...nothing, tried: 'free' })).toEqual(['free', 'team'])
  expect(choosePlans(PLANS, { ...nothing, tried: 'premium' })).toEqual(['team', 'premium'])
})

test('what makes no pair is passed over', () => {
  expect(choosePlans(PLANS, { asked: 'free,free', tried: 'gone' })).toEqual(['free', 'premium'])
  expect(choosePlans(PLANS, { ...nothing, asked: 'free,gold' })).toEqual(['free', 'premium'])
  expect(choosePlans(['free'], nothing)).toBeNull()
})
