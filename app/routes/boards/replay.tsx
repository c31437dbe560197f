import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { queryOf } from '~/features/boards/filter/board-query'
import { runNoteForm } from '~/features/boards/notes/note-form.server'
import { NOTE_FIELDS } from '~/features/boards/notes/schemas'
import type { NoteAnswer } from '~/features/boards/notes/shown-note'
import { ReplayPage } from '~/features/boards/replay/components/replay-page'
import { RULINGS } from '~/features/boards/replay/ruling-schema'
import { ruleOnTrial } from '~/features/boards/replay/rule-on-trial.server'
import { readReplay } from '~/features/boards/replay/read-replay.server'
import { ScreenFrame } from '~/features/player/stage/components/screen-frame'
import { defineAction } from '~/platform/http/define-action'
import { defineLoader } from '~/platform/http/define-loader'
import { fixedT } from '~/platform/language/i18n'
import { siteTitle } from '~/ui/site-title'

export const handle = { i18n: ['boards', 'judge', 'player'] }

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  siteTitle(matches, data?.title ?? 'Replay'),
]

export const loader = defineLoader('trials.read', async ({ ctx, params, url }) => {
  const view = await readReplay({
    ctx,
    input: { ...queryOf(url.href), trialId: params.trialId },
  })
  const title = fixedT(ctx.locale, 'boards')('replay.pageTitle', { title: view.facts.title })
  return { view, title }
})

/** The forms of the page: a person's ruling on the trial, and the notes. */
const fields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('judge'), verdict: z.enum(RULINGS), reason: z.string().default('') }),
  ...NOTE_FIELDS,
])

export const action = defineAction(
  { permission: 'trials.read', fields },
  async ({ ctx, params, fields: said }): Promise<NoteAnswer | null> => {
    const trial = params.trialId ?? ''
    if (said.intent !== 'judge') return runNoteForm(ctx, trial, said)
    await ruleOnTrial({ ctx, input: { trial, verdict: said.verdict, reason: said.reason } })
    return null
  },
)

export default function ReplayRoute() {
  const { view } = useLoaderData<typeof loader>()
  const noteAnswer = useActionData<typeof action>() ?? null
  return (
    <ReplayPage
      view={view}
      noteAnswer={noteAnswer}
      screen={<ScreenFrame view={view.screen} interactive={false} />}
    />
  )
}
