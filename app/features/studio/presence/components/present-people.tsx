import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { usePresence } from './use-presence'

interface PresentPeopleProps {
  kind: DocumentKind
  slug: string
  /** Where in the document this page is. */
  place: 'form' | 'languages' | 'source'
  /** The version of the draft that this page knows. */
  draftVersion: number
}

/** Who else has this document open. A page that shows an older draft than was saved is refreshed. */
export function PresentPeople({ kind, slug, place, draftVersion }: PresentPeopleProps) {
  const { t } = useTranslation('studio')
  const { revalidate } = useRevalidator()
  const presence = usePresence(kind, slug, place)
  const saved = presence?.draftVersion ?? 0
  const asked = useRef(0)
  useEffect(() => {
    if (saved <= draftVersion || asked.current === saved) return
    asked.current = saved
    revalidate()
  }, [saved, draftVersion, revalidate])
  const others = presence?.others ?? []
  if (others.length === 0) return null
  return (
    <ul aria-label={t('presence.title')} className="flex flex-wrap gap-1.5">
      {others.map((other) => (
        <li
          key={other.name}
          className="inline-flex items-center gap-1.5 rounded-full bg-accent-soft px-2 py-0.5 text-xs text-accent"
        >
          <span className="size-1.5 rounded-full bg-accent" aria-hidden="true" />
          <span>{t('presence.person', { name: other.name, place: placeName(other.place, t) })}</span>
        </li>
      ))}
    </ul>
  )
}

const PLACES: readonly string[] = ['form', 'languages', 'source']

function placeName(place: string, t: (key: string) => string): string {
  return PLACES.includes(place) ? t(`editor.view.${place}`) : place
}
