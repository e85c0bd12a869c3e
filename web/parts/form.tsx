import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../api.ts'
import { Button } from './button.tsx'
import style from './form.module.css'

/** The field that a refusal was about, and what it said. */
export type Refusal = { field: string | null; words: string }

/**
 * Fields and one button. `send` is asked once at a time; what the server refuses appears at its field,
 * or above the button where it has none.
 */
export function Form(props: {
  go: string
  send: () => Promise<void>
  children: (refusal: Refusal | null) => ReactNode
}) {
  const { t } = useTranslation()
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setRefusal(null)
    try {
      await props.send()
    } catch (error) {
      if (error instanceof Unreachable) setRefusal({ field: null, words: t('trouble.unreachable') })
      else if (error instanceof Problem) setRefusal({ field: fieldOf(error), words: error.message })
      else throw error
    } finally {
      setBusy(false)
    }
  }

  return (
    <form className={style.form} onSubmit={submit}>
      {props.children(refusal)}
      {refusal && (
        <p className={refusal.field ? 'unseen' : style.refusal} role="alert">
          {refusal.words}
        </p>
      )}
      <Button type="submit" go>
        {busy ? t('working') : props.go}
      </Button>
    </form>
  )
}

function fieldOf({ members }: Problem): string | null {
  return typeof members.field === 'string' ? members.field.replace(/^workspace\./, '') : null
}

/** What a refusal says of one field. */
export function errorAt(refusal: Refusal | null, field: string): string | undefined {
  return refusal?.field === field ? refusal.words : undefined
}
