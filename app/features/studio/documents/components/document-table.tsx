import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentSummary } from '~/domain/content/document-summary'
import { paths } from '~/paths'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'
import { useDocumentName } from './document-name'
import { StatusBadge } from './status-badge'
import { When } from '~/ui/when'

/** The attribute by which the keyboard finds the rows. */
export const ROW_LINK = 'data-row-link'

export function DocumentTable({ documents, label }: { documents: DocumentSummary[]; label: string }) {
  const { t } = useTranslation('studio')
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <HeadCell>{t('list.title')}</HeadCell>
          <HeadCell>{t('list.status')}</HeadCell>
          <HeadCell className="max-sm:hidden">{t('list.live')}</HeadCell>
          <HeadCell className="max-sm:hidden">{t('list.changed')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {documents.map((document) => (
          <DocumentRow key={document.id} document={document} />
        ))}
      </tbody>
    </DataTable>
  )
}

function DocumentRow({ document }: { document: DocumentSummary }) {
  const { t } = useTranslation('studio')
  const nameOf = useDocumentName()
  const { kind, slug, status, liveNumber, draftDiffers, updatedAt, updatedBy } = document
  const name = nameOf(document)
  return (
    <Row className="relative hover:bg-sunken focus-within:bg-sunken">
      <Cell className="min-w-48">
        <Link
          to={paths.document(kind, slug)}
          {...{ [ROW_LINK]: true }}
          className="font-medium outline-offset-4 after:absolute after:inset-0"
        >
          {name}
        </Link>
        {name === slug ? null : <span className="block text-xs text-faint">{slug}</span>}
      </Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StatusBadge status={status} />
          {draftDiffers && liveNumber !== null ? (
            <span className="text-xs whitespace-nowrap text-accent">{t('differs')}</span>
          ) : null}
        </span>
      </Cell>
      <Cell className="whitespace-nowrap tabular-nums max-sm:hidden">
        {liveNumber === null ? <span className="text-faint">–</span> : t('revision', { number: liveNumber })}
      </Cell>
      <Cell className="whitespace-nowrap text-muted tabular-nums max-sm:hidden">
        <When at={updatedAt} />
        {updatedBy ? (
          <span className="block text-xs text-faint">{t('list.by', { name: updatedBy })}</span>
        ) : null}
      </Cell>
    </Row>
  )
}
