import type { DocumentView } from '~/domain/demo/screen/blocks/document'
import { classNames } from '~/ui/class-names'
import { ScrollRegion } from '~/ui/scroll-region'
import { Value } from '../value'

/** The lines of a document. They scroll sideways if needed, also by keyboard. */
export function DocumentLines({
  lines,
  label,
}: {
  lines: NonNullable<DocumentView['lines']>
  label: string
}) {
  return (
    <ScrollRegion label={label}>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line-strong">
            {lines.columns.map((column) => (
              <th
                key={column.label}
                scope="col"
                className={classNames(
                  'px-2 pb-2 text-xs font-medium text-muted first:pl-0 last:pr-0',
                  column.align === 'end' ? 'text-right' : 'text-left',
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.rows.map((cells, row) => (
            <tr key={row} className="border-b border-line">
              {cells.map((cell, index) => (
                <td
                  key={index}
                  className={classNames(
                    'px-2 py-2.5 first:pl-0 last:pr-0',
                    lines.columns[index]?.align === 'end' && 'text-right',
                  )}
                >
                  <Value view={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
