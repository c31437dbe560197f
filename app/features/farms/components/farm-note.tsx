import { Form, useNavigation } from '@remix-run/react'
import { UsersRound } from 'lucide-react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '~/ui/button'
import { RichText } from '~/ui/rich-text'
import type { FarmView } from '../farm-view'

/** The `intent` of the form of a finding. */
export const DISMISS_FARM = 'dismiss-farm'

interface FarmNotesProps {
  farms: readonly FarmView[]
  mayDismiss: boolean
  hrefOf: (farm: FarmView) => string
}

/** Each sign-up farm as one line, with the list of its trials. */
export function FarmNotes({ farms, mayDismiss, hrefOf }: FarmNotesProps) {
  const { t } = useTranslation('judge')
  if (farms.length === 0) return null
  return (
    <ul aria-label={t('farm.label')} className="grid gap-2">
      {farms.map((farm) => (
        <FarmLine key={farm.id} farm={farm} mayDismiss={mayDismiss} href={hrefOf(farm)} />
      ))}
    </ul>
  )
}

function FarmLine({ farm, mayDismiss, href }: { farm: FarmView; mayDismiss: boolean; href: string }) {
  const { t } = useTranslation('judge')
  const busy = useNavigation().formData?.get('farm') === farm.id
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl bg-warn-soft px-4 py-2.5 text-sm">
      <UsersRound aria-hidden="true" className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1 basis-64">
        <RichText
          t={t}
          i18nKey={`farm.${farm.kind}`}
          count={farm.trials}
          values={{ domain: farm.domain ?? '' }}
          components={{
            all: (
              <Link
                to={href}
                className="font-medium tabular-nums underline decoration-line-strong underline-offset-4 hover:decoration-ink"
              />
            ),
          }}
        />
      </p>
      {mayDismiss ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="farm" value={farm.id} />
          <Button type="submit" name="intent" value={DISMISS_FARM} size="small" busy={busy}>
            {t('farm.dismiss')}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}
