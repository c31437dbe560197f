import type { TraceEvent } from '~/domain/demo/engine/trace'
import type { Run } from '~/domain/demo/engine/run'
import type { Locale } from '~/domain/text'
import type { RemarkKind } from '~/domain/trial/remark'
import type { Random } from './random'

const WORDS: Record<RemarkKind, Record<Locale, string[]>> = {
  confusing: {
    en: [
      'Which field matters here?',
      'I do not see which button comes next.',
      'Too many fields. Which are required?',
    ],
    zh: ['这里哪个字段重要？', '看不出下一步点哪个按钮。', '字段太多，哪些必填？'],
    es: [
      '¿Qué campo importa aquí?',
      'No veo qué botón viene después.',
      'Demasiados campos. ¿Cuáles son obligatorios?',
    ],
  },
  wrong: {
    en: ['The total looks wrong.', 'Our total is rounded differently.', 'This date is in the past.'],
    zh: ['合计好像不对。', '我们的合计舍入方式不同。', '这个日期已经过去了。'],
    es: ['El total parece incorrecto.', 'Nuestro total se redondea de otra forma.', 'Esta fecha ya pasó.'],
  },
  great: {
    en: ['This saves us an hour a day.', 'Exactly the overview we need.', 'No typing at all, good.'],
    zh: ['每天能省一个小时。', '正是我们要的总览。', '完全不用手工输入，好。'],
    es: ['Esto nos ahorra una hora al día.', 'Justo el resumen que necesitamos.', 'Sin teclear nada, bien.'],
  },
}

const SEARCHES: Record<Locale, string[]> = {
  en: [
    'import from excel',
    'price for 20 people',
    'score',
    'stop and come back',
    'sap connection',
    'privacy',
  ],
  zh: ['从Excel导入', '20人的价格', '分数', '怎么中断再继续', '对接用友', '保存什么'],
  es: [
    'importar de excel',
    'precio para 20 personas',
    'puntuación',
    'parar y volver',
    'conexión con sap',
    'privacidad',
  ],
}

/** What a simulated prospect says at one moment of a trial. */
export interface SimulatedRemark {
  kind: RemarkKind
  text: string
  state: string
  seq: number
  at: number
}

/** Mostly where they were stuck, or at a step that they liked; null for most. */
export function remarkOf(
  end: Run,
  events: readonly TraceEvent[],
  { locale, random }: { locale: Locale; random: Random },
): SimulatedRemark | null {
  const isStuck = end.outcome !== 'success'
  if (!random.chance(isStuck ? 0.3 : 0.18)) return null
  const place = isStuck ? end.path.length - 1 : random.whole(0, end.path.length - 1)
  const state = end.path[place]
  const at = end.pathAt[place]
  if (state === undefined || at === undefined) return null
  const kind = random.pick<RemarkKind>(
    isStuck
      ? [
          ['confusing', 3],
          ['wrong', 1],
        ]
      : [
          ['great', 3],
          ['wrong', 1],
          ['confusing', 1],
        ],
  )
  const text = random.chance(0.7) ? random.one(WORDS[kind][locale]) : ''
  return { kind, text, state, seq: events.filter((event) => event.at <= at).length, at }
}

/** What somebody types into the search of the help; null for most. */
export const searchOf = (locale: Locale, random: Random): string | null =>
  random.chance(0.12) ? random.one(SEARCHES[locale]) : null
