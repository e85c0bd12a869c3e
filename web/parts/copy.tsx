import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

const saidMs = 2_000

/** Takes a text along. `words`: what it is, where it is not simply "Copy". */
export function Copy({ text, words }: { text: string; words?: string }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <Button onPress={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      <span aria-live="polite">{isCopied ? t('copyLink.copied') : (words ?? t('copyLink.copy'))}</span>
    </Button>
  )
}
