import { Form, useNavigation } from '@remix-run/react'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { When } from '~/ui/when'

interface Invitation {
  id: string
  createdBy: string
  expiresAt: Date | string
  used: number
}

/** Invitation links; a new one is shown once. */
export function InvitationList({ invitations, made }: { invitations: Invitation[]; made: string | null }) {
  const { t } = useTranslation('accounts')
  const busy = useNavigation().formData?.get('intent') === 'invite'
  return (
    <div className="grid gap-3">
      {made ? <NewInvitation link={made} /> : null}
      {invitations.length === 0 ? null : (
        <ul className="grid text-sm">
          {invitations.map(({ id, createdBy, expiresAt, used }) => (
            <li
              key={id}
              className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5 last:border-0"
            >
              <span>
                <span>{`${t('invitation', { name: createdBy, count: used })} `}</span>
                <span className="text-xs text-faint">
                  <span>{`${t('until')} `}</span>
                  <When at={expiresAt} className="tabular-nums" />
                </span>
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="invitation" value={id} />
                <Button type="submit" name="intent" value="revoke-invitation" size="small" tone="quiet">
                  {t('revoke')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" preventScrollReset>
        <Button type="submit" name="intent" value="invite" busy={busy}>
          {t('invite')}
        </Button>
      </Form>
    </div>
  )
}

function NewInvitation({ link }: { link: string }) {
  const { t } = useTranslation('accounts')
  const id = useId()
  return (
    <div role="status" className="grid gap-2 rounded-xl bg-good-soft p-4">
      <label htmlFor={id} className="text-sm font-medium">
        {t('newInvitation')}
      </label>
      <TextInput
        id={id}
        readOnly
        value={link}
        className="font-mono text-xs"
        onFocus={(event) => event.target.select()}
      />
    </div>
  )
}
