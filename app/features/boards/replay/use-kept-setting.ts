import { useEffect, useState } from 'react'

/** A setting that this browser keeps, in texts. The first rendering shows the usual one, as the server does. */
export function useKeptSetting(name: string, usual: string): [string, (value: string) => void] {
  const [value, setValue] = useState(usual)
  useEffect(() => setValue(readKept(name) ?? usual), [name, usual])
  return [
    value,
    (next) => {
      setValue(next)
      keep(name, next)
    },
  ]
}

/** A browser may refuse to keep anything. */
function readKept(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value)
  } catch {
    // It then holds for this page alone.
  }
}
