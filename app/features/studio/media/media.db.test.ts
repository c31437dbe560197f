import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { v7 as uuidv7 } from 'uuid'
import { insertDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { addMedium } from './add-medium.server'
import { describeMedium } from './describe-medium.server'
import { listMedia } from './list-media.server'
import { openMedium } from './open-medium.server'
import { readMedium } from './read-medium.server'
import { removeMedium } from './remove-medium.server'

const alt = { en: 'A scanner', zh: '扫描枪', es: 'Un escáner' }

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })

async function bytesOf(test: TestApp, name: string, width?: string): Promise<Buffer> {
  const { open } = await openMedium({ ctx: test.as(), input: { name, width } })
  const chunks: Buffer[] = []
  for await (const chunk of (await open()) ?? []) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const filesOf = (test: TestApp) =>
  'directory' in test.app.env.media ? readdir(test.app.env.media.directory, { recursive: true }) : []

test('a picture is encoded again in each size, upright and without what the camera wrote', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const bytes = await photo(2000, 1000)
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: 'Ann at home', ImageDescription: 'secret' } })
    .jpeg()
    .toBuffer()
  const { name, isNew } = await addMedium({ ctx, input: { fileName: 'Scanner Foto.JPG', bytes, alt } })
  expect(name).toMatch(/^scanner-foto-[0-9a-f]{16}\.webp$/)
  expect(isNew).toBe(true)
  const row = await readMedium({ ctx, input: { name } })
  expect(row).toMatchObject({ kind: 'picture', width: 1000, height: 2000, title: 'Scanner Foto.JPG', alt })
  expect(row.files.map((file) => file.width)).toEqual([480, 960, 1000])
  for (const [asked, width] of [
    ['1', 480],
    ['500', 960],
    ['5000', 1000],
    [undefined, 1000],
  ] as const) {
    const file = await bytesOf(test, name, asked)
    expect(await sharp(file).metadata()).toMatchObject({ format: 'webp', width })
    expect(file.includes('secret')).toBe(false)
    expect((await sharp(file).metadata()).exif).toBeUndefined()
  }
  const full = await bytesOf(test, name)
  expect(name).toContain(createHash('sha256').update(full).digest('hex').slice(0, 16))
})

test.each(['png', 'jpeg', 'webp', 'avif'] as const)(
  'a picture in %s is taken whatever its name says',
  async (format) => {
    await using test = await createTestApp()
    const bytes = await photo(60, 40).toFormat(format).toBuffer()
    const input = { fileName: 'notes.txt', bytes, alt }
    const { name } = await addMedium({ ctx: asStaff(test, 'operator'), input })
    expect(name).toMatch(/^notes-[0-9a-f]{16}\.webp$/)
  },
)

test.each([
  ['../../etc/passwd.png', 'passwd', '../../etc/passwd.png'],
  ['..\\..\\windows\\win.ini', 'win', '..\\..\\windows\\win.ini'],
  ['/', 'picture', '/'],
  ['..', 'picture', '..'],
  ['a\u0000b\u202egnp.exe', 'a-b-gnp', 'abgnp.exe'],
  ['仓库.png', 'cang-ku', '仓库.png'],
  [`${'x'.repeat(900)}.png`, 'x'.repeat(60), 'x'.repeat(200)],
])('a file called %j is data and never a path', async (fileName, called, title) => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const bytes = await photo(30, 20).png().toBuffer()
  const input = { fileName: fileName.replaceAll('\u0000', ' '), bytes, alt }
  const { name } = await addMedium({ ctx, input })
  expect(name.replace(/-[0-9a-f]{16}\.webp$/, '')).toBe(called)
  expect((await readMedium({ ctx, input: { name } })).title.replaceAll(' ', '')).toBe(
    title.replaceAll(' ', ''),
  )
  expect((await filesOf(test)).every((file) => /^[0-9a-f]{64}(\/30\.webp)?$/.test(file))).toBe(true)
})

/** The head of a PNG of these sizes, with nothing after it. */
function hollowPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(25)
  head.writeUInt32BE(13, 0)
  head.write('IHDR', 4)
  head.writeUInt32BE(width, 8)
  head.writeUInt32BE(height, 12)
  head.set([8, 2, 0, 0, 0], 16)
  const table = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  )
  const crc = head.subarray(4, 21).reduce((c, byte) => (table[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), -1)
  head.writeInt32BE(~crc, 21)
  const end = Buffer.from('000000004944415412345678', 'hex')
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), head, end])
}

test.each([
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'unknown-type'],
  ['a page behind a picture’s name', Buffer.from('<html><svg/></html>'), 'unknown-type'],
  ['a zip', Buffer.from('504b0304', 'hex'), 'unknown-type'],
  ['a compressed drawing', Buffer.from('1f8b0800', 'hex'), 'unknown-type'],
  ['a GIF', Buffer.from('GIF89a'), 'unknown-type'],
  ['a PDF', Buffer.from('%PDF-1.7'), 'unknown-type'],
  ['a TIFF', Buffer.from('49492a00', 'hex'), 'unknown-type'],
  ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'unknown-type'],
  ['nothing', Buffer.alloc(0), 'no-file'],
  ['a damaged JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'unreadable'],
  ['a damaged MP4', Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp42garbage', 'latin1'), 'codec'],
  ['a damaged WebM', Buffer.from('1a45dfa3ffffffffffffff', 'hex'), 'unreadable'],
  ['900 million pixels', hollowPng(30_000, 30_000), 'too-many-pixels'],
  ['a line of a million pixels', hollowPng(1_000_000, 1), 'too-many-pixels'],
  ['16 MB', Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(16 * 1024 * 1024)]), 'too-large'],
])('%s is refused and nothing is kept', async (_what, bytes, problem) => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  await expect(addMedium({ ctx, input: { fileName: 'a.png', bytes, alt } })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { at: 'file', problem },
  })
  expect(await filesOf(test)).toEqual([])
  expect((await listMedia({ ctx, input: {} })).media).toEqual([])
})

