import { Link } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { Notice } from '~/ui/notice'
import type { Rehearsal } from '../../proof/rehearsal'
import type { EditorDocument } from './document-view'
import { useDocumentCommand } from '../../documents/components/use-document-command'

/** The rehearsal of the last trials on the draft. Requested when it is first shown. */
export function RehearsalLine({ document: { kind, slug, draftVersion } }: { document: EditorDocument }) {
  const { run, result } = useDocumentCommand(`rehearse ${kind}/${slug}/${draftVersion}`)
  useEffect(() => run('rehearse'), [run])
  const rehearsal = result?.ok ? result.rehearsal : null
  return rehearsal ? <Told rehearsal={rehearsal} /> : null
}

function Told({ rehearsal: { revision, trials, through, stops } }: { rehearsal: Rehearsal }) {
  const { t } = useTranslation('studio')
  if (through === trials)
    return <p className="text-sm text-muted">{t('rehearsal.all', { count: trials, revision })}</p>
  return (
    <Notice tone="warn" title={t('rehearsal.some', { count: trials, stopped: trials - through, revision })}>
      <ul>
        {stops.map(({ state, event, code, traces: count, example }) => (
          <li key={`${state} ${event} ${code}`}>
            <span>{`${
              state === null
                ? t('rehearsal.atStart', { count })
                : t('rehearsal.atEvent', { count, state, event, why: t(`rehearsal.why.${code}`) })
            } `}</span>
            <Link to={paths.replay(example.id)} className="underline underline-offset-4">
              {t('rehearsal.example')}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
