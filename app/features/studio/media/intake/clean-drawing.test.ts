import { expect, test } from 'vitest'
import { cleanDrawing } from './clean-drawing.server'

const NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
const around = (inside: string) =>
  `<svg ${NS} viewBox="0 0 40 30">${inside}<rect id="kept" width="4" height="3"/></svg>`

async function clean(source: string) {
  const { files, ...rest } = await cleanDrawing(Buffer.from(source))
  return { ...rest, svg: Buffer.from(files[0]?.bytes ?? '').toString('utf8') }
}

test('shapes, gradients, styles and texts stay', async () => {
  const inside = `<title>Ship</title><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>
    <clipPath id="c"><path d="M0 0h9"/></clipPath></defs><style>.a{fill:url(#g);stroke:#123}</style>
    <g class="a" style="opacity:.5" clip-path="url(#c)"><text x="1">货 &amp; Año</text></g>`
  const { svg, removed, width, height } = await clean(
    `<?xml version="1.0"?><!-- a --><!DOCTYPE svg>${around(inside)}`,
  )
  for (const part of [
    'linearGradient',
    '.a{fill:url(#g)',
    'clip-path="url(#c)"',
    '货 &amp; Año',
    'opacity:.5',
  ])
    expect(svg).toContain(part)
  expect(removed).toEqual([])
  expect({ width, height }).toEqual({ width: 40, height: 30 })
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
})

test.each([
  ['a script', '<script>alert(1)</script>'],
  ['a script of another name space', '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'],
  ['a handler', '<rect onload="alert(1)" onclick="alert(1)"/>'],
  ['foreign content', '<foreignObject><iframe src="https://evil.example/alert"/></foreignObject>'],
  ['a link', '<a xlink:href="javascript:alert(1)"><text>Go</text></a>'],
  ['a link by animation', '<a><animate attributeName="href" values="javascript:alert(1)"/></a>'],
  ['an animated handler', '<set attributeName="onmouseover" to="alert(1)"/>'],
  ['a picture from elsewhere', '<image href="https://evil.example/alert.png"/>'],
  ['a drawing as data', '<image href="data:image/svg+xml;base64,alert"/>'],
  ['a reference elsewhere', '<use xlink:href="https://evil.example/alert.svg#a"/>'],
  ['an address in a style', '<rect style="fill:url(https://evil.example/alert)"/>'],
  ['an address in an attribute', '<rect filter="url(//evil.example/alert)"/>'],
  ['a hidden address', '<rect style="fill:\\75 rl(https://evil.example/alert)"/>'],
  ['an imported style', '<style>@import "https://evil.example/alert";</style>'],
  ['a font', '<style>@font-face{src:url("https://evil.example/alert")}</style>'],
  ['a page in a comment', '<!--><script>alert(1)</script>-->'],
  ['CDATA', '<style><![CDATA[</style><script>alert(1)</script>]]></style>'],
  ['a handler behind a name space', '<rect xmlns:x="http://www.w3.org/2000/svg" x:onload="alert(1)"/>'],
])('%s is taken out and the drawing stays', async (_what, inside) => {
  const { svg } = await clean(around(inside))
  expect(svg).not.toMatch(/script|alert|evil|javascript|onload|onclick|foreignObject|iframe/i)
  expect(svg).toContain('id="kept"')
})

test('what was taken out is told', async () => {
  const { removed } = await clean(around('<script/><rect onload="a"/><foreignObject/>'))
  expect(removed).toEqual(['foreignobject', 'onload', 'script'])
})

test.each([
  ['entities', `<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg ${NS} viewBox="0 0 1 1">&b;</svg>`],
  [
    'a file by entity',
    `<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg ${NS} viewBox="0 0 1 1">&a;</svg>`,
  ],
  ['broken markup', `<svg ${NS} viewBox="0 0 1 1"><g></svg>`],
  ['another root', `<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`],
  ['another name space', '<svg xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['no element', '<svg'],
])('a drawing with %s is refused', async (_what, source) => {
  await expect(clean(source)).rejects.toMatchObject({ details: { problem: 'unreadable' } })
})

test.each(['width="100%" height="100%"', 'viewBox="0 0 0 0"', 'viewBox="a b c d"', 'width="-1" height="5"'])(
  'a drawing of no size (%s) is refused',
  async (size) => {
    await expect(clean(`<svg ${NS} ${size}><rect/></svg>`)).rejects.toMatchObject({
      details: { problem: 'no-size' },
    })
  },
)

test('ten thousand elements are cleaned, and so are a thousand inside each other', async () => {
  expect((await clean(around('<rect x="1"/>'.repeat(10_000)))).svg).toContain('kept')
  expect((await clean(around(`${'<g>'.repeat(1_000)}${'</g>'.repeat(1_000)}`))).svg).toContain('kept')
})
