import { useState } from 'react'
import type { Run } from '~/domain/demo/engine/run'
import type { ScreenView } from '~/domain/demo/screen/view'
import { viewLook } from '~/domain/demo/screen/view'
import type { Locale } from '~/domain/text'

/** A prospect who looks around in the product. Looking changes nothing and sends nothing. */
export interface Looking {
  /** What is looked at; null at the work. */
  look: ScreenView | null
  open: (screen: string) => void
  leave: () => void
}

/** What the prospect looks at until the next step or hint. `work` is the screen of the run. */
export function useLook(
  run: Run,
  { work, locale, hinted }: { work: ScreenView; locale: Locale; hinted: boolean },
): Looking {
  const [opened, setOpened] = useState<{ screen: string; steps: number } | null>(null)
  const isOpen = opened !== null && opened.steps === run.steps && !hinted
  return {
    look: isOpen ? viewLook(run, work, opened.screen, locale) : null,
    open: (screen) => setOpened({ screen, steps: run.steps }),
    leave: () => setOpened(null),
  }
}
