import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { useInstant } from '~/ui/when'
import type { ClaimView } from '../conversion-view'

/** The choice of who a conversion belongs to: the visitors who typed its address, each identified by a trial. */
export function ClaimChoice({ claims, errors }: { claims: ClaimView[]; errors: string[] | undefined }) {
  const { t } = useTranslation('conversions')
  const formatInstant = useInstant('short')
  return (
    <fieldset className="grid gap-1">
      <legend className="text-sm font-medium">{t('conversions.claims')}</legend>
      <p className="mb-1 text-xs text-muted">{t('conversions.claimsText')}</p>
      {claims.map(({ trialId, demoTitle, startedAt }) => (
        <div
          key={trialId}
          className="flex min-h-9 items-center justify-between gap-3 text-sm pointer-coarse:min-h-11"
        >
          <label className="flex min-w-0 items-center gap-2.5">
            <input type="radio" name="trial" value={trialId} required className="size-4 accent-accent" />
            <span className="min-w-0 truncate">
              <span>{demoTitle}</span>{' '}
              <span className="text-muted tabular-nums" suppressHydrationWarning>
                {formatInstant(startedAt)}
              </span>
            </span>
          </label>
          <Link to={paths.replay(trialId)} target="_blank" className="underline underline-offset-4">
            {t('conversions.replay')}
          </Link>
        </div>
      ))}
      {errors ? <p className="text-xs font-medium text-bad">{errors.join(' ')}</p> : null}
    </fieldset>
  )
}
