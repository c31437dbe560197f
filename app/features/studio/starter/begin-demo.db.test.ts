import { expect, test } from 'vitest'
import { findDocument } from '#db/queries/documents'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { proveDraft } from '../proof/prove-draft.server'
import { publishDocument } from '../revisions/publish-document.server'
import { beginDemo } from './begin-demo.server'

const LIST = 'Sales: Save the order -> The order is saved\nWarehouse: Pack it -> It is packed'

async function statusOfProof(ctx: Context, slug: string) {
  const view = await proveDraft({ ctx, input: { kind: 'demo', slug } })
  return view?.proof.status
}

test('a demo made of steps, of a template or of another demo is proven', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'admin')
  await beginDemo({
    ctx,
    input: { slug: 'listed', title: 'Listed', begin: 'steps', en: LIST, plans: ['free', 'premium'] },
  })
  await beginDemo({
    ctx,
    input: {
      slug: 'made',
      title: 'Made',
      begin: 'template',
      template: 'support',
      plans: ['free', 'premium'],
    },
  })
  await beginDemo({ ctx, input: { slug: 'copied', title: 'Copied', begin: 'copy', copy: 'made' } })
  for (const slug of ['listed', 'made', 'copied']) expect(await statusOfProof(ctx, slug)).toBe('proven')

  const [made, copied] = [
    await findDocument(ctx.db, 'demo', 'made'),
    await findDocument(ctx.db, 'demo', 'copied'),
  ]
  expect(Object.keys(copied?.draftFiles ?? {}).sort()).toEqual(Object.keys(made?.draftFiles ?? {}).sort())
  expect(copied?.draftFiles['demo.yaml']).toContain('slug: copied')
})

test('a demo told in one language is published in it', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'admin')
  await beginDemo({
    ctx,
    input: { slug: 'listed', title: 'Listed', begin: 'steps', en: LIST, scenario: 'general' },
  })
  const published = await publishDocument({ ctx, input: { kind: 'demo', slug: 'listed', draftVersion: 1 } })
  expect(published.number).toBe(1)
})

test('what cannot begin is refused, and nothing is made', async () => {
  await using app = await createTestApp()
  const ctx = asStaff(app, 'operator')
  const refused = (input: Parameters<typeof beginDemo>[0]['input']) =>
    expect(beginDemo({ ctx, input })).rejects
  await refused({ slug: 'a', title: 'A', begin: 'steps', en: 'Save' }).toMatchObject({
    code: 'invalid-input',
    details: { at: 'en' },
  })
  await refused({ slug: 'a', title: 'A', begin: 'steps', en: LIST, es: 'Ventas: Guardar' }).toMatchObject({
    code: 'invalid-input',
    details: { at: 'es' },
  })
  await refused({ slug: 'a', title: 'A', begin: 'template', template: 'none' }).toMatchObject({
    code: 'invalid-input',
  })
  await refused({ slug: 'a', title: 'A', begin: 'copy', copy: 'nowhere' }).toMatchObject({
    code: 'not-found',
  })
  await refused({ slug: 'A', title: 'A' }).toMatchObject({ code: 'invalid-input', details: { at: 'slug' } })
  expect(await findDocument(ctx.db, 'demo', 'a')).toBeNull()
})
