import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../parts/button.tsx'
import style from '../entries/entries.module.css'
import { useFormula } from '../formula-state.ts'
import { topicId, withTopic } from './edits.ts'

/** A field for a topic of the company's own. */
export function AddTopic({ added }: { added: (topic: string) => void }) {
  const { t } = useTranslation('formula')
  const { change } = useFormula()
  const [typed, setTyped] = useState('')
  const id = topicId(typed)
  function add(event: FormEvent) {
    event.preventDefault()
    if (id === null) return
    change((model) => withTopic(model, id))
    added(id)
    setTyped('')
  }
  return (
    <form className={style.add} onSubmit={add}>
      <input
        aria-label={t('buying.addTopic')}
        placeholder={t('buying.addTopic')}
        dir={typed ? 'ltr' : undefined}
        value={typed}
        maxLength={40}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed.trim() !== '' && (
        <Button type="submit" isDisabled={id === null}>
          {t('buying.addTopicGo')}
        </Button>
      )}
      {typed.trim() !== '' && id === null && <small role="alert">{t('buying.topicLetters')}</small>}
    </form>
  )
}
