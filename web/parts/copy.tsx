import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

const saidMs = 2_000

/** Takes a text along. `words`: what it is, where it is not simply "Copy"; `of`: whose, for those who do not see it. */
export function Copy({ text, words, of }: { text: string; words?: string; of?: string }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <Button onPress={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{isCopied ? t('copy.copied') : (words ?? t('copy.text'))}</span>
      {of !== undefined && (
        <span className="unseen">
          <bdi>{of}</bdi>
        </span>
      )}
    </Button>
  )
}
