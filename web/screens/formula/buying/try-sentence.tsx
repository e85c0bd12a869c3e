import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { buyingIn } from '../../../../src/domain/buying.ts'
import { Marked } from '../../../parts/marked.tsx'
import { useTopicName } from '../../../parts/topic-name.ts'
import { useFormula } from '../formula-state.ts'
import style from './buying.module.css'

const longest = 2_000

/** A sentence as somebody might ask it, and what of it the words of the draft find. */
export function TrySentence() {
  const { t } = useTranslation('formula')
  const id = useId()
  const nameOf = useTopicName()
  const { model } = useFormula()
  const [typed, setTyped] = useState(() => t('buying.example'))
  const look = useMemo(() => buyingIn(model.buyingWords), [model.buyingWords])
  const found = look?.(typed) ?? []
  return (
    <div className={style.try}>
      <label htmlFor={id}>{t('buying.sentence')}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        maxLength={longest}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div role="status">
        {found.length === 0 ? (
          <p className={style.none}>{t('buying.findsNothing')}</p>
        ) : (
          <>
            <p className={style.sentence}>
              <Marked text={typed} marks={found} />
            </p>
            <dl className={style.found}>
              {found.map(({ topic, word, at }) => (
                <div key={`${topic} ${at}`}>
                  <dt>
                    <bdi>{nameOf(topic)}</bdi>
                  </dt>
                  <dd>
                    {t('buying.by')} <bdi className={style.word}>{word}</bdi>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
    </div>
  )
}
