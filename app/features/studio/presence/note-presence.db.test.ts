import { expect, test } from 'vitest'
import { authUser } from '#db/schema/auth'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { Context } from '~/platform/context/context'
import { createDocument } from '../documents/create-document.server'
import { notePresence } from './note-presence.server'

const ASK = { kind: 'help', slug: 'ask' } as const

async function person(ctx: Context) {
  if (ctx.actor.kind !== 'staff') return
  const { id, name, email } = ctx.actor
  await ctx.db
    .insert(authUser)
    .values({ id, name, email, roles: ['operator'] } as typeof authUser.$inferInsert)
}

test('people with a document open see each other, and where, until they leave', async () => {
  await using app = await createTestApp()
  const [ann, bob] = [asStaff(app, 'operator'), asStaff(app, 'publisher')]
  await person(ann)
  await person(bob)
  await createDocument({ ctx: ann, input: { ...ASK, title: 'Ask' } })

  expect(await notePresence({ ctx: ann, input: { ...ASK, place: 'form' } })).toEqual({
    others: [],
    draftVersion: 1,
  })
  const seen = await notePresence({ ctx: bob, input: { ...ASK, place: 'source' } })
  expect(seen.others).toEqual([{ name: 'operator', place: 'form' }])
  const back = await notePresence({ ctx: ann, input: { ...ASK, place: 'source' } })
  expect(back.others).toEqual([{ name: 'publisher', place: 'source' }])

  const later = { ...ann, now: () => new Date(ann.now().getTime() + 60_000) }
  expect((await notePresence({ ctx: later, input: { ...ASK, place: 'form' } })).others).toEqual([])
})
