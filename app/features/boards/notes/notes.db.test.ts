import { v7 as uuidv7 } from 'uuid'
import { expect, test } from 'vitest'
import { listAuditEntries } from '#db/queries/audit'
import { deleteRemovedNotes } from '#db/queries/trial-notes'
import { trialNote } from '#db/schema/trial-note'
import { publishDemo } from '#tests/support/publish-demo'
import { asStaff } from '#tests/support/staff'
import { createTestApp } from '#tests/support/test-app'
import type { TestApp } from '#tests/support/test-app'
import { approvalSource } from '~/domain/demo/fixtures/approval'
import { MOST_NOTES, TRIAL_NOTE_LENGTH } from '~/domain/trial/note'
import { exportVisitor } from '~/features/collect/visitor-rights/export-visitor.server'
import { startTrial } from '~/features/collect/trials/start-trial.server'
import { createPerson } from '~/features/staff/create-person.server'
import type { Context } from '~/platform/context/context'
import { systemContext } from '~/platform/context/context'
import { readReplay } from '../replay/read-replay.server'
import { addNote } from './add-note.server'
import { changeNote } from './change-note.server'
import { removeNote } from './remove-note.server'
import { restoreNote } from './restore-note.server'

/** A growth lead who has a row. */
async function lead(test: TestApp, name: string): Promise<Context> {
  const { id } = await createPerson({
    ctx: systemContext(test.app, 'test'),
    input: { name, email: `${name}@example.com`, password: 'correct horse battery', roles: ['growth'] },
  })
  const ctx = asStaff(test, 'growth')
  return { ...ctx, actor: { ...ctx.actor, id, name } as Context['actor'] }
}

async function begin(test: TestApp) {
  await publishDemo(test.app.db, approvalSource)
  const visitor = test.as()
  return {
    visitor,
    trial: await startTrial({ ctx: visitor, input: { demo: 'request-approval', plan: 'free' } }),
  }
}

const notesOn = async (ctx: Context, trialId: string) => (await readReplay({ ctx, input: { trialId } })).notes

test('a note stands on the trial for everybody who may see it, as text, and the visitor gets it with their data', async () => {
  await using test = await createTestApp()
  const { visitor, trial } = await begin(test)
  const [ada, bea] = [await lead(test, 'ada'), await lead(test, 'bea')]
  const text = '<b>Stuck</b> at the form 卡住了\n- ask Ann %_'
  await addNote({ ctx: ada, input: { trial: trial.id, text: `  ${text.replace('\n', '\r\n')} ` } })
  expect(await notesOn(ada, trial.id)).toMatchObject([{ text, author: 'ada', isOwn: true, version: 1 }])
  expect(await notesOn(bea, trial.id)).toMatchObject([{ text, author: 'ada', isOwn: false }])
  expect((await exportVisitor({ ctx: visitor })).notes).toMatchObject([{ trialId: trial.id, text }])
  const [entry] = await listAuditEntries(test.app.db, { subject: { kind: 'trial', id: trial.id }, limit: 1 })
  expect(entry).toMatchObject({ action: 'trial.note', actorName: 'ada', data: {} })
})

test('who wrote a note changes and removes it, takes either back, and never overwrites a newer one', async () => {
  await using test = await createTestApp()
  const { trial } = await begin(test)
  const ada = await lead(test, 'ada')
  const note = await addNote({ ctx: ada, input: { trial: trial.id, text: 'One' } })
  const changed = await changeNote({ ctx: ada, input: { note, version: 1, text: 'Two' } })
  expect(changed).toEqual({ before: 'One', version: 2 })
  const stale = changeNote({ ctx: ada, input: { note, version: 1, text: 'Three' } })
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  await changeNote({ ctx: ada, input: { note, version: 2, text: changed.before } })
  expect(await notesOn(ada, trial.id)).toMatchObject([{ text: 'One', version: 3 }])
  const { version } = await removeNote({ ctx: ada, input: { note, version: 3 } })
  expect(await notesOn(ada, trial.id)).toEqual([])
  await expect(removeNote({ ctx: ada, input: { note, version: 3 } })).rejects.toMatchObject({
    code: 'conflict',
  })
  await restoreNote({ ctx: ada, input: { note, version } })
  expect(await notesOn(ada, trial.id)).toMatchObject([{ text: 'One', version: 5 }])
})

test('a removed note is deleted for good after its time, others stay', async () => {
  await using test = await createTestApp()
  const { trial } = await begin(test)
  const ada = await lead(test, 'ada')
  await addNote({ ctx: ada, input: { trial: trial.id, text: 'Stays' } })
  const note = await addNote({ ctx: ada, input: { trial: trial.id, text: 'Goes' } })
  await removeNote({ ctx: ada, input: { note, version: 1 } })
  await deleteRemovedNotes(test.app.db, test.clock.at)
  expect(await test.app.db.$count(trialNote)).toBe(2)
  await deleteRemovedNotes(test.app.db, new Date(test.clock.at.getTime() + 1))
  expect((await test.app.db.select().from(trialNote)).map(({ text }) => text)).toEqual(['Stays'])
})

test('nobody changes the note of another, and who may not note or writes nothing is refused', async () => {
  await using test = await createTestApp()
  const { trial } = await begin(test)
  const [ada, bea] = [await lead(test, 'ada'), await lead(test, 'bea')]
  const note = await addNote({ ctx: ada, input: { trial: trial.id, text: 'Hers' } })
  const add = (ctx: Context, text: string, id = trial.id) => addNote({ ctx, input: { trial: id, text } })
  const refused = [
    [() => changeNote({ ctx: bea, input: { note, version: 1, text: 'Mine' } }), 'forbidden'],
    [() => removeNote({ ctx: bea, input: { note, version: 1 } }), 'forbidden'],
    [() => changeNote({ ctx: ada, input: { note: uuidv7(), version: 1, text: 'x' } }), 'not-found'],
    [() => add(asStaff(test, 'operator'), 'x'), 'forbidden'],
    [() => add(test.as(), 'x'), 'unauthenticated'],
    [() => add(ada, ' \n '), 'invalid-input'],
    [() => add(ada, 'a\u0000b'), 'invalid-input'],
    [() => add(ada, 'x'.repeat(TRIAL_NOTE_LENGTH + 1)), 'invalid-input'],
    [() => add(ada, 'x', uuidv7()), 'not-found'],
  ] as const
  for (const [ask, code] of refused) await expect(ask()).rejects.toMatchObject({ code })
  for (let count = 1; count < MOST_NOTES; count += 1) await add(ada, `Note ${count}`)
  await expect(add(ada, 'One too many')).rejects.toMatchObject({ code: 'conflict' })
  expect((await notesOn(ada, trial.id))[0]).toMatchObject({ text: 'Hers', version: 1 })
})
