import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '~/paths'
import { useDocumentName } from '../../documents/components/document-name'
import type { EditorDocument } from './document-view'

type User = EditorDocument['usedBy'][number]

/** The live documents that name this one: each with what it names and where, as links to their editors. */
export function UserList({ users }: { users: readonly User[] }) {
  const { t } = useTranslation('studio')
  const nameOf = useDocumentName()
  return (
    <ul className="grid gap-1">
      {users.map((user) => (
        <li key={`${user.kind}/${user.slug}`} className="flex flex-wrap items-baseline gap-x-2 text-sm">
          <Link
            to={paths.document(user.kind, user.slug)}
            className="font-medium underline-offset-4 hover:underline"
          >
            {nameOf(user)}
          </Link>
          <span className="text-muted">{t(`kind.${user.kind}.one`)}</span>
          <span className="text-xs text-faint">{placesOf(user, (line) => t('usedBy.line', { line }))}</span>
        </li>
      ))}
    </ul>
  )
}

/** `premium, free · demo.yaml, line 11` */
function placesOf({ ids, places }: User, tellLine: (line: number) => string): string {
  const where = places.map(({ file, line }) => (line === null ? file : `${file}, ${tellLine(line)}`))
  return [ids.join(', '), ...where].join(' · ')
}
