import { useEffect, useRef, useState } from 'react'

/** The pause after the last key before a text is written into the draft. */
const PAUSE_MS = 300

export interface Buffered {
  value: string
  onChange: (event: { target: { value: string } }) => void
  onBlur: () => void
}

/** A text that is written into the draft shortly after the last key, and at once when the field is left. */
export function useBuffered(value: string, write: (text: string) => void): Buffered {
  const [typed, setTyped] = useState<string | null>(null)
  const latest = useRef({ typed, write, value })
  latest.current = { typed, write, value }
  const flush = useRef(() => {
    const { current } = latest
    if (current.typed !== null && current.typed !== current.value) current.write(current.typed)
    latest.current = { ...current, typed: null }
    setTyped(null)
  }).current
  useEffect(() => {
    if (typed === null) return
    const timer = setTimeout(flush, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, flush])
  // What was typed is kept when the field goes away before the pause ends.
  useEffect(() => flush, [flush])
  return { value: typed ?? value, onChange: (event) => setTyped(event.target.value), onBlur: flush }
}
