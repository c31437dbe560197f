import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { DocumentKind } from '~/domain/content/kinds'
import { paths } from '~/paths'
import { Button } from '~/ui/button'
import { SelectInput, TextArea, TextInput } from '~/ui/controls'
import { Field } from '~/ui/field'
import { When } from '~/ui/when'
import type { PageComment, ShownReviews } from '../shown-reviews'

interface CommentPartProps {
  reviews: ShownReviews
  document: { kind: DocumentKind; slug: string }
  canEdit: boolean
}

/** What was said of places in the draft, the open ones first. */
export function CommentPart({ reviews: { comments, files }, document, canEdit }: CommentPartProps) {
  const { t } = useTranslation('review')
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null)
  const settled = comments.filter(({ resolvedAt }) => resolvedAt !== null)
  return (
    <section className="grid gap-4" aria-labelledby="comment-part">
      <h2 id="comment-part" className="text-title">
        {t('comment.title')}
      </h2>
      {comments.length === 0 ? <p className="text-sm text-muted">{t('comment.none')}</p> : null}
      <CommentList comments={open} document={document} canEdit={canEdit} />
      {settled.length > 0 ? (
        <details>
          <summary className="w-fit text-sm text-muted hover:text-ink">
            {t('comment.settled', { count: settled.length })}
          </summary>
          <div className="mt-3">
            <CommentList comments={settled} document={document} canEdit={false} />
          </div>
        </details>
      ) : null}
      {canEdit ? <CommentForm key={comments.length} files={files} /> : null}
    </section>
  )
}

function CommentList({
  comments,
  document,
  canEdit,
}: { comments: PageComment[] } & Omit<CommentPartProps, 'reviews'>) {
  const { t } = useTranslation('review')
  return (
    <ul className="grid gap-3">
      {comments.map(({ id, file, line, quote, words, at, byName }) => (
        <li key={id} className="grid gap-1 border-l-2 border-line-strong pl-3 text-sm">
          <p className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
            <span className="font-medium text-ink">{byName}</span>
            <When at={at} className="tabular-nums" />
            <Link to={paths.document(document.kind, document.slug, { file })} className="underline">
              {line === null ? file : `${file}:${line}`}
            </Link>
          </p>
          {quote ? <p className="truncate font-mono text-xs text-muted">{quote}</p> : null}
          <p className="break-words whitespace-pre-line">{words}</p>
          {canEdit ? (
            <Form method="post">
              <input type="hidden" name="commentId" value={id} />
              <Button
                type="submit"
                name="intent"
                value="resolve"
                size="small"
                tone="quiet"
                className="-ml-2.5"
              >
                {t('comment.settle')}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function CommentForm({ files }: { files: string[] }) {
  const { t } = useTranslation('review')
  return (
    <Form method="post" className="grid max-w-xl gap-3">
      <div className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field label={t('comment.file')}>
          {(control) => (
            <SelectInput {...control} name="file">
              {files.map((file) => (
                <option key={file}>{file}</option>
              ))}
            </SelectInput>
          )}
        </Field>
        <Field label={t('comment.line')}>
          {(control) => <TextInput {...control} name="line" type="number" min={1} inputMode="numeric" />}
        </Field>
      </div>
      <Field label={t('comment.words')}>
        {(control) => <TextArea {...control} name="words" rows={2} required maxLength={2000} />}
      </Field>
      <Button type="submit" name="intent" value="comment" className="w-fit">
        {t('comment.add')}
      </Button>
    </Form>
  )
}
