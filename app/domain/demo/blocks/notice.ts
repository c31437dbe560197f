import type { Tone } from '../schema-values'
import type { BlockViewBase } from './shared'

export type NoticeView = BlockViewBase & { kind: 'notice'; tone: Tone; text: string; feature: string | null }
