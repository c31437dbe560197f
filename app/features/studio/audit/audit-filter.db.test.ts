import { expect, test } from 'vitest'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import { createDocument } from '../documents/create-document.server'
import { exportAudit } from './export-audit.server'
import { listAuditActors } from './list-audit-actors.server'
import { listAudit } from './list-audit.server'

test('the audit is read by person, by day and by document, and goes out as a file', async () => {
  await using test = await createTestApp()
  const [operator, publisher] = [asStaff(test, 'operator'), asStaff(test, 'publisher')]
  const create = (ctx: typeof operator, slug: string) =>
    createDocument({ ctx, input: { kind: 'help', slug, title: slug } })
  test.clock.at = new Date('2026-03-02T23:59:59.999Z')
  await create(operator, 'first')
  test.clock.at = new Date('2026-03-03T00:00:00Z')
  await create(publisher, 'second')
  test.clock.at = new Date('2026-03-04T12:00:00Z')
  await create(operator, 'third')
  const slugs = async (filter: object) =>
    (await listAudit({ ctx: operator, input: filter })).entries.map(({ data }) => data.slug)
  expect(await slugs({})).toEqual(['third', 'second', 'first'])
  expect(await slugs({ person: 'id-of-operator' })).toEqual(['third', 'first'])
  expect(await slugs({ from: '2026-03-03', to: '2026-03-03' })).toEqual(['second'])
  expect(await slugs({ to: '2026-03-02' })).toEqual(['first'])
  expect(await slugs({ kind: 'help', slug: 'third' })).toEqual(['third'])
  expect(await slugs({ kind: 'demo', person: '', slug: '' })).toEqual([])
  expect(await listAuditActors({ ctx: operator })).toEqual([
    { id: 'id-of-operator', name: 'operator' },
    { id: 'id-of-publisher', name: 'publisher' },
  ])
  const lines = (await exportAudit({ ctx: operator, input: { slug: 'second' } })).trim().split('\r\n')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('2026-03-03T00:00:00.000Z,publisher,id-of-publisher,document.create,document,')
  for (const input of [{ from: '2026-02-30' }, { from: "1'; --" }, { kind: 'secret' }])
    await expect(exportAudit({ ctx: operator, input })).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(exportAudit({ ctx: asStaff(test, 'growth'), input: {} })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
