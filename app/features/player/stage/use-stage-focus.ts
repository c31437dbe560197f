import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '~/domain/demo/engine/run'
import type { ScreenView } from '~/domain/demo/screen/view'
import type { EarnedLine } from '../earned/use-earned'
import type { TaskItem } from '../guide/task-items'

interface Stage {
  view: ScreenView
  /** The screen that the prospect looks at, away from the work; null at the work. */
  looked: string | null
  tasks: TaskItem[]
  run: Run
  /** Id of the control that a hint points at. */
  pointed: string | null
  handedOver: boolean
  /** What to do next, in one sentence; null where it is not known. */
  next: string | null
  /** What the last step got done. */
  earned: readonly EarnedLine[]
  /** Help that is offered, in one sentence; null when none is. */
  offered: string | null
}

const HEADING = '[data-screen-heading]'
const POINTED = '[data-pointed]'

/** The screen reader announcement of a step. The same text is announced again after another step. */
export interface Announcement {
  step: number
  text: string
}

/**
 * Moves the focus to the screen's heading at the start, after a step to another screen and after another role took
 * over. Scrolls a pointed control into view. Returns what is announced besides: the screen where the focus stayed,
 * the tasks just done, those newly offered, and what to do next.
 */
export function useStageFocus({
  view,
  looked,
  tasks,
  run,
  pointed,
  handedOver,
  next,
  earned,
  offered,
}: Stage): Announcement {
  const { t } = useTranslation('player')
  const [announcement, setAnnouncement] = useState<Announcement>({ step: 0, text: '' })
  const before = useRef({
    steps: run.steps,
    place: '',
    done: tasks.filter((task) => task.done).map((task) => task.id),
    known: tasks.map((task) => task.id),
  })
  const place = `${handedOver} ${view.states.map((state) => state.id).join(' ')}`
  const screen = view.panes.map((pane) => pane.title).join(', ')

  useEffect(() => {
    const last = before.current
    const done = tasks.filter((task) => task.done)
    before.current = {
      steps: run.steps,
      place,
      done: done.map((task) => task.id),
      known: tasks.map((task) => task.id),
    }
    const moved = last.place !== place
    if (!moved && run.steps === last.steps) return
    // The scene of a new role takes the focus itself.
    const focused = !handedOver && (moved || focusIsLost()) && focusHeading(last.place !== '')
    const fresh = done.filter((task) => !last.done.includes(task.id))
    const added = tasks.filter((task) => !last.known.includes(task.id)).map((task) => task.title)
    const parts = [
      focused || handedOver ? '' : screen,
      fresh.length > 0 ? t('tasks.announce', { tasks: fresh.map(({ title }) => title).join(', ') }) : '',
      ...earned.map(({ points }) => (points > 0 ? t('earned.points', { count: points }) : '')),
      ...earned.map(({ difference }) => difference ?? ''),
      added.length > 0 ? t('tasks.offered', { tasks: added.join(', ') }) : '',
      next === null ? '' : t('coach.announce', { step: next }),
    ]
    const text = inSentences(parts)
    setAnnouncement(({ step }) => ({ step: step + 1, text }))
  }, [run, tasks, place, screen, handedOver, next, earned, t])

  const lookedBefore = useRef(looked)
  useEffect(() => {
    if (lookedBefore.current !== looked) focusHeading(true)
    lookedBefore.current = looked
  }, [looked])

  useEffect(() => {
    if (offered !== null) setAnnouncement(({ step }) => ({ step: step + 1, text: offered }))
  }, [offered])

  useEffect(() => {
    if (pointed === null) return
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = calm ? 'instant' : 'smooth'
    document.querySelector(POINTED)?.scrollIntoView({ block: 'center', behavior })
  }, [pointed])

  return announcement
}

const focusIsLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** False when the screen has no heading to take the focus. */
function focusHeading(scrolls: boolean): boolean {
  const heading = document.querySelector<HTMLElement>(HEADING)
  heading?.focus({ preventScroll: true })
  if (scrolls) heading?.scrollIntoView({ block: 'start', behavior: 'instant' })
  return heading !== null
}

/** The parts as sentences; some end with a full stop already. */
const inSentences = (parts: readonly string[]): string =>
  parts
    .filter(Boolean)
    .map((part) => (/[.。!?]$/.test(part) ? part : `${part}.`))
    .join(' ')
