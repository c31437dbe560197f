import { LOCALES } from '~/domain/text'
import type { Locale, Text } from '~/domain/text'
import type { ListedStep } from './parse-steps'
import type { StepsBeginning } from './demo-of-steps'

/** One step of a template in three languages. */
interface TemplateStep {
  role: Record<Locale, string>
  action: Record<Locale, string>
  result: Record<Locale, string>
  /** Done only on the smallest plan, because the larger ones do it by themselves. */
  isByHand?: true
}

interface DemoTemplate {
  id: 'order' | 'approval' | 'onboarding' | 'support' | 'subscription'
  about: { title: Text; summary: Text }
  /** The steps in three languages, for a demo with these plans. */
  steps: (plans: readonly string[]) => StepsBeginning['steps']
}

const ORDER: TemplateStep[] = [
  {
    role: { en: 'Sales', es: 'Ventas', zh: '销售' },
    action: { en: 'Save the order', es: 'Guardar el pedido', zh: '保存订单' },
    result: { en: 'The order is saved', es: 'El pedido está guardado', zh: '订单已保存' },
  },
  {
    role: { en: 'Warehouse', es: 'Almacén', zh: '仓库' },
    action: { en: 'Check the stock by hand', es: 'Revisar las existencias a mano', zh: '手工核对库存' },
    result: {
      en: 'The stock is checked by hand',
      es: 'Las existencias se han revisado a mano',
      zh: '库存已手工核对',
    },
    isByHand: true,
  },
  {
    role: { en: 'Warehouse', es: 'Almacén', zh: '仓库' },
    action: { en: 'Pack the goods', es: 'Preparar la mercancía', zh: '打包货物' },
    result: { en: 'The goods are packed', es: 'La mercancía está preparada', zh: '货物已打包' },
  },
  {
    role: { en: 'Warehouse', es: 'Almacén', zh: '仓库' },
    action: { en: 'Hand over to the carrier', es: 'Entregar al transportista', zh: '交给承运商' },
    result: { en: 'The goods are on their way', es: 'La mercancía va de camino', zh: '货物已在途中' },
  },
  {
    role: { en: 'Sales', es: 'Ventas', zh: '销售' },
    action: { en: 'Confirm the delivery', es: 'Confirmar la entrega', zh: '确认送达' },
    result: { en: 'The customer has the goods', es: 'El cliente tiene la mercancía', zh: '客户已收到货物' },
  },
]

const APPROVAL: TemplateStep[] = [
  {
    role: { en: 'Employee', es: 'Empleado', zh: '员工' },
    action: { en: 'Send the request', es: 'Enviar la solicitud', zh: '提交申请' },
    result: {
      en: 'The request is with the manager',
      es: 'La solicitud está con la responsable',
      zh: '申请已到主管处',
    },
  },
  {
    role: { en: 'Employee', es: 'Empleado', zh: '员工' },
    action: {
      en: 'Remind the manager by mail',
      es: 'Recordar a la responsable por correo',
      zh: '发邮件提醒主管',
    },
    result: {
      en: 'The manager was reminded',
      es: 'La responsable ha recibido el recordatorio',
      zh: '主管已收到提醒',
    },
    isByHand: true,
  },
  {
    role: { en: 'Manager', es: 'Responsable', zh: '主管' },
    action: { en: 'Look at the budget', es: 'Ver el presupuesto', zh: '查看预算' },
    result: { en: 'The budget allows it', es: 'El presupuesto lo permite', zh: '预算允许' },
  },
  {
    role: { en: 'Manager', es: 'Responsable', zh: '主管' },
    action: { en: 'Approve the request', es: 'Aprobar la solicitud', zh: '批准申请' },
    result: { en: 'The request is approved', es: 'La solicitud está aprobada', zh: '申请已批准' },
  },
  {
    role: { en: 'Finance', es: 'Finanzas', zh: '财务' },
    action: { en: 'Book the expense', es: 'Registrar el gasto', zh: '登记费用' },
    result: { en: 'The expense is booked', es: 'El gasto está registrado', zh: '费用已入账' },
  },
]

