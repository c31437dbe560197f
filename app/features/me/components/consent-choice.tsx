import { Form, useLocation } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Button } from '~/ui/button'

/**
 * The consent setting of the workspace, and the browser's answer; `refused` when the browser itself asks not to be
 * tracked.
 */
export interface ConsentState {
  /** The consent setting. */
  mode: 'ask' | 'notice' | 'none'
  answer: 'granted' | 'denied' | 'unset'
  refused: boolean
}

/**
 * Asks for consent, or shows the notice, once: yes and no have equal weight, and everything works without an answer.
 */
export function ConsentChoice({ consent }: { consent: ConsentState }) {
  const { t } = useTranslation('center')
  const { pathname, search } = useLocation()
  const id = useId()
  if (consent.mode === 'none' || consent.refused || consent.answer !== 'unset') return null
  return (
    <Form
      method="post"
      data-stay="consent"
      action={paths.consent()}
      preventScrollReset
      aria-labelledby={id}
      className="flex flex-wrap items-center gap-x-6 gap-y-3 border-t border-line pt-6 text-sm"
    >
      <input type="hidden" name="redirectTo" value={pathname + search} />
      <p id={id} className="max-w-2xl flex-1 basis-80 text-muted">
        {t(`consent.${consent.mode}`)}
      </p>
      <span className="flex gap-2">
        <Button type="submit" size="small" name="consent" value="granted">
          {t(consent.mode === 'ask' ? 'consent.yes' : 'consent.fine')}
        </Button>
        <Button type="submit" size="small" name="consent" value="denied">
          {t('consent.no')}
        </Button>
      </span>
    </Form>
  )
}
