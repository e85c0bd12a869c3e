import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import style from './happened.module.css'

const most = 280

/** Somebody's own words, kept to themselves; the rest of a long text comes on demand. */
export function LongText({ text }: { text: string }) {
  const { t } = useTranslation('person')
  const [isWhole, setWhole] = useState(false)
  if (text.length <= most || isWhole) return <bdi className={style.text}>{text}</bdi>
  return (
    <>
      <bdi className={style.text}>{[...text.slice(0, most)].slice(0, -1).join('')}…</bdi>{' '}
      <button type="button" className={style.more} onClick={() => setWhole(true)}>
        {t('facts.wholeText')}
      </button>
    </>
  )
}
