import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem, Unreachable } from '../api.ts'
import { Button } from './button.tsx'
import style from './form.module.css'
import { saidBy, Words } from './words.tsx'

/** What was refused: the name of a field, or null where it was none, and why. */
interface Refusal {
  field: string | null
  words: ReactNode
}

const Refused = createContext<Refusal | null>(null)

/** What is wrong with the field of this name; undefined where nothing is. */
export function useRefused(name: string | undefined): ReactNode {
  const refusal = useContext(Refused)
  return refusal && refusal.field === name ? refusal.words : undefined
}

/**
 * Fields and one button, beside a way out where there is `cancel`. What is missing or refused is said at its field until
 * something is typed, or above the button where it has no field. It is sent once at a time.
 */
export function Form(props: { go: string; send: () => Promise<void>; cancel?: () => void; children: ReactNode }) {
  const { go, send, cancel, children } = props
  const { t } = useTranslation()
  const form = useRef<HTMLFormElement>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const check = useCheck()
  const hasField = refusal?.field !== null && Boolean(form.current?.elements.namedItem(refusal?.field ?? ''))

  useEffect(() => {
    const field = refusal?.field && form.current?.elements.namedItem(refusal.field)
    if (field instanceof HTMLElement) field.focus()
  }, [refusal])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    const wrong = check(event.currentTarget)
    setRefusal(wrong)
    if (wrong) return
    setBusy(true)
    try {
      await send()
    } catch (error) {
      if (error instanceof Unreachable) setRefusal({ field: null, words: t('trouble.unreachable') })
      else if (error instanceof Problem) setRefusal({ field: fieldOf(error), words: <Words said={saidBy(error)} /> })
      else throw error
    } finally {
      setBusy(false)
    }
  }

  return (
    <Refused value={refusal}>
      <form ref={form} className={style.form} noValidate onSubmit={submit} onInput={() => setRefusal(null)}>
        {children}
        {refusal && !hasField && (
          <p className={style.refusal} role="alert">
            {refusal.words}
          </p>
        )}
        <div className={cancel ? style.ways : style.way}>
          <Button type="submit" go>
            {busy ? t('working') : go}
          </Button>
          {cancel && <Button onPress={cancel}>{t('cancel')}</Button>}
        </div>
      </form>
    </Refused>
  )
}

/** The first field of a form that cannot be right, in the words of the screen's language. */
function useCheck() {
  const { t } = useTranslation()
  return (form: HTMLFormElement): Refusal | null => {
    for (const input of form.querySelectorAll('input')) {
      const words = wordsOf(input)
      if (words) return { field: input.name, words }
    }
    return null
  }
  function wordsOf(input: HTMLInputElement): string | null {
    const { value, minLength, validity } = input
    if (input.ariaRequired === 'true' && value.trim() === '') return t('field.missing')
    if (value !== '' && minLength > 0 && value.length < minLength) return t('field.tooShort', { count: minLength })
    return validity.typeMismatch ? t('field.noAddress') : null
  }
}

function fieldOf({ members }: Problem): string | null {
  return typeof members.field === 'string' ? members.field.replace(/^workspace\./, '') : null
}
