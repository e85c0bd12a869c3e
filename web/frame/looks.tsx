import { useTranslation } from 'react-i18next'
import { changeLanguage, type Language, languages } from '../language.ts'
import { type Theme, useTheme } from '../theme.ts'

const themes: Theme[] = ['system', 'light', 'dark']

/** Language and colours. */
export function Looks() {
  const { t, i18n } = useTranslation()
  const [theme, setTheme] = useTheme()
  return (
    <>
      <label>
        <span>{t('language')}</span>
        <select value={i18n.language} onChange={(event) => changeLanguage(event.target.value as Language)}>
          {Object.entries(languages).map(([code, name]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('colours')}</span>
        <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
          {themes.map((each) => (
            <option key={each} value={each}>
              {t(`theme.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
