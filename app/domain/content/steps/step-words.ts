import type { Locale } from '~/domain/text'

interface StepWords {
  /** The name of the only page of the product. */
  work: string
  what: string
  who: string
  nothing: string
  /** The first guide. */
  begin: string
  press: string
}

/** The words that a demo made of a list of steps has beside those of the list. */
export const STEP_WORDS: Record<Locale, StepWords> = {
  en: {
    work: 'Work',
    what: 'Done so far',
    who: 'By',
    nothing: 'Nothing has been done yet.',
    begin: 'It begins here.',
    press: 'Press **{action}**.',
  },
  es: {
    work: 'Trabajo',
    what: 'Hecho hasta ahora',
    who: 'Por',
    nothing: 'Aún no se ha hecho nada.',
    begin: 'Empieza aquí.',
    press: 'Pulse **{action}**.',
  },
  zh: {
    work: '工作',
    what: '已完成',
    who: '由谁',
    nothing: '还没有做任何事。',
    begin: '从这里开始。',
    press: '点击**{action}**。',
  },
}
