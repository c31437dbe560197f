import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Every file of `content/` whose whole text is in `locale`. */
async function textsIn(locale: string): Promise<[string, string][]> {
  const all = await readdir('content', { recursive: true })
  const own = new RegExp(`(^|[./])${locale}(\\.mdx$|/[\\w-]+\\.json$)`)
  const files = all.filter((file) => own.test(file)).map((file) => join('content', file))
  return Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as [string, string]))
}

/** Each match with its file, so that a failure names both. */
const found = (texts: [string, string][], pattern: RegExp): string[] =>
  texts.flatMap(([file, text]) => [...text.matchAll(pattern)].map(([match]) => `${file}: ${match}`))

/** Forms used only with tú or vosotros; none of them is also a third person or a noun. */
const FAMILIAR =
  /(?<![\p{L}-])(tú|tus?|ti|contigo|tuy[oa]s?|puedes|quieres|tienes|eres|estás|debes|hagas|crees|necesitas|empiezas|escribes|haz|hazlo|vosotros|vuestr[oa]s?|podéis|queréis|tenéis)(?![\p{L}])/giu

/** Imperatives for tú. Inside a sentence the same words are a third person, so only capitalized ones count. */
const ORDER = /(?<!\p{L})(Pulsa|Elige|Avisa|Añade|Rellena|Comprueba|Revisa)(?!\p{L})/gu

test('Spanish speaks to people as usted', async () => {
  const texts = await textsIn('es')
  expect(texts.length).toBeGreaterThan(50)
  expect(found(texts, FAMILIAR)).toEqual([])
  expect(found(texts, ORDER)).toEqual([])
})

test('Chinese says 您, and sets full-width signs after its characters', async () => {
  const texts = await textsIn('zh')
  expect(texts.length).toBeGreaterThan(50)
  expect(found(texts, /.{0,4}你.{0,4}/gu)).toEqual([])
  expect(found(texts, /\p{Script=Han}[,;:!?]/gu)).toEqual([])
})

test('Chinese leaves a space between its characters and Latin letters or digits', async () => {
  const texts = await textsIn('zh')
  expect(found(texts, /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/gu)).toEqual([])
})
