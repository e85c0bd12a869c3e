import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

const saidMs = 2_000

/** Puts somebody's own link into the clipboard. `of`: whose it is. */
export function CopyLink({ link, of }: { link: string; of: string }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <Button onPress={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
      <span aria-live="polite">{t(isCopied ? 'copyLink.copied' : 'copyLink.copy')}</span>
      <span className="unseen">
        <bdi>{of}</bdi>
      </span>
    </Button>
  )
}
