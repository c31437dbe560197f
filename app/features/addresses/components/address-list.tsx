import { useFetcher } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '~/ui/badge'
import { Button } from '~/ui/button'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import type { MyAddress } from '../list-my-addresses.server'

/** The server's response to the last action on an address. */
type AddressAnswer = { addressDone: 'confirmed' | 'sent' | 'waits' | 'verified' } | { addressFailed: string }

/** The addresses of this browser, with a way to confirm them. Nothing when there are none. */
export function AddressList({ addresses }: { addresses: MyAddress[] }) {
  const { t } = useTranslation('center')
  if (addresses.length === 0) return null
  return (
    <section aria-labelledby="addresses" className="grid gap-4">
      <div className="grid gap-2">
        <h2 id="addresses" className="text-headline">
          {t('address.title')}
        </h2>
        <p className="max-w-xl text-sm text-muted">{t('address.text')}</p>
      </div>
      <ul>
        {addresses.map((address, index) => (
          <AddressItem key={address.email ?? index} address={address} />
        ))}
      </ul>
    </section>
  )
}

function AddressItem({ address: { email, verified, awaitsCode } }: { address: MyAddress }) {
  const { t } = useTranslation('center')
  return (
    <li className="grid gap-3 border-t border-line py-4 last:border-b">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="break-all">{email ?? t('address.hidden')}</span>
        <Badge tone={verified ? 'good' : 'warn'}>
          {t(verified ? 'address.verified' : 'address.unverified')}
        </Badge>
      </div>
      {verified || email === null ? null : <Unconfirmed email={email} awaitsCode={awaitsCode} />}
    </li>
  )
}

function Unconfirmed({ email, awaitsCode }: { email: string; awaitsCode: boolean }) {
  const { t } = useTranslation('center')
  const fetcher = useFetcher<AddressAnswer>()
  const { data } = fetcher
  const failed = data && 'addressFailed' in data ? data.addressFailed : null
  const busy = fetcher.state !== 'idle'
  const errors = failed ? [t(`address.error.${failed}`)] : undefined
  return (
    <div className="grid gap-3">
      {awaitsCode ? (
        <fetcher.Form method="post" className="grid justify-items-start gap-3">
          <Field label={t('address.code')} hint={t('address.codeHint')} errors={errors}>
            {(control) => (
              <TextInput
                {...control}
                name="code"
                required
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                className="max-w-48 tabular-nums"
              />
            )}
          </Field>
          <Button type="submit" name="intent" value="confirm-code" tone="primary" busy={busy}>
            {t('address.confirm')}
          </Button>
        </fetcher.Form>
      ) : null}
      <fetcher.Form method="post" className="flex flex-wrap items-center gap-3">
        <input type="hidden" name="email" value={email} />
        <Button type="submit" name="intent" value="send-again" size="small" busy={busy}>
          {t('address.again')}
        </Button>
        <p role="status" className="text-sm text-muted">
          <span>{data && 'addressDone' in data ? t(`address.done.${data.addressDone}`) : null}</span>
          <span>{errors && !awaitsCode ? errors.join(' ') : null}</span>
        </p>
      </fetcher.Form>
    </div>
  )
}
