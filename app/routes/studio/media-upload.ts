import { data } from '@remix-run/node'
import { takeUpload, uploadFields } from '~/features/studio/media/take-upload.server'
import type { UploadAnswer } from '~/features/studio/media/upload-answer'
import { defineAction } from '~/platform/http/define-action'

/** Takes one upload from a page that shows how far it is; answers with JSON. */
export const action = defineAction(
  {
    permission: 'documents.edit',
    fields: uploadFields,
    tooLarge: () => data<UploadAnswer>({ errors: { problem: 'too-large', locale: null } }, 413),
  },
  async ({ ctx, fields }) => {
    const answer = await takeUpload(ctx, fields)
    return data<UploadAnswer>(answer, 'to' in answer ? 200 : 422)
  },
)
