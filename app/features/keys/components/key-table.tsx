import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { Dialog } from '~/ui/dialog'
import { When, useInstant } from '~/ui/when'
import type { KeyView } from '../list-keys.server'
import { scopeWord } from '../scope-word'

/** All keys, the newest first, the revoked ones too. */
export function KeyTable({ keys }: { keys: KeyView[] }) {
  const { t } = useTranslation('conversions')
  return (
    <div className="grid gap-2">
      <h2 className="text-title">{t('keys.list')}</h2>
      <DataTable label={t('keys.list')}>
        <thead>
          <tr>
            <HeadCell>{t('keys.column.name')}</HeadCell>
            <HeadCell className="max-sm:hidden">{t('keys.column.key')}</HeadCell>
            <HeadCell>{t('keys.column.used')}</HeadCell>
            <HeadCell className="max-md:hidden">{t('keys.column.scopes')}</HeadCell>
            <HeadCell className="max-md:hidden">{t('keys.column.created')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('keys.column.actions')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} shown={key} />
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}

function KeyRow({ shown }: { shown: KeyView }) {
  const { t } = useTranslation('conversions')
  const formatInstant = useInstant()
  return (
    <Row className="align-top">
      <Cell className="font-medium">
        <span>{shown.name}</span>
        <span className="block font-mono text-xs font-normal text-faint sm:hidden">{`${shown.prefix}…`}</span>
      </Cell>
      <Cell className="font-mono text-xs leading-5 max-sm:hidden">{`${shown.prefix}…`}</Cell>
      <Cell className="tabular-nums sm:whitespace-nowrap">
        {shown.lastUsedAt ? (
          <When at={shown.lastUsedAt} />
        ) : (
          <span className="text-faint">{t('keys.never')}</span>
        )}
      </Cell>
      <Cell className="max-md:hidden">
        {shown.scopes.map((scope) => (
          <span key={scope} className="block">
            {t(`keys.scope.${scopeWord(scope)}`)}
          </span>
        ))}
      </Cell>
      <Cell className="whitespace-nowrap tabular-nums max-md:hidden">
        <When at={shown.createdAt} />
        <span className="block text-xs text-faint">{t('keys.by', { name: shown.createdBy })}</span>
      </Cell>
      <Cell className="text-right">
        {shown.revokedAt ? (
          <span className="text-xs text-faint" suppressHydrationWarning>
            {t('keys.revoked', { when: formatInstant(shown.revokedAt) })}
          </span>
        ) : (
          <RevokeButton shown={shown} />
        )}
      </Cell>
    </Row>
  )
}

function RevokeButton({ shown: { id, name } }: { shown: KeyView }) {
  const { t } = useTranslation('conversions')
  const fetcher = useFetcher()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" tone="danger" onClick={() => setOpen(true)}>
        {t('keys.revoke')}
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title={t('keys.revokeTitle', { name })}
        description={t('keys.revokeText')}
        closeLabel={t('keys.close')}
        footer={
          <fetcher.Form method="post" className="flex gap-2">
            <input type="hidden" name="id" value={id} />
            <Button onClick={() => setOpen(false)}>{t('keys.cancel')}</Button>
            <Button type="submit" name="intent" value="revoke" tone="danger" busy={fetcher.state !== 'idle'}>
              {t('keys.revoke')}
            </Button>
          </fetcher.Form>
        }
      >
        {null}
      </Dialog>
    </>
  )
}
