import type { KeyboardEvent, ReactNode } from 'react'
import { useId, useRef, useState } from 'react'

export interface TabItem {
  id: string
  label: ReactNode
  content: ReactNode
}

interface TabsProps {
  items: TabItem[]
  label: string
  value?: string
  onChange?: (id: string) => void
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/**
 * Several views of one thing, one at a time; arrow keys move between them. For pages with their own address use links.
 * Not Radix's tabs: on the server these write style attributes, which our Content-Security-Policy refuses.
 */
export function Tabs({ items, label, value, onChange }: TabsProps) {
  const base = useId()
  const list = useRef<HTMLDivElement>(null)
  const [own, setOwn] = useState(items[0]?.id)
  const chosen = value ?? own
  const at = Math.max(
    0,
    items.findIndex((item) => item.id === chosen),
  )
  const choose = (id: string) => {
    setOwn(id)
    onChange?.(id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const next = STEPS[event.key]?.(at, items.length)
    const item = next === undefined ? undefined : items[next]
    if (!item) return
    event.preventDefault()
    choose(item.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next ?? 0]?.focus()
  }
  const open = items[at]
  return (
    <div>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex gap-5 overflow-x-auto border-b border-line"
      >
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${base}-${item.id}`}
            aria-selected={item === open}
            aria-controls={`${base}-panel`}
            tabIndex={item === open ? 0 : -1}
            onClick={() => choose(item.id)}
            className="-mb-px min-h-10 border-b-2 border-transparent text-sm font-medium whitespace-nowrap text-muted -outline-offset-2 hover:text-ink aria-selected:border-accent aria-selected:text-ink"
          >
            {item.label}
          </button>
        ))}
      </div>
      <div
        key={open?.id}
        id={`${base}-panel`}
        role="tabpanel"
        aria-labelledby={`${base}-${open?.id}`}
        className="pt-4"
      >
        {open?.content}
      </div>
    </div>
  )
}
