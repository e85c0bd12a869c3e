import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/button.tsx'

/** A button that takes a text along. */
export function Copy({ text, words }: { text: string; words?: string }) {
  const { t } = useTranslation('sources')
  const [copied, setCopied] = useState(false)
  return (
    <Button onPress={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
      {copied ? t('copied') : (words ?? t('copy'))}
    </Button>
  )
}