const ONBOARDING: TemplateStep[] = [
  {
    role: { en: 'People team', es: 'Equipo de personas', zh: '人事' },
    action: { en: 'Create the employee record', es: 'Crear la ficha del empleado', zh: '创建员工档案' },
    result: { en: 'The record is there', es: 'La ficha está creada', zh: '档案已建立' },
  },
  {
    role: { en: 'People team', es: 'Equipo de personas', zh: '人事' },
    action: {
      en: 'Ask IT for access by mail',
      es: 'Pedir acceso a informática por correo',
      zh: '发邮件向 IT 申请权限',
    },
    result: { en: 'IT has the mail', es: 'Informática tiene el correo', zh: 'IT 已收到邮件' },
    isByHand: true,
  },
  {
    role: { en: 'IT', es: 'Informática', zh: 'IT' },
    action: { en: 'Give access', es: 'Dar acceso', zh: '开通权限' },
    result: { en: 'The accounts are open', es: 'Las cuentas están abiertas', zh: '账号已开通' },
  },
  {
    role: { en: 'Manager', es: 'Responsable', zh: '主管' },
    action: { en: 'Plan the first week', es: 'Planificar la primera semana', zh: '安排第一周' },
    result: { en: 'The week is planned', es: 'La semana está planificada', zh: '第一周已安排' },
  },
  {
    role: { en: 'New colleague', es: 'Nuevo empleado', zh: '新同事' },
    action: { en: 'Sign the checklist', es: 'Firmar la lista', zh: '签署清单' },
    result: { en: 'The first week is done', es: 'La primera semana está hecha', zh: '第一周已完成' },
  },
]

const SUPPORT: TemplateStep[] = [
  {
    role: { en: 'Customer', es: 'Cliente', zh: '客户' },
    action: { en: 'Send the question', es: 'Enviar la pregunta', zh: '提交问题' },
    result: { en: 'The question has a number', es: 'La pregunta tiene un número', zh: '问题已编号' },
  },
  {
    role: { en: 'Support', es: 'Soporte', zh: '客服' },
    action: { en: 'Sort the question by hand', es: 'Clasificar la pregunta a mano', zh: '手工分类问题' },
    result: {
      en: 'The question is with the right team',
      es: 'La pregunta está con el equipo adecuado',
      zh: '问题已到对应团队',
    },
    isByHand: true,
  },
  {
    role: { en: 'Expert', es: 'Experto', zh: '专家' },
    action: { en: 'Find the cause', es: 'Encontrar la causa', zh: '查明原因' },
    result: { en: 'The cause is known', es: 'La causa se conoce', zh: '原因已查明' },
  },
  {
    role: { en: 'Support', es: 'Soporte', zh: '客服' },
    action: { en: 'Send the answer', es: 'Enviar la respuesta', zh: '发送答复' },
    result: { en: 'The customer has an answer', es: 'El cliente tiene una respuesta', zh: '客户已收到答复' },
  },
  {
    role: { en: 'Customer', es: 'Cliente', zh: '客户' },
    action: { en: 'Rate the answer', es: 'Valorar la respuesta', zh: '评价答复' },
    result: { en: 'The question is closed', es: 'La pregunta está cerrada', zh: '问题已关闭' },
  },
]

