import type { Run } from '~/domain/demo/engine/run'
import type { Locale } from '~/domain/text'
import type { Random } from './random'

/** The parts of a trial that an opinion depends on. */
type Story = 'smooth' | 'handwork' | 'helped' | 'gave-up'

const COMMENTS: Record<Story, Record<Locale, string[]>> = {
  smooth: {
    en: [
      'Clear from the first click. I showed it to a colleague.',
      'Finally something that shows the whole way and not only one form.',
      'Most of it happens by itself. That is what we are missing.',
    ],
    zh: [
      '从第一步就很清楚，已经发给同事看了。',
      '终于看到整个流程，而不只是一张表单。',
      '大部分步骤自动完成，这正是我们缺的。',
    ],
    es: [
      'Claro desde el primer clic. Se lo enseñé a un compañero.',
      'Por fin se ve todo el camino y no solo un formulario.',
      'Casi todo se hace solo. Es lo que nos falta.',
    ],
  },
  handwork: {
    en: ['It works, but much of it is typed by hand.', 'Good to see every step. There are many, though.'],
    zh: ['能用，但很多要手工输入。', '每一步都看得清楚，就是步骤有点多。'],
    es: ['Funciona, pero mucho se hace a mano.', 'Está bien ver cada paso, aunque son muchos.'],
  },
  helped: {
    en: ['I needed “Show me” more than once.', 'I got there in the end, with help.'],
    zh: ['我好几次都要点“提示我”。', '最后做完了，不过靠了提示。'],
    es: ['Tuve que pedir ayuda más de una vez.', 'Al final lo conseguí, con ayuda.'],
  },
  'gave-up': {
    en: ['I did not find what to do next.', 'Too long for a first look.'],
    zh: ['不知道接下来该做什么。', '第一次看，有点太长了。'],
    es: ['No encontré qué hacer a continuación.', 'Demasiado largo para un primer vistazo.'],
  },
}

/** The average number of stars; chance moves it by about one. */
const STARS: Record<Story, number> = { smooth: 4.5, handwork: 3.9, helped: 3.3, 'gave-up': 2.2 }

const MANY_HINTS = 2

/**
 * The rating after a trial, or null: most visitors who give up leave none. It depends on what happened in the
 * trial.
 */
export function opinionOf(
  end: Run,
  locale: Locale,
  random: Random,
): { stars: number; comment: string } | null {
  const story = storyOf(end)
  if (!random.chance(story === 'gave-up' ? 0.08 : 0.46)) return null
  const stars = Math.max(1, Math.min(5, Math.round(STARS[story] + (random.next() + random.next() - 1) * 1.2)))
  return { stars, comment: random.chance(0.35) ? random.one(COMMENTS[story][locale]) : '' }
}

function storyOf(end: Run): Story {
  if (end.outcome !== 'success') return 'gave-up'
  if (end.hints >= MANY_HINTS) return 'helped'
  return end.plan === 'free' ? 'handwork' : 'smooth'
}
