import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { MOST_CSV_COLUMNS, MOST_CSV_ROWS } from '~/domain/csv/limits'
import { KNOWN_CHANNELS } from '~/domain/trial/channels'
import { paths } from '~/paths'
import { ChooseFileForm } from '~/ui/choose-file-form'
import { LinkButton } from '~/ui/link-button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import type { CostFileAnswer, CostFileResult } from '../cost-views'
import { CheckedCostFile } from './checked-cost-file'
import { CostFileLines } from './cost-file-lines'

interface CostImportPageProps {
  currency: string
  answer: CostFileAnswer | undefined
}

/** Choose a file, see line by line what would happen, take it over. */
export function CostImportPage({ currency, answer }: CostImportPageProps) {
  const { t } = useTranslation('costs')
  return (
    <div className="grid max-w-5xl gap-8">
      <PageHeader
        title={t('import.title')}
        lead={t('import.lead')}
        eyebrow={
          <Link to={paths.costs()} className="hover:underline">
            {t('import.back')}
          </Link>
        }
      />
      <Refusal answer={answer} />
      {answer && 'imported' in answer ? (
        <Imported file={answer.imported} />
      ) : answer && 'checked' in answer ? (
        <CheckedCostFile key={answer.checked.hash} file={answer.checked} />
      ) : (
        <ChooseCostFile currency={currency} />
      )}
    </div>
  )
}

function Refusal({ answer }: { answer: CostFileAnswer | undefined }) {
  const { t } = useTranslation('costs')
  const { t: ofFiles } = useTranslation('conversions')
  if (!answer) return null
  if ('unchosen' in answer) return <Notice tone="bad" title={ofFiles('import.unreadable.missing')} />
  if ('changed' in answer) return <Notice tone="bad" title={t('import.changed')} />
  if ('unreadable' in answer) {
    const limits = { rows: MOST_CSV_ROWS, columns: MOST_CSV_COLUMNS }
    return <Notice tone="bad" title={ofFiles(`import.unreadable.${answer.unreadable}`, limits)} />
  }
  if ('missing' in answer) {
    const names = answer.missing.map((field) => t(`field.${field}`)).join(', ')
    return <Notice tone="bad" title={t('import.missing', { names })} />
  }
  return null
}

function ChooseCostFile({ currency }: { currency: string }) {
  const { t, i18n } = useTranslation('costs')
  const rows = new Intl.NumberFormat(i18n.language).format(MOST_CSV_ROWS)
  return (
    <ChooseFileForm label={t('import.file')} hint={t('import.fileHint', { rows })} check={t('import.check')}>
      <section className="grid gap-1.5 border-t border-line pt-6 text-sm" aria-labelledby="cost-format">
        <h2 id="cost-format" className="font-medium">
          {t('import.formatTitle')}
        </h2>
        <p className="text-muted">
          {t('import.formatText', { currency, channels: KNOWN_CHANNELS.join(', ') })}
        </p>
        <p className="text-muted">{t('import.key')}</p>
        <p>
          <a href={paths.costsFile('template.csv')} className="underline">
            {t('import.template')}
          </a>
        </p>
      </section>
    </ChooseFileForm>
  )
}

function Imported({ file }: { file: CostFileResult }) {
  const { t } = useTranslation('costs')
  return (
    <div className="grid gap-6">
      <Notice tone="good" live title={t('import.done', { file: file.name })} />
      <CostFileLines file={file} />
      <div className="flex flex-wrap gap-2">
        <LinkButton to={paths.costs()} tone="primary">
          {t('import.see')}
        </LinkButton>
        <LinkButton to={paths.importCosts()}>{t('import.other')}</LinkButton>
      </div>
    </div>
  )
}
