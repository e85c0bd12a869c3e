import { useTranslation } from 'react-i18next'
import type { ImportedFile } from '../../../src/http/workspace/imports.ts'
import type { Choosing } from './file-choices.tsx'
import style from './import.module.css'

type Questions = NonNullable<ImportedFile['questions']>

/** Which questions people answered in their own words: no report says so. */
export function OpenQuestions({ questions, choice, choose }: Choosing & { questions: Questions }) {
  const { t } = useTranslation('import')
  const { openQuestions } = choice
  return (
    <details className={style.open} open={openQuestions.length > 0}>
      <summary>{t('open.title')}</summary>
      <fieldset>
        <legend>{t('open.hint')}</legend>
        {questions.map(({ text }) => (
          <label key={text}>
            <input
              type="checkbox"
              checked={openQuestions.includes(text)}
              onChange={({ target }) => {
                const others = openQuestions.filter((other) => other !== text)
                choose({ ...choice, openQuestions: target.checked ? [...others, text] : others })
              }}
            />
            <bdi>{text}</bdi>
          </label>
        ))}
      </fieldset>
    </details>
  )
}
