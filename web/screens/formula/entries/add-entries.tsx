import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import style from './entries.module.css'

/** A field for one more entry of a list, or several at once. */
export function AddEntries(props: {
  label: string
  /** What was typed as entries; null: it cannot be one. */
  read: (text: string) => string[] | null
  add: (entries: string[]) => void
  type?: 'text' | 'date'
  placeholder?: string
  lang?: string
  dir?: 'ltr'
  /** What to say of what cannot be one. */
  wrong?: string
}) {
  const { t } = useTranslation('formula')
  const { label, read, add, type = 'text', placeholder, lang, dir, wrong } = props
  const id = useId()
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  function take(event: FormEvent) {
    event.preventDefault()
    const entries = read(typed)
    setWrong(entries === null)
    if (entries === null) return
    if (entries.length > 0) add(entries)
    setTyped('')
  }
  return (
    <form className={style.add} onSubmit={take}>
      {type === 'date' && <label htmlFor={id}>{label}</label>}
      <input
        id={id}
        type={type}
        aria-label={type === 'date' ? undefined : label}
        aria-invalid={isWrong || undefined}
        placeholder={placeholder}
        lang={lang}
        dir={dir ?? (typed ? 'auto' : undefined)}
        value={typed}
        maxLength={2_000}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim() !== '' && <Button type="submit">{t('buying.addGo')}</Button>}
      {isWrong && <small role="alert">{wrong}</small>}
    </form>
  )
}
