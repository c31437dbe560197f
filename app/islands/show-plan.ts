/** Shows what belongs to the chosen plan in place of what belongs to another. */
export function showPlan(): void {
  document.addEventListener('change', show)
  // A browser that returns to the page restores the choice without telling.
  window.addEventListener('pageshow', () => {
    const chosen = document.querySelector('input[data-shows]:checked')
    if (chosen) show({ target: chosen })
  })
}

function show({ target }: Pick<Event, 'target'>): void {
  if (!(target instanceof HTMLInputElement) || target.dataset.shows === undefined) return
  for (const part of document.querySelectorAll<HTMLElement>('[data-plan]')) {
    part.hidden = part.dataset.plan !== target.value
  }
}