const SUBSCRIPTION: TemplateStep[] = [
  {
    role: { en: 'Customer', es: 'Cliente', zh: '客户' },
    action: { en: 'Start the subscription', es: 'Iniciar la suscripción', zh: '开始订阅' },
    result: { en: 'The subscription runs', es: 'La suscripción está activa', zh: '订阅已生效' },
  },
  {
    role: { en: 'Customer', es: 'Cliente', zh: '客户' },
    action: { en: 'Choose a larger plan', es: 'Elegir un plan mayor', zh: '选择更大的套餐' },
    result: { en: 'The new plan holds from today', es: 'El nuevo plan vale desde hoy', zh: '新套餐今天生效' },
  },
  {
    role: { en: 'Finance', es: 'Finanzas', zh: '财务' },
    action: { en: 'Write the invoice by hand', es: 'Escribir la factura a mano', zh: '手工开发票' },
    result: { en: 'The invoice is written', es: 'La factura está escrita', zh: '发票已开好' },
    isByHand: true,
  },
  {
    role: { en: 'Finance', es: 'Finanzas', zh: '财务' },
    action: { en: 'Take the payment', es: 'Registrar el cobro', zh: '登记收款' },
    result: { en: 'The invoice is paid', es: 'La factura está pagada', zh: '发票已付清' },
  },
  {
    role: { en: 'Customer', es: 'Cliente', zh: '客户' },
    action: { en: 'Renew for a year', es: 'Renovar por un año', zh: '续费一年' },
    result: {
      en: 'The subscription runs for another year',
      es: 'La suscripción sigue un año más',
      zh: '订阅再延长一年',
    },
  },
]

/** Demos to begin with, by process. */
export const TEMPLATES: readonly DemoTemplate[] = [
  {
    id: 'order',
    about: {
      title: { en: 'From order to delivery', es: 'Del pedido a la entrega', zh: '从订单到送货' },
      summary: {
        en: 'Take an order, get the goods out of the door and see them arrive.',
        es: 'Tome un pedido, saque la mercancía y vea cómo llega.',
        zh: '接下订单，发出货物，直到送达。',
      },
    },
    steps: stepsBy(ORDER),
  },
  {
    id: 'approval',
    about: {
      title: { en: 'From request to approval', es: 'De la solicitud a la aprobación', zh: '从申请到批准' },
      summary: {
        en: 'Ask for something, get it approved and see it booked.',
        es: 'Pida algo, consiga la aprobación y vea cómo se registra.',
        zh: '提出申请，获得批准，直到入账。',
      },
    },
    steps: stepsBy(APPROVAL),
  },
  {
    id: 'onboarding',
    about: {
      title: {
        en: 'A new colleague’s first week',
        es: 'La primera semana de un nuevo empleado',
        zh: '新同事的第一周',
      },
      summary: {
        en: 'Prepare the first day, give access and meet the team.',
        es: 'Prepare el primer día, dé acceso y presente al equipo.',
        zh: '准备入职、开通权限、认识团队。',
      },
    },
    steps: stepsBy(ONBOARDING),
  },
  {
    id: 'support',
    about: {
      title: { en: 'From question to solution', es: 'De la pregunta a la solución', zh: '从提问到解决' },
      summary: {
        en: 'Take a question, find who knows, and close it with a happy customer.',
        es: 'Reciba una pregunta, encuentre a quien sabe y ciérrela con un cliente contento.',
        zh: '接到问题，找到能解决的人，让客户满意地结案。',
      },
    },
    steps: stepsBy(SUPPORT),
  },
  {
    id: 'subscription',
    about: {
      title: { en: 'From trial to renewal', es: 'De la prueba a la renovación', zh: '从试用到续费' },
      summary: {
        en: 'Start a subscription, change the plan, take the payment and renew it.',
        es: 'Inicie una suscripción, cambie el plan, cobre y renuévela.',
        zh: '开始订阅、更换套餐、收款并续费。',
      },
    },
    steps: stepsBy(SUBSCRIPTION),
  },
]

function stepsBy(steps: readonly TemplateStep[]): DemoTemplate['steps'] {
  return (plans) =>
    Object.fromEntries(
      LOCALES.map((locale) => [locale, steps.flatMap((step) => listed(step, locale, plans))]),
    )
}

/** With one plan there is nothing to tell apart, so that what is done by hand is left out. */
function listed(
  { role, action, result, isByHand }: TemplateStep,
  locale: Locale,
  plans: readonly string[],
): ListedStep[] {
  if (isByHand && plans.length < 2) return []
  const words = { role: role[locale], action: action[locale], result: result[locale] }
  return [{ ...words, plans: isByHand ? plans.slice(0, 1) : null }]
}
