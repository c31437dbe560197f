import { starterFiles } from '~/features/studio/starter/starter-files'
import type { DocumentFiles } from '~/domain/content/kinds'

/** For tests: a demo that passes its proof. */
export const soundFiles: DocumentFiles = starterFiles('demo', { slug: 'ask', title: 'Ask', locale: 'en' })

/** The same with one changed text. */
export function soundFilesWith(minutes: number): DocumentFiles {
  return { ...soundFiles, 'demo.yaml': sound().replace('minutes: 2', `minutes: ${minutes}`) }
}

/** The same with a button to a state that nothing leaves: its proof fails. */
export const deadEndFiles: DocumentFiles = {
  ...soundFiles,
  'demo.yaml': sound()
    .replace(
      '  request-form:\n    title: { en: New request',
      '  trap:\n    title: { en: Trap, zh: 陷阱, es: Trampa }\n    blocks: []\n  request-form:\n    title: { en: New request',
    )
    .replace(
      '          samples:\n            - { item: Monitor, qty: 2 }\n',
      '          samples:\n            - { item: Monitor, qty: 2 }\n      - button: { label: { en: Give up, zh: 放弃, es: Dejarlo }, send: GIVE_UP }\n',
    )
    .replace('      on:\n        SEND_REQUEST:', '      on:\n        GIVE_UP: stuck\n        SEND_REQUEST:')
    .replace(
      '    approval:\n      title',
      '    stuck: { role: employee, screen: trap, guide: requests }\n    approval:\n      title',
    ),
}

/** The same with a mistake in its source. */
export const brokenFiles: DocumentFiles = {
  ...soundFiles,
  'demo.yaml': sound().replace('NEW_REQUEST: request-form', 'NEW_REQUEST: request-frm'),
}

function sound(): string {
  return soundFiles['demo.yaml'] ?? ''
}
