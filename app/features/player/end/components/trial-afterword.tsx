import type { RatingValue } from './rating-form'
import { NextSteps } from './next-steps'
import { RatingForm } from './rating-form'

interface TrialAfterwordProps {
  trialId: string
  plan: string
  other: { plan: string; name: string } | null
  rating: { given: RatingValue | null; state: 'open' | 'sending' | 'sent' | 'failed' }
  onRate: (rating: RatingValue) => void
  onTryOther: () => void
  compareHref: string | null
}

/** Shown after the result: the rating form and the next steps. */
export function TrialAfterword({ trialId, plan, other, rating, onRate, ...next }: TrialAfterwordProps) {
  return (
    <div className="grid gap-x-16 gap-y-12 border-t border-line pt-12 lg:grid-cols-2">
      <RatingForm given={rating.given} state={rating.state} onRate={onRate} />
      <NextSteps trialId={trialId} plan={plan} other={other} {...next} />
    </div>
  )
}
