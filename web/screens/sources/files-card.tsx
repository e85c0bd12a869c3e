import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { buttonLink } from '../../parts/button.tsx'
import { Card } from '../../parts/card.tsx'
import { useSlug } from '../../session.ts'
import { OtherSenders } from './other-senders.tsx'
import type { Other } from './queries.ts'
import style from './sources.module.css'

/** Files that were brought in, by their kind. */
export function FilesCard({ kinds }: { kinds: readonly Other[] }) {
  const { t, i18n } = useTranslation('sources')
  const slug = useSlug()
  const nameOf = ({ name }: Other) => {
    const key = `sources:files.kinds.${name}`
    if (name === '') return t('files.refused')
    return i18n.exists(key) ? i18n.t(key as 'loading') : name
  }
  return (
    <Card
      title={t('files.title')}
      aside={
        <Link href={`/w/${slug}/import`} className={buttonLink()}>
          {t('files.bring')}
        </Link>
      }
    >
      {kinds.length === 0 ? (
        <p className={style.note}>{t('files.none')}</p>
      ) : (
        <OtherSenders senders={kinds} what="files" nameOf={nameOf} />
      )}
    </Card>
  )
}
