import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../../../../src/domain/buying-word.ts'
import { Button } from '../../../parts/button.tsx'
import { useFormula } from '../formula-state.ts'
import style from './buying.module.css'
import { typedWords, withWords } from './edits.ts'

/** A field for one more word, or several with commas between them. */
export function AddWords({ topic, language, label }: { topic: string; language: Language; label: string }) {
  const { t } = useTranslation('formula')
  const { change } = useFormula()
  const [typed, setTyped] = useState('')
  function add(event: FormEvent) {
    event.preventDefault()
    const words = typedWords(typed)
    if (words.length > 0) change((model) => withWords(model, topic, language, words))
    setTyped('')
  }
  return (
    <form className={style.add} onSubmit={add}>
      <input
        aria-label={label}
        placeholder={t('buying.add')}
        lang={language}
        dir={typed ? 'auto' : undefined}
        value={typed}
        maxLength={2_000}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim() !== '' && <Button type="submit">{t('buying.addGo')}</Button>}
    </form>
  )
}
