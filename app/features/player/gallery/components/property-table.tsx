import { useTranslation } from 'react-i18next'
import type { BlockProperty } from '~/domain/demo/format/block-properties'
import { Cell, DataTable, HeadCell, Row } from '~/ui/data-table'

/** The properties of the block, from its schema. */
export function PropertyTable({ properties }: { properties: BlockProperty[] }) {
  const { t } = useTranslation('gallery')
  return (
    <DataTable label={t('properties.title')}>
      <thead>
        <tr>
          <HeadCell>{t('properties.name')}</HeadCell>
          <HeadCell>{t('properties.type')}</HeadCell>
          <HeadCell>{t('properties.description')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {properties.map(({ path, type, required, description }) => (
          <Row key={path}>
            <Cell className="align-top whitespace-nowrap">
              <code className="text-[0.8125rem]">{path}</code>
              {required ? <span className="ml-2 text-xs text-accent">{t('properties.required')}</span> : null}
            </Cell>
            <Cell className="max-w-60 align-top text-muted" lang="en">
              {type}
            </Cell>
            <Cell className="min-w-64 align-top" lang="en">
              {description}
            </Cell>
          </Row>
        ))}
      </tbody>
    </DataTable>
  )
}
