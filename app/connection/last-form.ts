interface Submission {
  form: HTMLFormElement
  submitter: HTMLElement | null
}

let last: Submission | null = null

/** Remembers which form was submitted, so that it can be submitted again with its current values. */
export function watchForms(): void {
  window.addEventListener(
    'submit',
    (event) => {
      if (event.target instanceof HTMLFormElement) last = { form: event.target, submitter: event.submitter }
    },
    { capture: true },
  )
}

/**
 * A function that submits the last form again, once per submission; null when the submission did not come from a form.
 */
export function takeLastForm(): (() => boolean) | null {
  const taken = last
  last = null
  return taken && (() => resubmit(taken))
}

/** False when the form is no longer on the page. */
export function resubmit({ form, submitter }: Submission): boolean {
  if (!form.isConnected) return false
  form.requestSubmit(submitter?.isConnected ? submitter : null)
  return true
}
