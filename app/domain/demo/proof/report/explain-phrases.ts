import type { Locale } from '~/domain/text'
import { formatValue } from '../../screen/format-value'

/** The words for a step in one locale. Names come already quoted by `quote`. */
export type Phrases = {
  quote: (name: string) => string
  list: (items: string[]) => string
  set: (label: string, value: string) => string
  number: (value: number) => string
  date: (value: string) => string
  yes: string
  no: string
  empty: string
  press: (label: string) => string
  fill: (fields: string, label: string) => string
  choose: (row: string, list: string) => string
  pressInRow: (label: string, row: string) => string
  pressOnCard: (label: string, card: string) => string
  answer: (label: string) => string
  pressPicture: (label: string) => string
  as: (role: string) => string
  on: (screen: string) => string
  /** Joins who, where and what. */
  sentence: (parts: string[]) => string
}

const en: Phrases = {
  quote: (name) => `“${name}”`,
  list: (items) => items.join(', '),
  set: (label, value) => `${label}: ${value}`,
  number: (value) => formatValue(value, 'number', 'en', ''),
  date: (value) => formatValue(value, 'date', 'en', ''),
  yes: 'yes',
  no: 'no',
  empty: 'nothing',
  press: (label) => `press ${label}`,
  fill: (fields, label) => `fill in ${fields} and press ${label}`,
  choose: (row, list) => `choose ${row} in ${list}`,
  pressInRow: (label, row) => `press ${label} in the row ${row}`,
  pressOnCard: (label, card) => `press ${label} on the card ${card}`,
  answer: (label) => `answer ${label}`,
  pressPicture: (label) => `press ${label} on the picture`,
  as: (role) => `as ${role}`,
  on: (screen) => `on ${screen}`,
  sentence: (parts) => capitalize(parts.join(', ')),
}

const zh: Phrases = {
  quote: (name) => `“${name}”`,
  list: (items) => items.join('、'),
  set: (label, value) => `${label}：${value}`,
  number: (value) => formatValue(value, 'number', 'zh', ''),
  date: (value) => formatValue(value, 'date', 'zh', ''),
  yes: '是',
  no: '否',
  empty: '空',
  press: (label) => `点击${label}`,
  fill: (fields, label) => `填写${fields}，然后点击${label}`,
  choose: (row, list) => `在${list}中选择${row}`,
  pressInRow: (label, row) => `在${row}一行点击${label}`,
  pressOnCard: (label, card) => `在${card}卡片上点击${label}`,
  answer: (label) => `回复${label}`,
  pressPicture: (label) => `点击图片上的${label}`,
  as: (role) => `以${role}身份`,
  on: (screen) => `在${screen}界面`,
  sentence: (parts) => parts.join('，'),
}

const es: Phrases = {
  quote: (name) => `«${name}»`,
  list: (items) => items.join(', '),
  set: (label, value) => `${label}: ${value}`,
  number: (value) => formatValue(value, 'number', 'es', ''),
  date: (value) => formatValue(value, 'date', 'es', ''),
  yes: 'sí',
  no: 'no',
  empty: 'nada',
  press: (label) => `pulse ${label}`,
  fill: (fields, label) => `rellene ${fields} y pulse ${label}`,
  choose: (row, list) => `elija ${row} en ${list}`,
  pressInRow: (label, row) => `pulse ${label} en la fila ${row}`,
  pressOnCard: (label, card) => `pulse ${label} en la tarjeta ${card}`,
  answer: (label) => `responda ${label}`,
  pressPicture: (label) => `pulse ${label} en la imagen`,
  as: (role) => `como ${role}`,
  on: (screen) => `en ${screen}`,
  sentence: (parts) => capitalize(parts.join(', ')),
}

export const PHRASES: Record<Locale, Phrases> = { en, zh, es }

function capitalize(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
