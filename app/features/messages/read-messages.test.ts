import { expect, test } from 'vitest'
import type { Message } from '~/domain/content/message'
import type { Context } from '~/platform/context/context'
import { readMessages } from './read-messages.server'

const message = (more: Partial<Message>): Message => ({
  format: 'foyer-message/1',
  places: ['home'],
  tone: 'info',
  title: { en: 'Fair', es: 'Feria' },
  ...more,
})

/** What the verb asks of a context: two kinds of content, a clock and a language. */
const contextWith = (messages: Message[], now: string): Context => {
  const content = {
    list: async () => messages.map((body, index) => ({ slug: `m${index}`, body })),
    published: async () => ({ body: { timeZone: 'Asia/Shanghai' } }),
    split: async () => null,
  }
  return { content, now: () => new Date(now), locale: 'es' } as unknown as Context
}

test('a message shows at its places, from its first to its last day in the workspace’s time zone', async () => {
  const messages = [
    message({ from: '2026-03-02', until: '2026-03-02' }),
    message({ places: ['pricing'] }),
    message({ until: '2026-03-01' }),
    message({ from: '2026-03-03' }),
  ]
  const shown = async (now: string) =>
    (await readMessages({ ctx: contextWith(messages, now), input: { places: ['home', 'catalogue'] } })).map(
      (one) => one.slug,
    )
  expect(await shown('2026-03-01T15:59:00Z')).toEqual(['m2'])
  expect(await shown('2026-03-01T16:01:00Z')).toEqual(['m0'])
  expect(await shown('2026-03-02T16:01:00Z')).toEqual(['m3'])
})

test('it speaks the language of the visitor', async () => {
  const [shown] = await readMessages({
    ctx: contextWith([message({})], '2026-03-01T00:00:00Z'),
    input: { places: ['home'] },
  })
  expect(shown).toEqual({ slug: 'm0', tone: 'info', title: 'Feria', body: '', link: null })
})