test('a picture cut in the middle is refused', async () => {
  await using test = await createTestApp()
  const whole = await photo(400, 400).png({ compressionLevel: 0 }).toBuffer()
  const input = { fileName: 'a.png', bytes: whole.subarray(0, whole.length / 2), alt }
  await expect(addMedium({ ctx: asStaff(test, 'operator'), input })).rejects.toMatchObject({
    details: { problem: 'unreadable' },
  })
})

test('what can be seen is said in each language of the center', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const bytes = await photo(30, 20).png().toBuffer()
  const short = { en: 'A', zh: ' ', es: 'B' }
  await expect(addMedium({ ctx, input: { fileName: 'a.png', bytes, alt: short } })).rejects.toMatchObject({
    details: { at: 'alt.zh', problem: 'no-alt' },
  })
  const { name } = await addMedium({ ctx, input: { fileName: 'a.png', bytes, alt } })
  await expect(describeMedium({ ctx, input: { name, alt: short } })).rejects.toMatchObject({
    details: { at: 'alt.zh' },
  })
  await describeMedium({ ctx, input: { name, alt: { ...alt, en: 'A hand scanner' } } })
  expect((await readMedium({ ctx, input: { name } })).alt.en).toBe('A hand scanner')
})

test('the same content is in the library once, also when two upload it at the same moment', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const bytes = await photo(30, 20).png().toBuffer()
  const add = (fileName: string) => addMedium({ ctx, input: { fileName, bytes, alt } })
  const added = await Promise.all([add('a.png'), add('b.png'), add('c.png')])
  expect(added.filter((one) => one.isNew)).toHaveLength(1)
  expect(new Set(added.map((one) => one.name)).size).toBe(1)
  expect((await listMedia({ ctx, input: {} })).media).toHaveLength(1)
})

test('the library is searched by name, file and alternative text, and read by page', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  for (const [index, fileName] of ['Forklift.png', '100%_done.png', 'shelf.png'].entries()) {
    test.clock.at = new Date(Date.UTC(2026, 2, 3, 9, index))
    const bytes = await photo(30, 20 + index)
      .png()
      .toBuffer()
    await addMedium({
      ctx,
      input: { fileName, bytes, alt: { ...alt, zh: fileName === 'shelf.png' ? '货架' : '其他' } },
    })
  }
  const found = async (text: string) =>
    (await listMedia({ ctx, input: { text } })).media.map((medium) => medium.title)
  expect(await found('')).toEqual(['shelf.png', '100%_done.png', 'Forklift.png'])
  expect(await found('forkl')).toEqual(['Forklift.png'])
  expect(await found('%_')).toEqual(['100%_done.png'])
  expect(await found('货架')).toEqual(['shelf.png'])
  expect(await found('nothing')).toEqual([])
  const { media } = await listMedia({ ctx, input: {} })
  const [first] = media
  if (!first) throw new Error('none')
  const before = { at: first.createdAt.toISOString(), name: first.name }
  expect((await listMedia({ ctx, input: { before } })).media).toHaveLength(2)
  expect((await listMedia({ ctx, input: { kind: 'video' } })).media).toEqual([])
})

test('what a document names in its draft is not deleted; what none names is, with its files', async () => {
  await using test = await createTestApp()
  const ctx = asStaff(test, 'operator')
  const bytes = await photo(30, 20).png().toBuffer()
  const { name } = await addMedium({ ctx, input: { fileName: 'a.png', bytes, alt } })
  const named = { kind: 'help', slug: 'scan' } as const
  const draftFiles = { 'en.mdx': `---\ntitle: Scan\nsummary: How\n---\n\n![A](/media/${name})\n` }
  await insertDocument(ctx.db, { ...named, id: uuidv7(), status: 'draft', draftFiles })
  expect((await readMedium({ ctx, input: { name } })).uses).toEqual([
    { ...named, inDraft: true, isLive: false },
  ])
  await expect(removeMedium({ ctx, input: { name } })).rejects.toMatchObject({
    code: 'conflict',
    details: { usedBy: [named] },
  })
  expect((await bytesOf(test, name)).length).toBeGreaterThan(0)
  const other = await addMedium({
    ctx,
    input: { fileName: 'b.png', bytes: await photo(9, 9).png().toBuffer(), alt },
  })
  await removeMedium({ ctx, input: { name: other.name } })
  await expect(openMedium({ ctx: test.as(), input: { name: other.name } })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect((await filesOf(test)).filter((file) => file.endsWith('.webp'))).toHaveLength(1)
})

test('only who edits documents adds, describes or deletes media; whoever reads documents sees the library', async () => {
  await using test = await createTestApp()
  const bytes = await photo(30, 20).png().toBuffer()
  const input = { fileName: 'a.png', bytes, alt }
  const { name } = await addMedium({ ctx: asStaff(test, 'publisher'), input })
  const growth = asStaff(test, 'growth')
  expect((await listMedia({ ctx: growth, input: {} })).media).toHaveLength(1)
  for (const ctx of [growth, test.as()]) {
    const code = ctx === growth ? 'forbidden' : 'unauthenticated'
    await expect(addMedium({ ctx, input })).rejects.toMatchObject({ code })
    await expect(describeMedium({ ctx, input: { name, alt } })).rejects.toMatchObject({ code })
    await expect(removeMedium({ ctx, input: { name } })).rejects.toMatchObject({ code })
  }
})
