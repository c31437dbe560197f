import { expect, test } from 'vitest'
import { taskCompletion } from './task-completion'

test('a task is completed in as many of the trials that offered it as did it', () => {
  expect(taskCompletion(new Map([['ship', 20]]), new Map([['ship', 15]]))).toMatchObject([
    { task: 'ship', numerator: 15, denominator: 20, share: 0.75 },
  ])
})

test('a task that nobody did is listed with none', () => {
  expect(taskCompletion(new Map([['ship', 20]]), new Map([['bill', 3]]))).toMatchObject([
    { task: 'ship', numerator: 0, denominator: 20, share: 0 },
  ])
})

test('tasks are in order of their id, however often they were offered or done', () => {
  const offered = new Map([
    ['ship', 5],
    ['bill', 9],
    ['pay', 1],
    ['ask', 7],
  ])
  expect(taskCompletion(offered, new Map([['ship', 5]])).map(({ task }) => task)).toEqual([
    'ask',
    'bill',
    'pay',
    'ship',
  ])
})
