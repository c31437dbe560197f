import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clash } from '~/domain/content/merge/merge-drafts'
import type { Json } from '~/domain/json'
import { Button } from '~/ui/button'
import { Dialog } from '~/ui/dialog'
import { useInstant } from '~/ui/when'
import type { DraftConflict } from './use-draft'

interface ConflictDialogProps {
  conflict: DraftConflict
  onSettle: (mine: readonly Clash[] | null) => void
}

/** Two people changed the same places: both values of each, and the choice between them. All else is merged already. */
export function ConflictDialog({ conflict, onSettle }: ConflictDialogProps) {
  const { t } = useTranslation('studio')
  const formatInstant = useInstant()
  const { clashes, savedBy, savedAt } = conflict
  const [mine, setMine] = useState<readonly Clash[]>(clashes)
  const choose = (clash: Clash, isMine: boolean) =>
    setMine(isMine ? [...mine, clash] : mine.filter((one) => one !== clash))
  return (
    <Dialog
      open
      onOpenChange={() => onSettle(null)}
      size="large"
      title={t('conflict.title', { name: savedBy ?? t('conflict.somebody') })}
      description={t('conflict.text', { count: clashes.length, when: formatInstant(savedAt) })}
      closeLabel={t('close')}
      footer={
        <>
          <Button onClick={() => onSettle(null)}>{t('conflict.later')}</Button>
          <Button tone="primary" onClick={() => onSettle(mine)}>
            {t('conflict.confirm')}
          </Button>
        </>
      }
    >
      <ul className="grid gap-5">
        {clashes.map((clash) => (
          <li key={`${clash.file} ${clash.path.join('.')}`}>
            <ClashChoice
              clash={clash}
              theirName={savedBy ?? t('conflict.somebody')}
              isMine={mine.includes(clash)}
              onChoose={(isMine) => choose(clash, isMine)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

interface ClashChoiceProps {
  clash: Clash
  theirName: string
  isMine: boolean
  onChoose: (isMine: boolean) => void
}

function ClashChoice({ clash, theirName, isMine, onChoose }: ClashChoiceProps) {
  const { t } = useTranslation('studio')
  const place = [clash.file, clash.path.join(' › ')].filter(Boolean).join(': ')
  const sides = [
    { isMine: true, label: t('conflict.yours'), value: clash.mine },
    { isMine: false, label: t('conflict.theirs', { name: theirName }), value: clash.theirs },
  ]
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium break-all">{place}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {sides.map((side) => (
          <label
            key={side.label}
            className="flex gap-2 rounded-lg p-3 text-sm ring-1 ring-line has-checked:ring-2 has-checked:ring-accent"
          >
            <input
              type="radio"
              name={place}
              className="mt-0.5 size-4 shrink-0 accent-accent"
              aria-label={side.label}
              checked={isMine === side.isMine}
              onChange={() => onChoose(side.isMine)}
            />
            <span className="grid min-w-0 gap-1">
              <span className="text-xs text-muted">{side.label}</span>
              <span className="max-h-48 overflow-auto break-words whitespace-pre-wrap">
                {side.value === undefined ? t('conflict.removed') : wordsOf(side.value)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function wordsOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value)
}
