import { expect, test } from 'vitest'
import { publishHelp, publishShippedHelp } from '#tests/support/publish-help'
import { insertPastTrial } from '#tests/support/past-trial'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import type { Locale } from '~/domain/text'
import type { Context } from '~/platform/context/context'
import { recordConsent } from '~/features/collect/visitor-rights/record-consent.server'
import { followSearch } from './follow-search.server'
import { searchHelp } from './search-help.server'

const find = async (ctx: Context, typed: string, locale: Locale = 'en', counts = false) =>
  (await searchHelp({ ctx: { ...ctx, locale }, input: { typed, counts } })).posts.map(({ slug }) => slug)

const counted = (test: TestApp) => test.app.sql`
  select query, locale, searches, unanswered, clicks from search_count order by query`
const ofVisitors = (test: TestApp) => test.app.sql`
  select visitor_id, query, hits, clicked from help_search order by id`

test('the shipped posts are found in three languages, by any form of a word and with mistakes', async () => {
  await using test = await createTestApp()
  await publishShippedHelp(test.app.db)
  const ctx = test.as(null)
  for (const [locale, typed, first] of [
    ['en', 'how do I stop and come back', 'getting-started'],
    ['en', 'your first trials', 'getting-started'],
    ['en', 'privcy', 'score-and-privacy'],
    ['en', 'contarct', 'a-contract-and-its-copies'],
    ['en', 'funn', 'reading-a-funnel'],
    ['es', 'PUNTUACION y privacidad', 'score-and-privacy'],
    ['es', '¿cómo es la primera prueba?', 'getting-started'],
    ['es', 'contratto', 'a-contract-and-its-copies'],
    ['zh', '怎么开始第一次试用？', 'getting-started'],
    ['zh', '合同', 'a-contract-and-its-copies'],
    ['zh', '怎么算得分', 'score-and-privacy'],
  ] as const) {
    expect([typed, (await find(ctx, typed, locale))[0]]).toEqual([typed, first])
  }
  for (const typed of [
    'zeppelin',
    '量子力学',
    '   ',
    '???',
    'x'.repeat(5_000),
    "'; drop table help_words; --",
  ]) {
    expect([typed, await find(ctx, typed)]).toEqual([typed, []])
  }
})

test('a revision that is published is found at once, and the one before no longer', async () => {
  await using test = await createTestApp()
  const ctx = test.as(null)
  const post = { slug: 'refunds', title: { en: 'Refunds' }, summary: { en: 'Money back' } }
  await publishHelp(test.app.db, {
    ...post,
    rendered: { en: '<p>Within fourteen days</p><p>by bank transfer</p>' },
  })
  test.app.content.refresh()
  expect(await find(ctx, 'fourteen')).toEqual(['refunds'])
  await publishHelp(test.app.db, { ...post, rendered: { en: '<p>Within thirty days</p>' } })
  test.app.content.refresh()
  expect([await find(ctx, 'fourteen'), await find(ctx, 'thirty')]).toEqual([[], ['refunds']])
  expect(await find(ctx, 'refunds', 'zh')).toEqual(['refunds'])
  const invoice = { slug: 'invoice', title: { zh: '发票' }, summary: { zh: '如何取得发票' }, rendered: {} }
  await publishHelp(test.app.db, invoice)
  test.app.content.refresh()
  // Alone it is divided as 开发 and 票.
  expect(await find(ctx, '怎么开发票', 'zh')).toEqual(['invoice'])
})

test('a word that is in no post is searched for as the nearest that is, and the reader is told', async () => {
  await using test = await createTestApp()
  await publishShippedHelp(test.app.db)
  const answer = await searchHelp({ ctx: test.as(null), input: { typed: 'privcy', counts: false } })
  expect(answer.instead).toEqual(['privacy'])
})

test('of nobody in particular a search is a count of its day, masked, without programs and pages fetched ahead', async () => {
  await using test = await createTestApp()
  await publishShippedHelp(test.app.db)
  const ctx = test.as(null)
  await find(ctx, 'Zeppelin', 'en', true)
  await find({ ...ctx, visitor: { id: crypto.randomUUID(), persistent: false } }, 'zéppelin', 'en', true)
  await find(ctx, 'invoice for ana@alder.example 555 123 456', 'en', true)
  await find(ctx, 'privacy', 'en', true)
  await followSearch({ ctx, input: { typed: 'Privacy', slug: 'score-and-privacy' } })
  await find(ctx, 'fetched ahead', 'en', false)
  const client = {
    address: '',
    userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)',
    namesLanguage: true,
  }
  await find({ ...ctx, client }, 'a program', 'en', true)
  expect([...(await counted(test))]).toMatchObject([
    { query: 'invoice for [address] [number]', searches: 1 },
    { query: 'privacy', searches: 1, unanswered: 0, clicks: 1 },
    { query: 'zeppelin', searches: 2, unanswered: 2, clicks: 0 },
  ])
  expect(await ofVisitors(test)).toHaveLength(0)
})

test('of a visitor who agreed it is kept once with what was opened, until they withdraw', async () => {
  await using test = await createTestApp()
  await publishShippedHelp(test.app.db)
  const { visitorId } = await insertPastTrial(test)
  const ctx = test.as(visitorId)
  await find(ctx, 'privacy', 'en', true)
  await find(ctx, 'Privacy', 'en', true)
  await followSearch({ ctx, input: { typed: 'privacy', slug: 'score-and-privacy' } })
  expect([...(await ofVisitors(test))]).toMatchObject([
    { visitor_id: visitorId, query: 'privacy', clicked: 'score-and-privacy' },
  ])
  test.clock.at = new Date(test.clock.at.getTime() + 31 * 60_000)
  await find(ctx, 'privacy', 'en', true)
  expect(await ofVisitors(test)).toHaveLength(2)
  expect(await counted(test)).toHaveLength(0)
  await recordConsent({ ctx, input: { consent: 'denied' } })
  expect(await ofVisitors(test)).toHaveLength(0)
})
