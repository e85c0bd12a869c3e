import { useTranslation } from 'react-i18next'
import type { SaidAnswer } from '../../src/http/workspace/said-shape.ts'
import { Marked } from './marked.tsx'
import style from './said.module.css'

/** What Zoom writes in place of an answer that was spoken. */
const spoken = /^live answered$/i

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
          {spoken.test(answer.trim()) ? (
            t('answeredLive')
          ) : (
            <>
              <span>{t('hostSaid')}</span> <Marked text={answer} marks={[]} />
            </>
          )}
        </p>
      )}
    </div>
  )
}
