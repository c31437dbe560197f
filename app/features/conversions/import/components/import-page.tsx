import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from '~/domain/csv/limits'
import type { ImportAnswer, ShownFile } from '../import-answer'
import { ChooseFile } from './choose-file'
import { ConfirmImport } from './confirm-import'
import { ImportResult } from './import-result'

/** Choose a file, see what would happen, confirm. */
export function ImportPage({
  timeZone,
  currency,
  answer,
}: {
  timeZone: string
  currency: string
  answer: ImportAnswer | undefined
}) {
  const { t } = useTranslation('conversions')
  return (
    <div className="grid max-w-5xl gap-8">
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        eyebrow={
          <Link to={paths.conversions()} className="hover:underline">
            {t('import.back')}
          </Link>
        }
      />
      {answer && 'unreadable' in answer ? (
        <Notice
          tone="bad"
          title={t(`import.unreadable.${answer.unreadable}`, {
            rows: MOST_CSV_ROWS,
            columns: MOST_CSV_COLUMNS,
          })}
        />
      ) : null}
      {answer && 'changed' in answer ? <Notice tone="bad" title={t('import.changed')} /> : null}
      {answer && 'imported' in answer ? (
        <Imported file={answer.imported} />
      ) : answer && 'checked' in answer ? (
        <ConfirmImport key={answer.checked.hash} file={answer.checked} />
      ) : (
        <ChooseFile timeZone={timeZone} currency={currency} />
      )}
    </div>
  )
}

function Imported({ file }: { file: ShownFile }) {
  const { t } = useTranslation('conversions')
  return (
    <div className="grid gap-6">
      <Notice tone="good" live title={t('import.done')}>
        {t('import.doneText', { file: file.name })}
      </Notice>
      <ImportResult file={file} />
      <div className="flex flex-wrap gap-2">
        <LinkButton to={paths.conversions()} tone="primary">
          {t('import.see')}
        </LinkButton>
        <LinkButton to={paths.importConversions()}>{t('import.other')}</LinkButton>
      </div>
    </div>
  )
}
