import { expect, test } from 'vitest'
import { z } from 'zod'
import type { Actor, Context } from '../context/context'
import { isVerb, verb } from './verb'

/** A context of which only what was given may be touched. */
function contextOf(given: Partial<Context>): Context {
  return new Proxy(given as Context, {
    get: (target, name) => {
      if (name in target) return target[name as keyof Context]
      throw new Error(`${String(name)} was touched.`)
    },
  })
}

const staff: Actor = { kind: 'staff', id: 'p1', name: 'Lin', email: 'lin@alder.example', roles: ['growth'] }
const nobody = { actor: { kind: 'public' } as const, visitor: null }
const numbers = z.object({ by: z.coerce.number().default(1) })

test('the permission is asked before the input is parsed, and the handler gets what the schema made of it', async () => {
  const readBoard = verb(
    { permission: 'boards.read', input: numbers },
    ({ ctx, input: { by } }) => `${ctx.actor.kind} ${by + 1}`,
  )
  const input = { by: 'no number' }
  await expect(readBoard({ ctx: contextOf(nobody), input })).rejects.toMatchObject({
    code: 'unauthenticated',
  })
  const ctx = contextOf({ actor: staff, visitor: null })
  await expect(readBoard({ ctx, input })).rejects.toMatchObject({
    code: 'invalid-input',
    details: { issues: [{ at: 'by' }] },
  })
  expect(await readBoard({ ctx, input: {} })).toBe('staff 2')
})

test.each([
  ['anyone', nobody, null],
  ['visitor', nobody, 'not-found'],
  ['visitor', { ...nobody, visitor: { id: 'v1', persistent: false } }, null],
  ['signed-in', nobody, 'unauthenticated'],
  ['signed-in', { actor: staff, visitor: null }, null],
  ['system', { actor: staff, visitor: null }, 'forbidden'],
  ['system', { actor: { kind: 'system', name: 'start' }, visitor: null }, null],
  ['keys.manage', { actor: staff, visitor: null }, 'forbidden'],
] as const)('of “%s” %j is answered with %s', async (permission, given, code) => {
  const done = verb({ permission }, () => null)({ ctx: contextOf(given) })
  if (code === null) expect(await done).toBe(null)
  else await expect(done).rejects.toMatchObject({ code })
})

test('a permission that depends on the input is asked by the handler, if it was declared', async () => {
  const save = verb({ permission: 'boards.read', mayNeed: ['privacy.manage'] }, ({ need }) => {
    // @ts-expect-error: it was not declared.
    expect(() => need('keys.manage')).toThrow()
    need('privacy.manage')
  })
  await expect(save({ ctx: contextOf({ actor: staff, visitor: null }) })).rejects.toMatchObject({
    code: 'forbidden',
    details: { permission: 'privacy.manage' },
  })
})

test('a use case tells what it declares, and writes to the audit only what it declares', () => {
  const revoke = verb({ permission: 'keys.manage', audit: ['key.revoke'] }, ({ audit }) => ({
    right: () => audit(null as never, 'key.revoke', { subject: 'k1', data: { name: 'CRM' } }),
    // @ts-expect-error: this action was not declared.
    other: () => audit(null as never, 'key.create', { subject: 'k1', data: { name: '', scopes: [] } }),
    // @ts-expect-error: the data of this action has a name.
    bare: () => audit(null as never, 'key.revoke', { subject: 'k1' }),
  }))
  expect({ ...revoke }).toMatchObject({ permission: 'keys.manage', audit: ['key.revoke'], mayNeed: [] })
  expect(isVerb(revoke)).toBe(true)
  expect(isVerb(() => null)).toBe(false)
  // @ts-expect-error: without a permission there is no use case.
  expect(verb({}, () => null)).toBeDefined()
})
