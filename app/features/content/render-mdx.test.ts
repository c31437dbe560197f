import { build } from 'esbuild'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

import { isDomainError } from '~/domain/errors'
import { compileMdx } from './compile-mdx.server'
import { refuseImports } from './refuse-imports.server'
import { renderMdx } from './render-mdx.server'

test('Markdown becomes HTML, with front matter beside it', async () => {
  const source =
    '---\ntitle: Refunds\n---\n\n## How it works\n\nPay, **then** ask.\n\n- One\n- `two {x}`\n\n## How it works\n'
  const { html, frontMatter } = await renderMdx(source)
  expect(frontMatter).toEqual({ title: 'Refunds' })
  expect(html).toBe(
    '<h2 id="how-it-works">How it works</h2>\n<p>Pay, <strong>then</strong> ask.</p>\n' +
      '<ul>\n<li>One</li>\n<li><code>two {x}</code></li>\n</ul>\n<h2 id="how-it-works-2">How it works</h2>',
  )
})

test('headings in Chinese get an id as well', async () => {
  expect((await renderMdx('## 退款 条款')).html).toBe('<h2 id="退款-条款">退款 条款</h2>')
})

test('interactive components become placeholders with something to read', async () => {
  const { html } = await renderMdx('<TryDemo slug="order-to-cash" label="Try it" />\n\n<PlanTable />')
  expect(html).toBe(
    '<div data-foyer-component="TryDemo" data-props="{&quot;slug&quot;:&quot;order-to-cash&quot;,&quot;label&quot;:&quot;Try it&quot;}">' +
      '<a href="/demos/order-to-cash">Try it</a></div>\n<div data-foyer-component="PlanTable" data-props="{}"></div>',
  )
})

test('callouts, terms and keys are plain HTML', async () => {
  const { html } = await renderMdx(
    '<Callout tone="tip" title="Note">\n\nA <Term id="net">net *price*</Term>, press <kbd>Enter</kbd>.\n\n</Callout>',
  )
  expect(html).toContain('<aside data-callout="tip"><p data-callout-title="">Note</p>')
  expect(html).toContain(
    '<span data-foyer-component="Term" data-props="{&quot;id&quot;:&quot;net&quot;}">net <em>price</em></span>',
  )
  expect(html).toContain('<kbd>Enter</kbd>')
})

test('links that lead away do not give the page away', async () => {
  const { html } = await renderMdx('[out](https://example.com) [in](/help) ![A shelf](/media/a.webp)')
  expect(html).toBe(
    '<p><a href="https://example.com" rel="noopener noreferrer">out</a> <a href="/help">in</a> ' +
      '<img src="/media/a.webp" alt="A shelf" loading="lazy" decoding="async"/></p>',
  )
})

test('text is text, whatever it looks like', async () => {
  const { html } = await renderMdx('`<script>alert(1)</script>` and \\<b> and \\{process.env.HOME}')
  expect(html).toBe(
    '<p><code>&lt;script&gt;alert(1)&lt;/script&gt;</code> and &lt;b&gt; and {process.env.HOME}</p>',
  )
})

test('a table scrolls, has a name and headings, and holds no style', async () => {
  const { html } = await renderMdx('| Plan | Price |\n|---|--:|\n| Free | 0 |')
  expect(html).toBe(
    '<div data-table="" tabindex="0" role="region" aria-label="Plan, Price"><table><thead><tr><th scope="col">Plan</th>' +
      '<th scope="col" data-align="right">Price</th></tr></thead><tbody><tr><td>Free</td>' +
      '<td data-align="right">0</td></tr></tbody></table></div>',
  )
})

test('the box of a task is named by its words', async () => {
  const { html } = await renderMdx('- [x] Paid\n- [ ] Sent')
  expect(html).toContain('<label><input type="checkbox" disabled="" checked=""/> Paid</label>')
  expect(html).toContain('<label><input type="checkbox" disabled=""/> Sent</label>')
})

