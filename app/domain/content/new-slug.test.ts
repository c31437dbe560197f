import { readFile, readdir } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { DocumentKind } from './kinds'
import { newSlugProblem } from './new-slug'
import { SITE_FILES, SITE_SEGMENTS } from './site-addresses'

test.each<[DocumentKind, string, string | null]>([
  ['demo', 'order-to-cash', null],
  ['demo', 'a'.repeat(60), null],
  ['demo', 'a'.repeat(61), 'too-long'],
  ['help', 'a'.repeat(80), 'too-long'],
  ['demo', '2-step', 'begins'],
  ['help', '2-step', null],
  ['demo', 'constructor', 'reserved'],
  ['page', 'pricing', 'reserved'],
  ['page', 'studio', 'reserved'],
  ['help', 'pricing', null],
  ['page', 'trust', null],
  ['help', 'Refunds', 'upper-case'],
  ['help', 'Ñu', 'upper-case'],
  ['help', 'reembolsó', 'characters'],
  ['help', '退款', 'characters'],
  ['help', '', 'empty'],
  ['plans', 'plans', null],
])('a new %s at %j: %j', (kind, slug, problem) => {
  expect(newSlugProblem(kind, slug)).toBe(problem)
})

test('no page can take an address of Foyer itself', async () => {
  const routes = await readFile('app/routes.ts', 'utf8')
  const first = [...routes.matchAll(/route\('([a-z-]+)/g)].map(([, segment = '']) => segment)
  expect(first.length).toBeGreaterThan(20)
  expect(first.filter((segment) => !SITE_SEGMENTS.includes(segment))).toEqual([])
})

test('no page can take the address of a static file or folder', async () => {
  const files = (await readdir('public')).filter((name) => !SITE_SEGMENTS.includes(name))
  expect([...SITE_FILES].sort()).toEqual(files.sort())
  expect(newSlugProblem('page', 'samples')).toBe('reserved')
})
