import { z } from 'zod'
import type { Context } from '~/platform/context/context'
import { isDomainError } from '~/domain/errors'
import { fileField } from '~/platform/http/forms/sent-field'
import { paths } from '~/paths'
import { addMedium } from './add-medium.server'
import { uploadErrors } from './upload-answer'
import type { UploadAnswer } from './upload-answer'

const words = z.string().default('')

/** The fields of the upload: the file, and what can be seen in each language. */
export const uploadFields = z.object({ file: fileField.optional(), en: words, zh: words, es: words })

/** Adds what was sent; refusals that the form shows by itself are given, others thrown. */
export async function takeUpload(
  ctx: Context,
  { file, ...alt }: z.output<typeof uploadFields>,
): Promise<UploadAnswer> {
  if (!file) return { errors: { problem: 'no-file', locale: null } }
  try {
    const input = { fileName: file.name.slice(-1_000), bytes: file.bytes, alt }
    const { name, isNew, removed } = await addMedium({ ctx, input })
    return {
      to: paths.medium(name, { added: isNew ? 'new' : 'present', removed: removed.join(' ') || undefined }),
    }
  } catch (error) {
    const errors = isDomainError(error) && error.code === 'invalid-input' ? uploadErrors(error.details) : null
    if (!errors) throw error
    return { errors }
  }
}
