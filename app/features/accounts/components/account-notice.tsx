import { useTranslation } from 'react-i18next'
import { Notice } from '~/ui/notice'
import type { AccountAnswer } from '../account-answer'

/** The result of the last action. */
export function AccountNotice({ answer }: { answer: AccountAnswer | undefined }) {
  const { t } = useTranslation('accounts')
  if (!answer || 'invitation' in answer) return null
  if ('problem' in answer) return <Notice tone="bad" title={t(`problem.${answer.problem}`)} />
  return <Notice tone="good" live title={t(`done.${answer.done}`, { count: answer.count ?? 0 })} />
}
