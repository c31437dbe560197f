import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { When } from '~/ui/when'
import { ACCOUNT_NAME_LENGTH } from '../schemas'

export interface Member {
  visitorId: string
  joinedBy: 'domain' | 'invitation' | 'hand'
  joinedAt: Date | string
  trials: number
  lastAt: Date | string | null
}

/** The visitors of an account, identified by the end of their id. Selected ones can be moved. */
export function MemberList({ members, removed = false }: { members: Member[]; removed?: boolean }) {
  const { t } = useTranslation('accounts')
  return (
    <Form method="post" preventScrollReset className="grid gap-4">
      <DataTable label={t('members')}>
        <thead>
          <tr>
            <HeadCell>
              <span className="sr-only">{t('mark')}</span>
            </HeadCell>
            <HeadCell>{t('visitor')}</HeadCell>
            <HeadCell>{t('joined')}</HeadCell>
            <HeadCell numeric>{t('trials')}</HeadCell>
            <HeadCell>{t('last')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <MemberRow key={member.visitorId} member={member} />
          ))}
        </tbody>
      </DataTable>
      <MemberActions removed={removed} />
    </Form>
  )
}

function MemberRow({ member: { visitorId, joinedBy, joinedAt, trials, lastAt } }: { member: Member }) {
  const { t, i18n } = useTranslation('accounts')
  const short = visitorId.slice(-8)
  return (
    <Row>
      <Cell className="w-8">
        <label className="grid size-6 place-items-center pointer-coarse:size-11">
          <span className="sr-only">{t('markOne', { visitor: short })}</span>
          <input type="checkbox" name="visitor" value={visitorId} className="size-4 accent-accent" />
        </label>
      </Cell>
      <Cell className="font-mono text-xs whitespace-nowrap">{`…${short}`}</Cell>
      <Cell className="whitespace-nowrap">
        <span>{`${t(`by.${joinedBy}`)} `}</span>
        <When at={joinedAt} className="ml-1 text-xs text-faint tabular-nums" />
      </Cell>
      <Cell numeric>{new Intl.NumberFormat(i18n.language).format(trials)}</Cell>
      <Cell className="whitespace-nowrap">
        {lastAt ? <When at={lastAt} className="text-xs text-muted tabular-nums" /> : null}
      </Cell>
    </Row>
  )
}

function MemberActions({ removed }: { removed: boolean }) {
  const { t } = useTranslation('accounts')
  const intent = useNavigation().formData?.get('intent')
  if (removed) {
    return (
      <Button type="submit" name="intent" value="put-back" className="w-fit" busy={intent === 'put-back'}>
        {t('putBack')}
      </Button>
    )
  }
  return (
    <div className="flex flex-wrap justify-between gap-3">
      <Button type="submit" name="intent" value="take-out" busy={intent === 'take-out'}>
        {t('takeOut')}
      </Button>
      <div className="flex max-sm:w-full gap-2">
        <TextInput
          name="name"
          aria-label={t('splitName')}
          placeholder={t('splitName')}
          maxLength={ACCOUNT_NAME_LENGTH}
          autoComplete="off"
          className="min-w-0 flex-1 sm:w-60"
        />
        <Button type="submit" name="intent" value="split" busy={intent === 'split'}>
          {t('split')}
        </Button>
      </div>
    </div>
  )
}
