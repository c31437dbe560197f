import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { funnelHistorySchema } from '~/domain/insight/funnel/funnel-history'
import { funnelQuerySchema } from '~/domain/insight/funnel/funnel-query'
import { compareFunnels } from './compare-funnels'
import { readJsonFile } from './read-json-file'

async function fileOf(text: string) {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-funnel-'))
  const file = join(directory, 'given.json')
  await writeFile(file, text)
  return { file, [Symbol.asyncDispose]: () => rm(directory, { recursive: true }) }
}

test.each([
  ['[{"visitor": "ann", "at": "2026-03-29T00:00:00", "event": "a"}]', '[0].at: Write a moment'],
  ['[{"at": "2026-03-29T00:00:00Z", "event": "a"}]', '[0].visitor: '],
  [
    '[{"visitor": "ann", "at": "2026-03-29T00:00:00Z", "event": "a", "when": 1}]',
    '[0]: Unrecognized key: "when"',
  ],
  ['[{"visitor": ', 'it is no JSON'],
  ['{}', 'expected array'],
])('a history that is wrong is refused with the file, the place and the reason: %s', async (text, reason) => {
  await using given = await fileOf(text)

  const read = () => readJsonFile(given.file, funnelHistorySchema)
  expect(read).toThrow(given.file)
  expect(read).toThrow(reason)
})

test('a file that is not there is named', () => {
  expect(() => readJsonFile('/nowhere/query.json', funnelQuerySchema)).toThrow(
    '/nowhere/query.json: it cannot be read (ENOENT)',
  )
})

test('a history and a query of the documented form are read and evaluated both ways', async () => {
  await using history = await fileOf(
    JSON.stringify([
      {
        visitor: 'ann',
        at: '2026-03-29T00:00:00Z',
        event: 'page',
        props: { name: 'pricing', source: 'news' },
      },
      { visitor: 'ann', at: '2026-03-29T02:00:10+02:00', event: 'ask' },
      { visitor: 'ben', at: '2026-03-29T00:00:00Z', event: 'page', props: { name: 'help' } },
    ]),
  )
  await using query = await fileOf(
    JSON.stringify({
      steps: [{ event: 'page', where: { name: 'pricing' } }, { event: 'ask' }],
      ...{ order: 'ordered', windowSeconds: 10, exclusions: [], unit: 'visitor', timeZone: 'UTC' },
      ...{ from: '2026-03-29T00:00:00Z', to: '2026-03-30T00:00:00Z' },
      breakdown: { by: 'first-touch', prop: 'source' },
    }),
  )

  const { copy, agree } = await compareFunnels(
    readJsonFile(history.file, funnelHistorySchema),
    readJsonFile(query.file, funnelQuerySchema),
  )

  const steps = [
    { count: 1, medianSeconds: null, meanSeconds: null },
    { count: 1, medianSeconds: 10, meanSeconds: 10 },
  ]
  expect(copy).toEqual({ steps, breakdown: [{ value: 'news', steps }] })
  expect(agree).toBe(true)
})
