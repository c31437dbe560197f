import { Form, useNavigation } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { CheckboxInput, SelectInput } from '~/ui/controls'
import type { BoardFormat } from '../../figures/board-format'
import type { FeedbackBoard } from '../feedback-view'
import { FeedbackLine } from './feedback-line'

/** The list, and what can be done with those that are chosen. A plain form, so that it works without JavaScript. */
export function FeedbackForm({ board, format }: { board: FeedbackBoard; format: BoardFormat }) {
  const { t } = useTranslation('feedback')
  const { items, names } = board
  const mayAnswer = board.people.length > 0
  const values = items.map(({ key, version }) => `${key}@${version}`)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  // What was changed has another version, so it is no longer chosen.
  const current = values.filter((value) => chosen.has(value))
  const choose = (value: string, on: boolean) => {
    const next = new Set(current)
    if (on) next.add(value)
    else next.delete(value)
    setChosen(next)
  }
  return (
    <Form method="post" preventScrollReset className="grid min-w-0 gap-3" aria-label={t('list')}>
      {mayAnswer ? (
        <Toolbar
          board={board}
          count={current.length}
          all={current.length === values.length}
          onAll={(on) => setChosen(new Set(on ? values : []))}
        />
      ) : null}
      <ul className="grid">
        {items.map((item, index) => {
          const value = values[index] ?? ''
          return (
            <FeedbackLine key={item.key} item={item} names={names} format={format}>
              {mayAnswer ? (
                <CheckboxInput
                  name="item"
                  value={value}
                  checked={chosen.has(value)}
                  onChange={(event) => choose(value, event.target.checked)}
                  aria-label={t('choose', { text: item.text.slice(0, 60) || t(`kind.${item.kind}`) })}
                  className="mt-1"
                />
              ) : null}
            </FeedbackLine>
          )
        })}
      </ul>
    </Form>
  )
}

interface ToolbarProps {
  board: FeedbackBoard
  /** How many are chosen. */
  count: number
  all: boolean
  onAll: (on: boolean) => void
}

function Toolbar({ board: { people, revisions }, count, all, onAll }: ToolbarProps) {
  const { t } = useTranslation('feedback')
  const busy = useNavigation().state === 'submitting'
  return (
    <div
      role="group"
      aria-label={t('toolbar')}
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-xl bg-sunken p-3 text-sm print:hidden"
    >
      <label className="inline-flex min-h-9 items-center gap-2">
        <CheckboxInput checked={all} onChange={(event) => onAll(event.target.checked)} />
        <span>{count === 0 ? t('chooseAll') : t('chosen', { count })}</span>
      </label>
      <span className="flex gap-1">
        <Button type="submit" name="intent" value="seen" size="small" busy={busy}>
          {t('markSeen')}
        </Button>
        <Button type="submit" name="intent" value="new" tone="quiet" size="small" busy={busy}>
          {t('markNew')}
        </Button>
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-1">
        <SelectInput name="assignedTo" aria-label={t('person')} className="w-40">
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectInput>
        <Button type="submit" name="intent" value="assign" size="small" busy={busy}>
          {t('assign')}
        </Button>
      </span>
      <span className="flex min-w-0 flex-wrap items-center gap-1">
        <SelectInput name="revisionId" aria-label={t('revision')} className="w-56">
          <option value="">{t('noRevision')}</option>
          {revisions.map(({ id, kind, slug, number }) => (
            <option key={id} value={id}>
              {t('revisionName', { kind: t(`document.${kind}`), slug, number })}
            </option>
          ))}
        </SelectInput>
        <Button type="submit" name="intent" value="answer" size="small" busy={busy}>
          {t('markAnswered')}
        </Button>
      </span>
    </div>
  )
}
