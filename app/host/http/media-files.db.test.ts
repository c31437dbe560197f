import sharp from 'sharp'
import { expect, test } from 'vitest'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { serveApi } from '#tests/support/test-server'
import { addMedium } from '~/features/studio/media/add-medium.server'
import { removeMedium } from '~/features/studio/media/remove-medium.server'
import { paths } from '~/paths'

async function add(test: TestApp, bytes: Buffer) {
  const input = { fileName: 'a', bytes, alt: { en: 'A', zh: 'A', es: 'A' } }
  return (await addMedium({ ctx: asStaff(test, 'operator'), input })).name
}

const picture = () =>
  sharp({ create: { width: 700, height: 50, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()

test('a picture is served to everybody, to be kept, as an image in which nothing runs', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const name = await add(test, await picture())
  const answer = await fetch(server.origin + paths.mediumFile(name))
  expect(answer.status).toBe(200)
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/webp',
    'x-content-type-options': 'nosniff',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    'content-disposition': `inline; filename="${name}"`,
    'cache-control': 'public, max-age=31536000, immutable, no-transform',
  })
  const narrow = await fetch(server.origin + paths.mediumFile(name, { w: '300' }))
  expect((await sharp(await narrow.arrayBuffer()).metadata()).width).toBe(480)
  expect((await fetch(server.origin + paths.mediumFile(name, { w: '../..' }))).status).toBe(200)
})

test('a drawing that is opened by itself is downloaded, so that it is only ever an image', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><script>alert(1)</script><rect/></svg>'
  const name = await add(test, Buffer.from(svg))
  const answer = await fetch(server.origin + paths.mediumFile(name))
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`)
  expect(answer.headers.get('content-type')).toBe('image/svg+xml')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(await answer.text()).not.toContain('script')
})

test('parts are served as players ask for them, and heads without a body', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(test.app)
  const address = server.origin + paths.mediumFile(await add(test, await picture()))
  const whole = Buffer.from(await (await fetch(address)).arrayBuffer())
  const part = await fetch(address, { headers: { range: 'bytes=2-5' } })
  expect(part.status).toBe(206)
  expect(part.headers.get('content-range')).toBe(`bytes 2-5/${whole.length}`)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(whole.subarray(2, 6))
  expect((await fetch(address, { headers: { range: `bytes=${whole.length}-` } })).status).toBe(416)
  expect((await fetch(address, { headers: { range: 'bytes=0-1,4-5' } })).status).toBe(200)
  expect((await fetch(address, { headers: { range: 'lines=1-2' } })).status).toBe(200)
  const head = await fetch(address, { method: 'HEAD' })
  expect(head.headers.get('content-length')).toBe(String(whole.length))
})

test.each(['a.webp', '..%2f..%2fsecret', '%2e%2e', 'x-0123456789abcdef.webp', 'x-0123456789abcdef.html'])(
  'nothing is at /media/%s',
  async (name) => {
    await using test = await createTestApp()
    await using server = await serveApi(test.app)
    const { status } = await fetch(`${server.origin}/media/${name}`)
    expect([400, 404, 422]).toContain(status)
  },
)

test('what was deleted is gone on every instance', async () => {
  await using test = await createTestApp()
  await using server = await serveApi(await test.another())
  const name = await add(test, await picture())
  expect((await fetch(server.origin + paths.mediumFile(name))).status).toBe(200)
  await removeMedium({ ctx: asStaff(test, 'operator'), input: { name } })
  expect((await fetch(server.origin + paths.mediumFile(name))).status).toBe(404)
})
