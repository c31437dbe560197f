import type { TFunction } from 'i18next'
import type { Locale } from '~/domain/text'
import { localize } from '~/domain/text'
import type { PlayerHandle } from '../stage/use-player'
import type { ChapterItem } from './chapter-items'

type Context = PlayerHandle['state']['context']

/** What a jump did, in words; empty without one. */
export function jumpWords(
  t: TFunction<'player'>,
  { jump, run }: Pick<Context, 'jump' | 'run'>,
  { items, planName, locale }: { items: readonly ChapterItem[]; planName: string; locale: Locale },
): string {
  if (jump === null) return ''
  if (jump.shown === null) return t('chapter.unreached')
  const state = run.compiled.states.get(run.lastState)
  const at = localize(state?.title ?? {}, locale) || run.lastState
  if ('trial' in jump.goal) {
    const carried = t('chapter.carried', { count: jump.shown, plan: planName, state: at })
    return jump.stopped === null ? carried : `${carried} ${stopWords(t, jump.stopped, planName)}`
  }
  const role = items.find(({ place }) => place === 'current')?.roleName
  return role
    ? t('chapter.jumped', { count: jump.shown, role })
    : t('chapter.there', { count: jump.shown, state: at })
}

function stopWords(
  t: TFunction<'player'>,
  stopped: NonNullable<NonNullable<Context['jump']>['stopped']>,
  plan: string,
): string {
  if (stopped.needs !== null) return t('chapter.stop.locked', { plan })
  return t(stopped.code === 'other-work' ? 'chapter.stop.other' : 'chapter.stop.absent', { plan })
}
