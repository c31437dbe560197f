import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Notice } from '~/ui/notice'
import type { ChangedFeedback } from '../change-feedback.server'

/** What became of a change. */
export type FeedbackAnswer = ChangedFeedback | { failed: 'nothing' | 'unknown' }

/** Says what was changed, and offers to put it back. */
export function FeedbackNotice({ answer }: { answer: FeedbackAnswer | undefined }) {
  const { t } = useTranslation('feedback')
  if (!answer) return null
  if ('failed' in answer) return <Notice tone="bad">{t(`failed.${answer.failed}`)}</Notice>
  const { changed, conflicts, undo } = answer
  return (
    <Notice
      live
      tone={conflicts > 0 ? 'warn' : 'good'}
      title={t('changed', { count: changed })}
      action={
        undo.length > 0 ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="undo" value={JSON.stringify(undo)} />
            <Button type="submit" name="intent" value="undo" size="small">
              {t('undo')}
            </Button>
          </Form>
        ) : undefined
      }
    >
      {conflicts > 0 ? t('conflicts', { count: conflicts }) : null}
    </Notice>
  )
}
