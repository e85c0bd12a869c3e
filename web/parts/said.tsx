import { useTranslation } from 'react-i18next'
import type { SaidAnswer } from '../../src/http/workspace/said-shape.ts'
import { Marked } from './marked.tsx'
import style from './said.module.css'

/** Somebody's own words, with what they answer to and what the host said to them. */
export function Said({ said: { asked, text, answer, buying } }: { said: SaidAnswer }) {
  const { t } = useTranslation()
  return (
    <div className={style.said}>
      {asked && (
        <p className={style.asked}>
          <bdi>{asked}</bdi>
        </p>
      )}
      <p className={style.words}>
        <Marked text={text} marks={buying} />
      </p>
      {answer && (
        <p className={style.answer}>
          <span>{t('hostSaid')}</span> <Marked text={answer} marks={[]} />
        </p>
      )}
    </div>
  )
}
