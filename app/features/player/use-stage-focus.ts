import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Run } from '~/domain/demo/run'
import type { ScreenView } from '~/domain/demo/view'
import type { TaskItem } from './task-items'

interface Stage {
  view: ScreenView
  tasks: TaskItem[]
  run: Run
  /** Id of the control that a hint points at. */
  pointed: string | null
  handedOver: boolean
}

const HEADING = '[data-screen-heading]'
const POINTED = '[data-pointed]'

/**
 * After a step that leads to another screen the focus goes to its heading, and a pointed control comes into view.
 * Gives what a screen reader should hear: the new screen, the tasks just done and those newly offered.
 */
export function useStageFocus({ view, tasks, run, pointed, handedOver }: Stage): string {
  const { t } = useTranslation('player')
  const [announcement, setAnnouncement] = useState('')
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
    if (last.place === '' || run.steps === last.steps || handedOver) return
    const fresh = done.filter((task) => !last.done.includes(task.id)).map((task) => task.title)
    const offered = tasks.filter((task) => !last.known.includes(task.id)).map((task) => task.title)
    const moved = last.place !== place
    setAnnouncement(
      [
        moved ? screen : '',
        fresh.length > 0 ? t('tasks.announce', { tasks: fresh.join(', ') }) : '',
        offered.length > 0 ? t('tasks.offered', { tasks: offered.join(', ') }) : '',
      ]
        .filter(Boolean)
        .join('. '),
    )
    if (!moved && document.activeElement !== document.body) return
    document.querySelector<HTMLElement>(HEADING)?.focus({ preventScroll: true })
    document.querySelector(HEADING)?.scrollIntoView({ block: 'start', behavior: 'instant' })
  }, [run, tasks, place, screen, handedOver, t])

  useEffect(() => {
    if (pointed === null) return
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = calm ? 'instant' : 'smooth'
    document.querySelector(POINTED)?.scrollIntoView({ block: 'center', behavior })
  }, [pointed])

  return announcement
}
