import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { compileDemo } from '~/domain/demo/engine/compile'
import { offeredControls } from '~/domain/demo/screen/controls'
import { startRun, step } from '~/domain/demo/engine/run'
import { blockSchema } from '~/domain/demo/format/schema-blocks'
import { parseDemoSource } from '~/domain/demo/checks/demo-source'
import { viewScreen } from '~/domain/demo/screen/view'
import { LOCALES } from '~/domain/text'
import { parseSample } from './sample'
import { emptyDemo, sampleDemo } from './sample-demo'
import { blockSource, worldSource } from './sample-source'
import { BLOCK_KINDS, sampleText } from './samples'

const start = { plan: 'premium', seed: 'gallery', startedAt: 0 }

test.each(BLOCK_KINDS)('the sample of %s is a demo without a problem', (kind) => {
  const { problems } = parseDemoSource(stringify(sampleDemo(kind, parseSample(sampleText(kind)))))
  expect(problems).toEqual([])
})

test.each(BLOCK_KINDS)('%s is drawn in every language, with data and without', (kind) => {
  const sample = parseSample(sampleText(kind))
  const demo = sampleDemo(kind, sample)
  for (const each of [demo, emptyDemo(demo, sample)])
    for (const plan of demo.plans)
      for (const locale of LOCALES) {
        const view = viewScreen(startRun(compileDemo(each), { ...start, plan }), locale)
        expect(view.failures).toEqual([])
        expect(view.panes[0]?.blocks.map((block) => block.kind)).toEqual([kind])
        expect(JSON.stringify(view.panes)).not.toMatch(/\{[a-z]+\}|\bNaN\b|Infinity/)
      }
})

test.each(BLOCK_KINDS)('whatever %s offers is taken', (kind) => {
  const run = startRun(compileDemo(sampleDemo(kind, parseSample(sampleText(kind)))), start)
  for (const { send, samples } of offeredControls(run))
    for (const data of samples) expect(step(run, { type: send, data, at: 1 })).toMatchObject({ ok: true })
})

test.each(BLOCK_KINDS)('what an author copies of %s is that block', (kind) => {
  const text = sampleText(kind)
  const sample = parseSample(text)
  const [block, ...others] = parse(blockSource(text)) as unknown[]
  expect(others).toEqual([])
  expect(blockSchema.parse(block)).toEqual(sample.block)
  expect(parse(worldSource(text))).toEqual({ world: sample.world })
})
