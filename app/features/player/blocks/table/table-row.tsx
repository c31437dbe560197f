import type { ColumnView, RowView } from '~/domain/demo/screen/blocks/table'
import { classNames } from '~/ui/class-names'
import { tableRoles } from '~/ui/table-roles'
import { pointsAt } from '../../stage/points-at'
import { ProductButton } from '../../stage/components/product-button'
import { useScreen } from '../../stage/components/screen-context'
import { Value } from '../value'
import { PickButton } from '../pick-button'

interface TableRowProps {
  row: RowView
  columns: ColumnView[]
  hasActions: boolean
  /** Tips on the actions are shown in one row only. */
  withTips: boolean
}

const CELL =
  'flex justify-between gap-4 py-1 @xl:table-cell @xl:border-b @xl:border-line @xl:px-3 @xl:py-2.5 @xl:align-middle'

/** One row. A row that can be picked is one large target: its first value is the button, which covers the whole row. */
export function TableRow({ row, columns, hasActions, withTips }: TableRowProps) {
  const { interactive, pointer } = useScreen()
  const pointed = row.pick !== null && pointsAt(pointer, row.pick)
  return (
    <tr
      {...tableRoles.row}
      data-pointed={pointed || undefined}
      className={classNames(
        'relative block border-b border-line px-4 py-3 last:border-0 @xl:table-row @xl:border-0',
        row.pick && interactive && 'hover:bg-canvas',
        pointed && 'hint-ring -outline-offset-2!',
      )}
    >
      {row.cells.map((cell, index) => (
        <td
          key={index}
          {...tableRoles.cell}
          data-label={columns[index]?.label}
          className={classNames(
            CELL,
            'first:font-medium @xl:first:pl-4 @xl:last:pr-4',
            index > 0 && 'before:text-muted before:content-[attr(data-label)] @xl:before:content-none',
            columns[index]?.align === 'end' && '@xl:text-right',
          )}
        >
          {index === 0 && row.pick ? <PickButton action={row.pick} view={cell} /> : <Value view={cell} />}
        </td>
      ))}
      {hasActions ? (
        <td
          {...tableRoles.cell}
          className="flex flex-wrap gap-2 pt-2 @xl:table-cell @xl:border-b @xl:border-line @xl:px-3 @xl:py-1.5 @xl:text-right @xl:whitespace-nowrap"
        >
          {row.actions.map((action) => (
            <ProductButton key={action.id} action={action} size="small" tip={withTips} />
          ))}
        </td>
      ) : null}
    </tr>
  )
}
