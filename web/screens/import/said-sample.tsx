import { useTranslation } from 'react-i18next'
import type { ImportedFile, SampledAnswer } from '../../../src/http/workspace/imports.ts'
import { useCounted } from '../../counted.ts'
import { useWhen } from '../../when.ts'
import style from './import.module.css'

/** How much people said in a file, and how much of it nobody knows whose it is. */
export function SaidCounted({ kind, said }: { kind: string; said: NonNullable<ImportedFile['said']> }) {
  const { t } = useTranslation('import')
  const counted = useCounted()
  const { count, questions, unnamed } = said
  return (
    <p>
      {kind === 'zoom-qa'
        ? t('asked', counted(count))
        : `${t('answers', counted(count))} · ${t('asked', counted(questions))}`}
      {unnamed > 0 && <span className={style.mute}> · {t('unnamed', counted(unnamed))}</span>}
    </p>
  )
}

/** The first that people said: who, what was asked, what was answered, and when. */
export function SaidSample({ kind, sample }: { kind: string; sample: readonly SampledAnswer[] }) {
  const { t } = useTranslation('import')
  const when = useWhen()
  return (
    <section className={`${style.said} ${kind === 'zoom-qa' ? style.questions : ''}`}>
      <h3>{t(kind === 'zoom-qa' ? 'firstAsked' : 'firstAnswers')}</h3>
      <ul>
        {sample.map(({ name, email, question, answer, at }, index) => (
          <li key={index}>
            <p className={style.who}>
              <bdi>{name ?? email ?? t('anonymous')}</bdi>
              {name && email && (
                <small>
                  <bdi>{email}</bdi>
                </small>
              )}
            </p>
            <p className={style.asked}>
              <bdi>{question}</bdi>
            </p>
            <p className={style.answer}>{answer && <bdi>{answer}</bdi>}</p>
            <p className={style.at}>{at ? <bdi>{when.dayAndTime(at)}</bdi> : t('noTime')}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
