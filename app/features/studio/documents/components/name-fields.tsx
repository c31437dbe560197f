import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { newSlugProblem, NEW_SLUG_MAX } from '~/domain/content/new-slug'
import type { SlugProblem } from '~/domain/content/new-slug'
import { TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { slugFrom, spelledSlug } from '../slug-from'

/** Why an address is refused: its format, or another document has it. */
export type SlugError = SlugProblem | 'taken'

/** The server's refusals of the last attempt, by field. */
export interface NewDocumentErrors {
  title?: string
  slug?: SlugError
}

interface NameFieldsProps {
  kind: DocumentKind
  errors: NewDocumentErrors
}

/** The name of a new document and its address, which follows the name until somebody edits it. */
export function NameFields({ kind, errors }: NameFieldsProps) {
  const { t } = useTranslation('studio')
  const [slug, setSlug] = useState('')
  const [isOwn, setOwn] = useState(false)
  const [isNamed, setNamed] = useState(false)
  const slugError = useSlugError({ kind, slug, isTouched: isOwn || isNamed, refused: errors.slug })
  const named = useRef('')
  const suggest = (name: string) => {
    named.current = name
    setSlug(slugFrom(name))
    const spell = (spelled: string) => (named.current === name ? setSlug(spelled) : undefined)
    spelledSlug(name).then(spell, () => undefined)
  }
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field label={t('new.name')} errors={errors.title ? [errors.title] : undefined}>
        {(control) => (
          <TextInput
            {...control}
            name="title"
            required
            maxLength={120}
            // The form was just opened, so its first field takes the focus.
            // eslint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            autoComplete="off"
            onChange={(event) => (isOwn ? undefined : suggest(event.target.value))}
            onBlur={(event) => setNamed(event.target.value.trim() !== '')}
          />
        )}
      </Field>
      <Field
        label={t('new.slug')}
        hint={t('new.slugHint', { max: NEW_SLUG_MAX })}
        errors={slugError ? [slugError] : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            name="slug"
            required
            autoComplete="off"
            value={slug}
            onChange={(event) => {
              named.current = ''
              setOwn(event.target.value !== '')
              setSlug(event.target.value)
            }}
          />
        )}
      </Field>
    </div>
  )
}

interface SlugState {
  kind: DocumentKind
  slug: string
  /** True when an address was typed, or follows from a name. */
  isTouched: boolean
  refused: SlugError | undefined
}

/** The problem of the current address, in words, while typing; the server's refusal until the address changes. */
function useSlugError({ kind, slug, isTouched, refused }: SlugState): string | null {
  const { t } = useTranslation('studio')
  const [refusedSlug, setRefusedSlug] = useState<string | null>(null)
  const [lastRefusal, setLastRefusal] = useState(refused)
  if (refused !== lastRefusal) {
    setLastRefusal(refused)
    setRefusedSlug(refused ? slug : null)
  }
  const typed = isTouched ? newSlugProblem(kind, slug) : null
  const problem = typed ?? (refused && (refusedSlug === null || refusedSlug === slug) ? refused : null)
  if (!problem) return null
  if (problem === 'taken') return t('new.taken')
  return t(`new.slugProblem.${problem}`, { max: NEW_SLUG_MAX, count: slug.length })
}
