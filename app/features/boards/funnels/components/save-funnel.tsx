import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { SavedNotice } from '../../saved/components/saved-notice'
import type { SavedProblem } from '../../saved/saved-answer'
import { funnelParams } from '../funnel-params'
import type { FunnelBoard } from '../funnel-views'
import { useSavedFunnelSentence } from '../use-funnel-sentence'

interface SaveFunnelProps {
  board: FunnelBoard
  /** Why the last save was refused. */
  answer: SavedProblem | undefined
}

/** Saves the funnel under a name, or as a change of the one that it began as. */
export function SaveFunnel({ board, answer }: SaveFunnelProps) {
  const { t } = useTranslation('funnels')
  const { query, rules, saved } = board
  const wordsOf = useSavedFunnelSentence(board)
  const params = JSON.stringify(funnelParams(query, rules))
  const seen = answer?.problem === 'changed' ? answer.version : query.seen
  return (
    <section aria-label={t('saved.open')} className="grid gap-4 print:hidden">
      <SavedNotice answer={answer} wordsOf={wordsOf} />
      <Form method="post" className="flex flex-wrap items-end gap-3">
        <input type="hidden" name="params" value={params} />
        {saved ? <input type="hidden" name="id" value={saved.id} /> : null}
        {saved && seen !== undefined ? <input type="hidden" name="version" value={seen} /> : null}
        <div className="w-full max-w-xs">
          <Field label={t('saved.name')}>
            {(control) => (
              <TextInput
                key={saved?.id}
                {...control}
                name="name"
                required
                maxLength={80}
                defaultValue={saved?.name ?? ''}
              />
            )}
          </Field>
        </div>
        <SaveButtons board={board} canChange={seen !== undefined} isLate={answer?.problem === 'changed'} />
      </Form>
    </section>
  )
}

interface SaveButtonsProps {
  board: FunnelBoard
  /** The version that a change replaces is known. */
  canChange: boolean
  /** Somebody else saved a version meanwhile. */
  isLate: boolean
}

function SaveButtons({ board: { saved, query }, canChange, isLate }: SaveButtonsProps) {
  const { t } = useTranslation('funnels')
  if (!saved) {
    return (
      <Button type="submit" name="intent" value="create">
        {t('saved.open')}
      </Button>
    )
  }
  const { name } = saved
  return (
    <>
      {canChange ? (
        <Button type="submit" name="intent" value="change" tone="primary">
          {isLate ? t('saved.saveOver') : t('saved.save', { name })}
        </Button>
      ) : null}
      <Button type="submit" name="intent" value="create">
        {t('saved.as')}
      </Button>
      {query.seen === undefined ? null : (
        <p className="w-full text-xs text-faint">{t('saved.based', { version: query.seen, name })}</p>
      )}
    </>
  )
}
