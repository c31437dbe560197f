import type { FormEvent } from 'react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextArea } from '~/ui/controls'
import { Notice } from '~/ui/notice'

const STARS = [1, 2, 3, 4, 5] as const

export interface RatingValue {
  stars: number
  comment: string
}

interface RatingFormProps {
  /** What this trial was rated before, if it was. */
  given: RatingValue | null
  state: 'open' | 'sending' | 'sent' | 'failed'
  onRate: (rating: RatingValue) => void
}

/** A rating from 1 to 5 and an optional comment. Submitting again replaces the earlier rating. */
export function RatingForm({ given, state, onRate }: RatingFormProps) {
  const { t } = useTranslation('player')
  const id = useId()
  const [stars, setStars] = useState(given?.stars ?? null)
  const [comment, setComment] = useState(given?.comment ?? '')
  const [missing, setMissing] = useState(false)
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setMissing(stars === null)
    if (stars !== null) onRate({ stars, comment })
    else event.currentTarget.querySelector('input')?.focus()
  }
  return (
    <form onSubmit={submit} className="grid gap-5" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="text-title">
        {t('rating.title')}
      </h3>
      <fieldset aria-describedby={missing ? `${id}-error` : undefined} className="grid gap-2">
        <legend className="mb-2 text-sm text-muted">{t('rating.legend')}</legend>
        <div className="grid grid-cols-5 gap-2">
          {STARS.map((value) => (
            <label
              key={value}
              className="relative grid min-h-16 cursor-pointer content-center justify-items-center gap-0.5 rounded-lg px-1 text-center ring-1 ring-line-strong transition-colors ring-inset has-checked:bg-accent has-checked:text-on-accent has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={`${id}-stars`}
                value={value}
                checked={stars === value}
                onChange={() => {
                  setStars(value)
                  setMissing(false)
                }}
                className="absolute inset-0 cursor-pointer appearance-none rounded-lg outline-none"
              />
              <span className="text-lg font-semibold tabular-nums">{value}</span>
              <span className="hidden text-xs sm:block">{t(`rating.${value}`)}</span>
            </label>
          ))}
        </div>
        <p className="flex justify-between text-xs text-muted sm:hidden" aria-hidden="true">
          <span>{t('rating.1')}</span>
          <span>{t('rating.5')}</span>
        </p>
        {missing ? (
          <p id={`${id}-error`} role="alert" className="text-xs font-medium text-bad">
            {t('rating.missing')}
          </p>
        ) : null}
      </fieldset>
      <label className="grid gap-1.5 text-sm font-medium">
        <span>{t('rating.comment')}</span>
        <TextArea
          value={comment}
          maxLength={2000}
          rows={3}
          onChange={(event) => setComment(event.target.value)}
        />
      </label>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" tone="primary" busy={state === 'sending'}>
          {state === 'sent' || given ? t('rating.again') : t('rating.send')}
        </Button>
        {state === 'sent' ? (
          <p role="status" className="text-sm text-good">
            {t('rating.thanks')}
          </p>
        ) : null}
      </div>
      {state === 'failed' ? <Notice tone="bad">{t('rating.failed')}</Notice> : null}
    </form>
  )
}