test('notes of two texts on one page have ids of their own, and words in the language of the text', async () => {
  const texts = await Promise.all([
    renderMdx('One[^a].\n\n[^a]: First', undefined, 'zh'),
    renderMdx('Two[^a].\n\n[^a]: Second', undefined, 'es'),
  ])
  const html = texts.map((text) => text.html).join('')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(6)
  for (const [, target] of html.matchAll(/(?:href="#|aria-describedby=")([^"]+)"/g))
    expect(ids).toContain(target)
  expect(html).toContain('aria-label="回到正文 (1)"')
  expect(html).toContain('aria-label="Volver al texto (1)"')
})

test('emphasis works beside Chinese signs, and a bare address ends where the words go on', async () => {
  const { html } = await renderMdx('**重要：**请先~~保存。~~存档，见 https://example.com/a，谢谢。3~5天')
  expect(html).toBe(
    '<p><strong>重要：</strong>请先<del>保存。</del>存档，见 <a href="https://example.com/a" rel="noopener noreferrer">' +
      'https://example.com/a</a>，谢谢。3~5天</p>',
  )
})

test('no element of Markdown carries a style', async () => {
  const { html } = await renderMdx('| a |\n|:-:|\n| b |\n\nx[^1]\n\n[^1]: y\n\n- [ ] z')
  expect(html).not.toMatch(/ style=/)
})

const secretFile = join(mkdtempSync(join(tmpdir(), 'foyer-mdx-')), 'secret.txt')
writeFileSync(secretFile, 'export default "file-secret"')

const FRONT_MATTER_ATTACKS = [
  `---js\n(globalThis.foyerLeak = process.env.FOYER_TEST_SECRET)\n---\nHi`,
  `---\ntitle: x\n---\n---js\n(globalThis.foyerLeak = process.env.FOYER_TEST_SECRET)\n---\n`,
]
const BODY_ATTACKS = [
  `import secret from ${JSON.stringify(secretFile)}\n\nHi`,
  `export const x = globalThis.foyerLeak = 1`,
  `{process.env.FOYER_TEST_SECRET}`,
  `<Callout tone={process.env.FOYER_TEST_SECRET}>x</Callout>`,
  `<Callout {...process.env}>x</Callout>`,
  `<script>{"globalThis.foyerLeak = 1"}</script>`,
]

test.each([...FRONT_MATTER_ATTACKS, ...BODY_ATTACKS])('%j neither runs nor leaks', async (source) => {
  process.env.FOYER_TEST_SECRET = 'env-secret'
  const answer = await renderMdx(source).catch((error: unknown) => error)
  expect(isDomainError(answer) && answer.code).toBe('invalid-input')
  expect(JSON.stringify(answer)).not.toMatch(/env-secret|file-secret/)
  expect(globalThis).not.toHaveProperty('foyerLeak')
})

test.each(BODY_ATTACKS)('%j is stopped by the compiler even without vetting before it', async (source) => {
  const answer = await compileMdx(source).catch((error: unknown) => error)
  expect(answer).toBeInstanceOf(Error)
  expect(globalThis).not.toHaveProperty('foyerLeak')
})

test.each(FRONT_MATTER_ATTACKS)('%j is words to the compiler, never run', async (source) => {
  expect(await compileMdx(source)).toContain('globalThis.foyerLeak')
  expect(globalThis).not.toHaveProperty('foyerLeak')
})

test.each([
  `import secret from ${JSON.stringify(secretFile)}; console.log(secret)`,
  `console.log(require(${JSON.stringify(secretFile)}))`,
  `import(${JSON.stringify(secretFile)})`,
  'import fs from "node:fs"; console.log(fs)',
  'import data from "data:text/javascript,export default 1"; console.log(data)',
])('the bundler itself reads nothing: %j', async (contents) => {
  expect(readFileSync(secretFile, 'utf8')).toContain('file-secret')
  const bundling = build({
    stdin: { contents, resolveDir: tmpdir() },
    bundle: true,
    write: false,
    logLevel: 'silent',
    plugins: [refuseImports],
  })
  await expect(bundling).rejects.toThrow('cannot be imported')
})
