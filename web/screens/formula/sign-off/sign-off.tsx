import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useCounted } from '../../../counted.ts'
import { buttonLink } from '../../../parts/button.tsx'
import { Card } from '../../../parts/card.tsx'
import { Empty } from '../../../parts/empty.tsx'
import { useSlug } from '../../../session.ts'
import type { Draft } from '../answers.ts'
import { Changes } from '../changes.tsx'
import { useFormula } from '../formula-state.ts'
import { Discard } from './discard.tsx'
import { Publish } from './publish.tsx'
import { SideCard } from './side-card.tsx'
import style from './sign-off.module.css'

/** Marketing and sales agree on the draft, each by name; then it is published. */
export default function SignOff() {
  const { t } = useTranslation('formula')
  const slug = useSlug()
  const { draft, inForce } = useFormula()
  if (!draft)
    return (
      <Empty title={t('sign.none')}>
        <p>{t('sign.noneWhy', { version: inForce.version })}</p>
        <Link href={`/w/${slug}/formula`} className={buttonLink({ go: true })}>
          {t('preview.toRules')}
        </Link>
      </Empty>
    )
  return <Signing draft={draft} />
}

function Signing({ draft }: { draft: Draft }) {
  const { t } = useTranslation('formula')
  const counted = useCounted()
  const { inForce, changes, mayEdit } = useFormula()
  const many = t('sign.changes', { ...counted(changes.length), version: inForce.version })
  return (
    <div className={style.screen}>
      <p className={style.means}>{t('sign.means', { changes: many })}</p>
      <div className={style.sides}>
        <SideCard side="marketing" draft={draft} />
        <SideCard side="sales" draft={draft} />
      </div>
      <Publish draft={draft} />
      <Card title={t('sign.what')}>
        <Changes changes={changes} />
      </Card>
      {mayEdit && <Discard />}
    </div>
  )
}
