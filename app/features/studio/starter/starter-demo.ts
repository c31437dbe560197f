import type { Locale } from '~/domain/text'

interface Beginning {
  slug: string
  title: string
  locale: Locale
  /** Languages in which the title is written, in the same words; `locale` alone when absent. */
  locales?: readonly Locale[]
}

/** A demo that passes its proof: ask for something, approve it. Its author replaces it piece by piece. */
export function starterDemo({ slug, title, locale, locales = [locale] }: Beginning): string {
  const titles = locales.map((one) => `${one}: ${JSON.stringify(title)}`)
  return SOURCE.replace('{slug}', slug).replace('{title}', () => titles.join(', '))
}

const SOURCE = `format: foyer/1
slug: {slug}
title: { {title} }
summary:
  en: Ask for something and get it approved.
  zh: 提出申请，得到批准。
  es: Pida algo y consiga que lo aprueben.
scenario: services
minutes: 2
plans: [free, premium]

# The simulated product: its name and its side navigation.
product:
  name: Acme
  currency: USD
  nav:
    - { id: requests, label: { en: Requests, zh: 申请, es: Solicitudes }, icon: inbox }

# Who acts. Each state names the role whose turn it is.
roles:
  employee: { name: { en: Employee, zh: 员工, es: Empleado }, person: Lin }
  manager: { name: { en: Manager, zh: 经理, es: Responsable }, person: Ana }

statuses:
  open: { label: { en: Open, zh: 待批准, es: Abierta }, tone: warning }
  approved: { label: { en: Approved, zh: 已批准, es: Aprobada }, tone: success }

# The data of one trial, private to it.
world:
  requests: []

screens:
  requests:
    title: { en: Requests, zh: 申请, es: Solicitudes }
    nav: requests
    blocks:
      - button:
          label: { en: New request, zh: 新建申请, es: Nueva solicitud }
          send: NEW_REQUEST
          tone: primary
  request-form:
    title: { en: New request, zh: 新建申请, es: Nueva solicitud }
    nav: requests
    blocks:
      - form:
          send: SEND_REQUEST
          submit: { en: Send, zh: 提交, es: Enviar }
          fields:
            - { name: item, kind: text, required: true, max: 60, label: { en: What, zh: 物品, es: Qué } }
            - { name: qty, kind: number, required: true, min: 1, max: 99, label: { en: How many, zh: 数量, es: Cuánto } }
          samples:
            - { item: Monitor, qty: 2 }
  request:
    title: { en: Request, zh: 申请, es: Solicitud }
    nav: requests
    blocks:
      - table:
          rows: world.requests
          columns:
            - { label: { en: What, zh: 物品, es: Qué }, value: row.item }
            - { label: { en: How many, zh: 数量, es: Cuánto }, value: row.qty, format: number }
            - { label: { en: Status, zh: 状态, es: Estado }, value: row.status, format: status }
      - button:
          if: world.requests.exists(r, r.status == 'open')
          label: { en: Approve, zh: 批准, es: Aprobar }
          send: APPROVE
          tone: primary

machine:
  initial: requests
  states:
    requests:
      title: { en: Requests, zh: 申请列表, es: Solicitudes }
      role: employee
      screen: requests
      guide: requests
      on: { NEW_REQUEST: request-form }
    request-form:
      title: { en: New request, zh: 新建申请, es: Nueva solicitud }
      role: employee
      screen: request-form
      guide: request-form
      on:
        SEND_REQUEST:
          do:
            - { append: world.requests, item: { id: newId(), item: event.item, qty: event.qty, status: "'open'" } }
          to: approval
    approval:
      title: { en: Approval, zh: 审批, es: Aprobación }
      role: manager
      screen: request
      guide: approval
      on:
        APPROVE:
          do:
            - { patch: world.requests, where: row.status == 'open', with: { status: "'approved'" } }
          to: approved
    approved:
      title: { en: Approved, zh: 已批准, es: Aprobada }
      role: manager
      screen: request
      guide: approved
      final: success

tasks:
  ask:
    title: { en: Ask for something, zh: 提出申请, es: Pedir algo }
    done: world.requests.size() > 0
    weight: 50
  approve:
    title: { en: Approve it, zh: 批准申请, es: Aprobarlo }
    done: world.requests.exists(r, r.status == 'approved')
    weight: 50

score: { hint: -5, detour: -2 }
`
