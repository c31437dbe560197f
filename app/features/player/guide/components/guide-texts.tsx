import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RenderedHtml } from '~/ui/rendered-html'

/** The guide of one desk. */
export interface DeskGuide {
  state: string
  /** What the desk is called. */
  title: string
  html: string
}

/** The guide of the desk at which the coach stands. Of desks side by side one speaks; the others are a press away. */
export function GuideTexts({ guides, at }: { guides: readonly DeskGuide[]; at: string | null }) {
  const { t } = useTranslation('player')
  const [chosen, setChosen] = useState<{ at: string | null; state: string } | null>(null)
  const wanted = chosen?.at === at ? chosen.state : at
  const shown = guides.find(({ state }) => state === wanted) ?? guides[0]
  if (!shown) return null
  return (
    <>
      <RenderedHtml key={shown.html} html={shown.html} />
      {guides.length > 1 ? (
        <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
          <span>{t('guide.beside')}</span>
          {guides
            .filter((one) => one !== shown)
            .map(({ state, title }) => (
              <button
                key={state}
                type="button"
                onClick={() => setChosen({ at, state })}
                className="min-h-6 font-medium text-accent underline underline-offset-4 pointer-coarse:min-h-11"
              >
                {title}
              </button>
            ))}
        </p>
      ) : null}
    </>
  )
}
