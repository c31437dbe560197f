import type { Locator, Page } from '@playwright/test'
import { expect, staffState, test } from '#tests/support/fixtures'
import { brokenFiles, soundFilesWith, deadEndFiles } from '#tests/support/studio-demos'
import type { DocumentFiles } from '~/domain/content/kinds'

/** A browser without a session: contexts made by the fixture would inherit the staff cookies. */
const STRANGER = { cookies: [], origins: [] }

test.use({ storageState: ({}, use) => use(staffState()) })

/** Replaces the open file by another text, as an author who selects all and pastes. */
async function replaceSource(page: Page, files: DocumentFiles) {
  await page.getByRole('link', { name: 'Source', exact: true }).click()
  const editor = page.getByRole('textbox', { name: 'Text of demo.yaml' })
  // Before hydration, keys do not reach the editor and select the page.
  await expect(async () => {
    await editor.click()
    await page.keyboard.press('ControlOrMeta+a')
    expect(await editor.evaluate(holdsSelection)).toBe(true)
  }).toPass()
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, files['demo.yaml'] ?? '')
}

function holdsSelection(element: HTMLElement | SVGElement): boolean {
  const { anchorNode = null, focusNode = null } = document.getSelection() ?? {}
  return element.contains(anchorNode) && element.contains(focusNode)
}

/** Puts the cursor behind the last word, which the editor draws then. */
async function toTheEnd(page: Page, editor: Locator) {
  await expect(async () => {
    await editor.click()
    await page.keyboard.press('ControlOrMeta+End')
    expect(await editor.evaluate(holdsSelection)).toBe(true)
  }).toPass()
}

async function save(page: Page) {
  await page.keyboard.press('ControlOrMeta+s')
  await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
}

async function confirmPublish(page: Page) {
  await page.getByRole('button', { name: 'Publish…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Publish/ })
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click()
  return dialog
}

async function statusOf(page: Page, address: string) {
  const answer = await page.goto(address)
  return answer?.status()
}

async function fromMore(page: Page, item: string, confirm: string) {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await page.getByRole('dialog').getByRole('button', { name: confirm, exact: true }).click()
}

test.describe('an operator', () => {
  // The test requests the retired demo on purpose.
  test.use({ expectedProblems: [/status of (410|422)/] })

  test('authors, corrects, publishes, retires and brings back a demo while the center runs', async ({
    page,
    browser,
  }) => {
    await page.goto('/studio/demo')
    await page.getByRole('link', { name: 'New demo' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Ask')
    await page.getByRole('radio', { name: 'A small example' }).check()
    await page.getByRole('button', { name: 'Create' }).click()
    await expect(page).toHaveURL(/\/studio\/demo\/ask$/)

    await replaceSource(page, brokenFiles)
    const problem = page.getByRole('tabpanel').getByText(/request-frm/)
    await expect(problem.first()).toBeVisible()
    await expect(
      page
        .getByRole('tabpanel')
        .getByText(/request-form/)
        .first(),
    ).toBeVisible()

    await replaceSource(page, deadEndFiles)
    await save(page)
    const refused = await confirmPublish(page)
    await expect(refused.getByText('Not published: the proof failed')).toBeVisible()
    await expect(refused.getByText(/press “Give up”/).first()).toBeVisible()
    await page.keyboard.press('Escape')

    await replaceSource(page, soundFilesWith(3))
    await save(page)
    await confirmPublish(page)
    await expect(page.getByText('Revision 1 is live')).toBeVisible()

    const visitor = await browser.newContext({ storageState: STRANGER })
    const center = await visitor.newPage()
    await center.goto('/demos/ask')
    await expect(center.getByRole('heading', { level: 1 })).toBeVisible()
    await center.getByRole('button', { name: 'Start the trial' }).click()
    await expect(center).toHaveURL(/\/try\//)
    const running = center.url()

    await page.reload()
    await replaceSource(page, soundFilesWith(4))
    await save(page)
    await confirmPublish(page)
    await expect(page.getByText('Revision 2 is live')).toBeVisible()
    await expect(async () => {
      await center.goto('/demos/ask')
      await expect(center.getByText('4 minutes').first()).toBeVisible({ timeout: 1000 })
    }).toPass()

    await page.reload()
    await fromMore(page, 'Retire…', 'Retire')
    await expect(page.getByText('Retired').first()).toBeVisible()
    await expect.poll(() => statusOf(center, '/demos/ask')).toBe(410)
    expect(await statusOf(center, running)).toBe(200)

    await fromMore(page, 'Restore…', 'Restore')
    await expect.poll(() => statusOf(center, '/demos/ask')).toBe(200)
    await visitor.close()
  })

  test('previews a draft without sending anything', async ({ page }) => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') sent.push(request.url())
    })
    await page.goto('/studio/demo/order-to-cash/preview')
    await expect(page.getByText('Nothing you do here is sent or counted.')).toBeVisible()
    await page.getByRole('button', { name: 'New order', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Save order' })).toBeVisible()
    expect(sent).toEqual([])
  })
})

test.describe('whose session has ended', () => {
  test.use({ expectedProblems: [/status of 401 .*getting-started\.data/] })

  test('keeps what was written, is told so, and saves it once signed in again', async ({ page, context }) => {
    await page.goto('/studio/help/getting-started?file=en.mdx')
    const editor = page.getByRole('textbox', { name: /^Text of/ })
    await toTheEnd(page, editor)
    await page.keyboard.type('Kept words.')
    const cookies = await context.cookies()
    await context.clearCookies()
    const notice = page.getByRole('alert').filter({ hasText: 'You are signed out' })
    await page.keyboard.press('ControlOrMeta+s')
    await expect(notice).toContainText('What you typed is still here')
    await expect(editor).toContainText('Kept words.')
    await context.addCookies(cookies)
    await notice.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toBeVisible()
    await page.reload()
    await toTheEnd(page, editor)
    await expect(editor).toContainText('Kept words.')
  })
})

test('the studio is closed to strangers and to those whose role does not include it', async ({ browser }) => {
  const context = await browser.newContext({ storageState: STRANGER })
  const page = await context.newPage()
  await page.goto('/studio')
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fstudio/)
  await context.close()
})
