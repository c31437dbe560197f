import type { Locale } from '~/domain/text'

/** The guides of the demo that a new one begins with, by name and language. */
export const STARTER_GUIDES: Record<string, Record<Locale, string>> = {
  requests: {
    en: 'A colleague needs something and asks for it here.\n\n1. Press **New request**.\n',
    zh: '同事需要某样东西，就在这里提出申请。\n\n1. 点击**新建申请**。\n',
    es: 'Un empleado necesita algo y lo pide aquí.\n\n1. Pulse **Nueva solicitud**.\n',
  },
  'request-form': {
    en: 'Say what is needed and how many.\n\n1. Fill in the form.\n2. Press **Send**.\n',
    zh: '写明需要什么、需要多少。\n\n1. 填写表单。\n2. 点击**提交**。\n',
    es: 'Indique qué hace falta y cuánto.\n\n1. Rellene el formulario.\n2. Pulse **Enviar**.\n',
  },
  approval: {
    en: 'The manager sees the request at once.\n\n1. Press **Approve**.\n',
    zh: '经理立刻看到这条申请。\n\n1. 点击**批准**。\n',
    es: 'La responsable ve la solicitud al momento.\n\n1. Pulse **Aprobar**.\n',
  },
  approved: {
    en: 'Done: asked, seen and approved in one place.\n',
    zh: '完成：申请、查看、批准，都在一个地方。\n',
    es: 'Listo: pedido, visto y aprobado en un mismo sitio.\n',
  },
}
