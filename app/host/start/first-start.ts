import { randomInt } from 'node:crypto'
import { projectPath } from '#db/project-path'
import { hasPeople } from '#db/queries/people'
import { createPerson } from '~/features/staff/create-person.server'
import { importContent } from '~/features/studio/folder/import-content.server'
import type { App } from '~/platform/context/context'
import { systemContext } from '~/platform/context/context'
import { simulateFirstData } from './first-data'

/** Prints one line of progress. */
export type Say = (line: string) => void

export interface FirstOperator {
  email: string
  /** Null when it came from the environment: it is never shown. */
  password: string | null
}

const CONTENT_DIRECTORY = projectPath('content')
const DEFAULT_EMAIL = 'admin@foyer.local'

/**
 * Imports the shipped content into the database. Existing documents stay unchanged, so every start runs it and adds the
 * documents that a new version brings.
 */
export async function bringContent(app: App, say: Say): Promise<void> {
  const { published, refused } = await importContent({
    ctx: systemContext(app, 'start'),
    input: {
      directory: CONTENT_DIRECTORY,
      onProgress: ({ done, total, kind, slug, outcome }) => {
        if (outcome === 'published') say(`content ${done}/${total}: ${kind} ${slug}`)
      },
    },
  })
  if (published > 0) say(`${published} documents published`)
  for (const { kind, slug, error } of refused) say(`${kind} ${slug} stays a draft: ${error.message}`)
}

const SEED = 1
const PROGRESS_STEPS = 4

/** Adds simulated trials when there are no trials yet. Each is flagged, and an admin can remove them. */
export async function bringTrials(app: App, say: Say): Promise<void> {
  const trials = app.env.simulatedTrials
  const step = Math.max(1, Math.ceil(trials / PROGRESS_STEPS))
  let said = 0
  await simulateFirstData(systemContext(app, 'start'), {
    trials,
    seed: SEED,
    onProgress: (done, total) => {
      if (done - said < step && done !== total) return
      if (done === said) return
      said = done
      say(`simulated trials ${done}/${total}`)
    },
  })
}

/** Creates the first person who can sign in; null when there is one. */
export async function bringFirstOperator(app: App): Promise<FirstOperator | null> {
  if (await hasPeople(app.db)) return null
  const { admin } = app.env
  const email = admin?.email ?? DEFAULT_EMAIL
  const password = admin?.password ?? readablePassword()
  await createPerson({
    ctx: systemContext(app, 'start'),
    input: { name: 'Admin', email, password, roles: ['admin'] },
  })
  return { email, password: admin?.password ? null : password }
}

/** Without characters that are easily confused. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password of four groups of five characters: about 99 bits, and easy to type. */
export function readablePassword(): string {
  const group = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}
