import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readForm } from './read-form'

const schema = z.object({
  email: z.string(),
  note: z.string().optional(),
  scopes: z.array(z.string()).max(3).optional(),
})

const send = (body: BodyInit, headers: Record<string, string> = {}, path = '/talk') =>
  new Request(`http://center.example${path}`, { method: 'POST', body, headers })

const urlencoded = (body: string, path?: string) =>
  send(body, { 'Content-Type': 'application/x-www-form-urlencoded' }, path)

const status = async (request: Request, fields: z.ZodType = schema) =>
  readForm(request, fields).then(
    () => 200,
    (error: { status?: number }) => error.status ?? 500,
  )

test('takes known names, a list as often as it may be long, and leaves empty fields out', async () => {
  const form = await readForm(urlencoded('email=a%40b.example&note=&scopes=one&scopes=two'), schema)
  expect(form).toEqual({ email: 'a@b.example', scopes: ['one', 'two'] })
})

test('a form without a body has no fields', async () => {
  expect(await readForm(new Request('http://center.example/talk', { method: 'POST' }), schema)).toEqual({})
})

test.each([
  ['a name twice', 'email=a&email=b', 400],
  ['a name that is not known', 'email=a&other=b', 400],
  ['a list that is too long', 'scopes=1&scopes=2&scopes=3&scopes=4', 400],
  ['an index', 'email[20000000]=x', 400],
  ['the largest index', 'email[4294967290]=x', 400],
  ['a path', 'email.length=x', 400],
  ['a prototype', '__proto__=x', 400],
  ['what a form library sends for itself', '__state__={bad', 400],
  ['its intent', '__intent__=x', 400],
  ['65 fields', 'a&'.repeat(64) + 'a', 413],
  ['more than 32 kB', `note=${'x'.repeat(32 * 1024)}`, 413],
  ['a megabyte of one name', 'a&'.repeat(500_000), 413],
])('refuses %s', async (_what, body, expected) => {
  expect(await status(urlencoded(body))).toBe(expected)
})

test('a body that does not tell its length is read no further than the limit', async () => {
  let pulled = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(Buffer.from('a&'.repeat(4_000)))
    },
  })
  const request = new Request('http://center.example/talk', {
    method: 'POST',
    body: endless,
    duplex: 'half',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  } as RequestInit)
  expect(await status(request)).toBe(413)
  expect(pulled).toBeLessThan(10)
})

test('more is taken where drafts and files go', async () => {
  const note = 'x'.repeat(900_000)
  expect(await readForm(urlencoded(`note=${note}`, '/studio/demo/first'), schema)).toEqual({ note })
  expect(await status(urlencoded(`note=${note}`, '/studio/demo'))).toBe(413)
})

test('anything but a form is refused', async () => {
  expect(await status(send('{}', { 'Content-Type': 'application/json' }))).toBe(415)
  expect(await status(send('x', { 'Content-Type': 'multipart/form-data; boundary=b' }))).toBe(400)
  expect(await status(send('x', { 'Content-Type': 'multipart/form-data; boundary' }))).toBe(400)
})

test('reads whatever texts a form sends, in both encodings', async () => {
  const texts = fc.record({
    email: fc.string({ unit: 'grapheme', minLength: 1 }),
    note: fc.string({ minLength: 1 }),
  })
  await fc.assert(
    fc.asyncProperty(texts, async (sent) => {
      expect(await readForm(send(new URLSearchParams(sent)), schema)).toEqual(sent)
      const form = new FormData()
      for (const [name, value] of Object.entries(sent)) form.set(name, value)
      // Line ends are made CR LF by the encoding itself.
      const read = await readForm(send(form), schema)
      expect(read).toEqual({ ...sent, note: sent.note.replace(/\r\n|\r|\n/g, '\r\n') })
    }),
  )
})

test('reads a file with its bytes, and leaves out one that was not chosen', async () => {
  const fields = z.object({ file: z.unknown(), other: z.unknown() })
  const bytes = new Uint8Array([0, 13, 10, 45, 45, 255])
  const form = new FormData()
  form.set('file', new File([bytes], 'orders.csv'))
  form.set('other', new File([], ''))
  const { file, other } = await readForm(send(form), fields)
  expect(file).toMatchObject({ name: 'orders.csv' })
  expect([...(file as unknown as { bytes: Uint8Array }).bytes]).toEqual([...bytes])
  expect(other).toBeUndefined()
})

test('whatever bytes come, the answer is fields or a refusal with a status', async () => {
  const types = fc.constantFrom(
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'text/plain',
  )
  const bodies = fc.oneof(
    fc.string(),
    fc
      .array(
        fc.constantFrom(
          '--b',
          '\r\n',
          '--',
          'Content-Disposition: form-data; name="email"',
          'x',
          '&',
          '=',
          '%zz',
        ),
      )
      .map((parts) => parts.join('')),
  )
  await fc.assert(
    fc.asyncProperty(types, bodies, async (type, body) => {
      expect([200, 400, 413, 415]).toContain(await status(send(body, { 'Content-Type': type })))
    }),
  )
})
