import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkFolder } from './check-folder'

test('the content that ships names nothing that is not there', async () => {
  const { problems, documents } = await checkFolder('content')
  expect(problems).toEqual([])
  expect(documents).toBeGreaterThan(10)
})

test('what a folder names and does not hold is told with its place', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'foyer-check-'))
  try {
    await cp('content', directory, { recursive: true })
    const change = async (file: string, from: string, to: string) => {
      const text = await readFile(join(directory, file), 'utf8')
      await writeFile(join(directory, file), text.replaceAll(from, to))
    }
    await change('demos/order-to-cash/demo.yaml', 'scenario: wholesale', 'scenario: wholesal')
    await change('demos/order-to-cash/demo.yaml', 'icon: landmark', 'icon: landmrk')
    await change('scenarios/scenarios.yaml', 'icon: store', 'icon: stor')
    await change('audiences/audiences.yaml', 'id: marketing', 'id: marketer')
    await change('help/getting-started/es.mdx', 'slug="order-to-cash"', 'slug="order-to-cas"')
    await change('help/reading-a-funnel/en.mdx', 'plan="premium"', 'plan="pro"')
    await change('messages/first-visit/message.yaml', '/help/getting-started', '/help/getting-start')
    const { problems } = await checkFolder(directory)
    const told = problems.map(({ folder, problem }) => `${folder}/${problem.file} ${problem.message}`)
    expect(told).toEqual([
      'scenarios/scenarios.yaml There is no icon stor: did you mean star?',
      'demos/campaign-to-conversion/demo.yaml There is no audience marketing: did you mean marketer?',
      'demos/order-to-cash/demo.yaml There is no scenario wholesal: did you mean wholesale?',
      'demos/order-to-cash/demo.yaml There is no icon landmrk: did you mean landmark?',
      'help/getting-started/es.mdx There is no demo order-to-cas: did you mean order-to-cash?',
      'help/reading-a-funnel/en.mdx The demo campaign-to-conversion has no plan pro: known are free, premium',
      'messages/first-visit/message.yaml There is no help post getting-start: did you mean getting-started?',
    ])
    expect(problems.every(({ problem }) => (problem.line ?? 0) > 0)).toBe(true)
  } finally {
    await rm(directory, { recursive: true })
  }
})
