import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

const saidMs = 2_000

/** Puts somebody's own link, or another text, into the clipboard. `of`: whose or what it is. */
export function CopyLink({ link, of, what = 'copy' }: { link: string; of: string; what?: 'copy' | 'copyText' }) {
  const { t } = useTranslation()
  const [isCopied, setCopied] = useState(false)
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), saidMs)
    return () => clearTimeout(timer)
  }, [isCopied])
  return (
    <Button onPress={() => navigator.clipboard.writeText(link).then(() => setCopied(true))}>
      <span aria-live="polite">{t(`copyLink.${isCopied ? 'copied' : what}`)}</span>
      <span className="unseen">
        <bdi>{of}</bdi>
      </span>
    </Button>
  )
}
