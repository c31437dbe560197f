import { useTranslation } from 'react-i18next'

/** `order-desk` as `Order desk`, for an id that the locale files do not name yet. */
function readable(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** What audiences and scenarios are called. Demos name them by id; new ids show readably until they are translated. */
export function useChoiceNames() {
  const { t } = useTranslation('center')
  return {
    audienceName: (id: string) => t(`audience.${id}`, { defaultValue: readable(id) }),
    scenarioName: (id: string) => t(`scenario.${id}`, { defaultValue: readable(id) }),
  }
}
