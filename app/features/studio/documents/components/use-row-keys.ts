import { useNavigate } from '@remix-run/react'
import type { RefObject } from 'react'
import { useShortcuts } from '../use-shortcuts'
import { ROW_LINK } from './document-table'

/** `/` goes to the filter, `j` and `k` move between rows, `n` begins a new document. */
export function useRowKeys(filter: RefObject<HTMLInputElement>, newDocument: string | null): void {
  const navigate = useNavigate()
  useShortcuts({
    '/': () => filter.current?.focus(),
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    ...(newDocument ? { n: () => navigate(newDocument) } : {}),
  })
}

function moveFocus(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>(`[${ROW_LINK}]`)]
  const at = rows.findIndex((row) => row === document.activeElement)
  const next = at === -1 ? (by === 1 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + by))
  rows[next]?.focus()
}
