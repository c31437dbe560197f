import { Link } from '@remix-run/react'
import { ArrowRight } from 'lucide-react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'

interface NextStepsProps {
  trialId: string
  plan: string
  /** The other plan of this demo, when it has one; pressing it begins a new trial. */
  other: { plan: string; name: string } | null
  onTryOther: () => void
  /** Where the trial is shown on both plans; null when the demo has one. */
  compareHref: string | null
}

const ROW =
  'group flex w-full items-center gap-4 border-b border-line py-4 text-left hover:text-accent focus-visible:outline-offset-4'

/** What to do now, the most useful first: the same process on the other plan, then price, a quote, and help. */
export function NextSteps({ trialId, plan, other, onTryOther, compareHref }: NextStepsProps) {
  const { t } = useTranslation('player')
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid content-start gap-2">
      <h3 id={id} className="text-title">
        {t('next.title')}
      </h3>
      <ul>
        {other ? (
          <li>
            <button type="button" onClick={onTryOther} className={ROW}>
              <Words title={t('next.other', { plan: other.name })} text={t('next.otherText')} />
            </button>
          </li>
        ) : null}
        {compareHref ? (
          <li>
            <Link to={compareHref} className={ROW}>
              <Words title={t('next.compare')} text={t('next.compareText')} />
            </Link>
          </li>
        ) : null}
        <li>
          <Link to={paths.pricing({ from: trialId })} className={ROW}>
            <Words title={t('next.pricing')} text={t('next.pricingText')} />
          </Link>
        </li>
        <li>
          <Link to={paths.talk({ goal: 'quote', trial: trialId, plan })} className={ROW}>
            <Words title={t('next.quote')} text={t('next.quoteText')} />
          </Link>
        </li>
        <li>
          <Link to={paths.help()} className={ROW}>
            <Words title={t('next.help')} text={t('next.helpText')} />
          </Link>
        </li>
      </ul>
    </section>
  )
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <>
      <span className="mr-auto grid gap-0.5">
        <span className="font-medium">{title}</span>
        <span className="text-sm text-muted">{text}</span>
      </span>
      <ArrowRight
        className="size-4 shrink-0 text-faint transition-transform group-hover:translate-x-0.5"
        aria-hidden="true"
      />
    </>
  )
}
