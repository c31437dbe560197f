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
